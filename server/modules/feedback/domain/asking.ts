import type { Ability } from '../../../kernel/values/state-machine.ts';
import { unless } from '../../../kernel/values/state-machine.ts';

const day = 86_400_000;

export interface Closed {
  status: string;
  queue: string;
  firstAnswerAt: Date | null;
  /** Whoever asked can still be reached, and belongs to the client. */
  there: boolean;
  /** When this person was last asked, about any ticket of any organization. */
  lastAskedAt: Date | null;
}
export interface AskingRules {
  on: boolean;
  everyDays: number;
  queuesOff: readonly string[];
}
export type WhyNot =
  | 'switched_off'
  | 'queue_off'
  | 'not_closed'
  | 'never_answered'
  | 'not_there'
  | 'asked_lately';

/** Whether whoever asked for help is asked how it was, once the time has come. */
export function mayAsk(ticket: Closed, rules: AskingRules, now: Date): Ability<WhyNot> {
  const { lastAskedAt } = ticket;
  return unless({
    switched_off: !rules.on,
    queue_off: rules.queuesOff.includes(ticket.queue),
    not_closed: ticket.status !== 'closed',
    never_answered: ticket.firstAnswerAt === null,
    not_there: !ticket.there,
    asked_lately: lastAskedAt !== null && now.getTime() - lastAskedAt.getTime() < rules.everyDays * day,
  });
}
