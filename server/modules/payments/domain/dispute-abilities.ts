import type { Ability } from '../../../kernel/values/state-machine.ts';
import { unless } from '../../../kernel/values/state-machine.ts';
import { isOpenDispute } from './dispute.ts';
import type { DisputeState } from './dispute.ts';

interface Known {
  state: DisputeState;
  dueAt: Date | null;
  /** Its gateway takes answers from us. */
  takesAnswers: boolean;
}

export type DisputeNo = 'dispute_over' | 'with_the_bank' | 'deadline_over' | 'no_answers_there';

/** What may be done about a dispute. The bank takes one answer, until its deadline. */
export function disputeAbilities({ state, dueAt, takesAnswers }: Known, now: Date) {
  const no = {
    dispute_over: !isOpenDispute(state),
    with_the_bank: state === 'under_review',
    deadline_over: dueAt !== null && dueAt <= now,
    no_answers_there: !takesAnswers,
  };
  const answer: Ability<DisputeNo> = unless(no);
  return { answer, accept: unless({ ...no, deadline_over: false }) };
}
