import { defineStates, unless } from '../../../kernel/values/state-machine.ts';
import type { StateOf } from '../../../kernel/values/state-machine.ts';

/** Of credit that was asked for: somebody else gives it or not, or who asked takes it back. */
export const askStates = defineStates({
  waiting: ['given', 'declined', 'withdrawn'],
  given: [],
  declined: [],
  withdrawn: [],
});
export type AskState = StateOf<typeof askStates>;

interface Ask {
  state: AskState;
  /** Minor units. */
  amount: bigint;
  /** The one who looks asked for it. */
  own: boolean;
}

/** What somebody may do with it who may give up to `limit` in a day; null: without a limit. */
export function whatMayBeDecided({ state, amount, own }: Ask, limit: bigint | null) {
  const settled = state !== 'waiting';
  const decide = unless({
    not_waiting: settled,
    same_hands: own,
    beyond_your_day: limit !== null && limit < amount,
  });
  return { approve: decide, decline: decide, withdraw: unless({ not_waiting: settled, not_yours: !own }) };
}
