import { defineStates, type StateOf } from '../../../kernel/values/state-machine.ts';

/** What is to become of a service that runs. Only `done` has changed it. */
export const changeStates = defineStates({
  awaiting_approval: ['awaiting_payment', 'scheduled', 'done', 'canceled'],
  awaiting_payment: ['done', 'canceled'],
  scheduled: ['done', 'canceled'],
  done: [],
  canceled: [],
});
export type ChangeState = StateOf<typeof changeStates>;

export const whyCanceled = [
  'client',
  'staff',
  'declined',
  'expired',
  'not_approved',
  'invoice_voided',
  'service_ended',
] as const;
export type WhyCanceled = (typeof whyCanceled)[number];
