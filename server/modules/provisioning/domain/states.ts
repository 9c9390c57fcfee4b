import { defineStates, type StateOf } from '../../../kernel/values/state-machine.ts';

export const operationKinds = ['provision', 'update', 'suspend', 'resume', 'deprovision'] as const;
export type OperationKind = (typeof operationKinds)[number];

/** What we want of a service. One that was ended may be wanted again. */
export const desiredStates = defineStates({
  absent: ['running'],
  running: ['suspended', 'absent'],
  suspended: ['running', 'absent'],
});
export type DesiredState = StateOf<typeof desiredStates>;

/**
 * What we believe the vendor has. `unknown`: an answer is missing, so it may be in more than one state. `failed`: something is there
 * that does not work, or what should be there is gone. `drifted`: it runs, but not as it was last confirmed.
 */
export const observedStates = defineStates({
  absent: ['provisioning', 'drifted'],
  provisioning: ['running', 'absent', 'unknown', 'deprovisioning'],
  running: ['updating', 'suspending', 'deprovisioning', 'suspended', 'drifted', 'failed'],
  updating: ['running', 'drifted', 'failed', 'unknown'],
  suspending: ['suspended', 'running', 'drifted', 'failed', 'unknown'],
  suspended: ['resuming', 'deprovisioning', 'running', 'drifted', 'failed'],
  resuming: ['running', 'suspended', 'failed', 'unknown'],
  deprovisioning: ['absent', 'running', 'suspended', 'drifted', 'failed', 'unknown'],
  drifted: ['updating', 'suspending', 'deprovisioning', 'running', 'suspended', 'failed'],
  failed: ['updating', 'suspending', 'resuming', 'deprovisioning', 'running', 'suspended', 'drifted'],
  unknown: [
    'provisioning',
    'updating',
    'suspending',
    'resuming',
    'deprovisioning',
    'absent',
    'running',
    'suspended',
    'drifted',
    'failed',
  ],
});
export type ObservedState = StateOf<typeof observedStates>;

/** The state while an operation is under way, and after it is done. */
export const during: Readonly<Record<OperationKind, ObservedState>> = {
  provision: 'provisioning',
  update: 'updating',
  suspend: 'suspending',
  resume: 'resuming',
  deprovision: 'deprovisioning',
};
export const afterwards: Readonly<Record<OperationKind, ObservedState>> = {
  provision: 'running',
  update: 'running',
  suspend: 'suspended',
  resume: 'running',
  deprovision: 'absent',
};
