import { defineStates, type StateOf } from '../../../kernel/values/state-machine.ts';

/** Only a draft is edited. `replaced`: a revision was sent instead. */
export const offerStates = defineStates({
  draft: ['sent'],
  sent: ['accepted', 'declined', 'expired', 'withdrawn', 'replaced'],
  accepted: [],
  declined: ['replaced'],
  expired: ['replaced'],
  withdrawn: ['replaced'],
  replaced: [],
});
export type OfferState = StateOf<typeof offerStates>;
