import { defineStates, type StateOf } from '../../kernel/values/state-machine.ts';

/** `dropped`: it was not needed any more. */
export const taskStates = defineStates({
  open: ['taken', 'done', 'failed', 'dropped'],
  taken: ['open', 'done', 'failed', 'dropped'],
  done: [],
  failed: [],
  dropped: [],
});
export type TaskState = StateOf<typeof taskStates>;
