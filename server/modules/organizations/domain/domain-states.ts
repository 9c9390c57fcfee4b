import { defineStates } from '../../../kernel/values/state-machine.ts';
import type { StateOf } from '../../../kernel/values/state-machine.ts';

/**
 * A domain of an organization. `missing`: its record has gone, and it counts as verified while there is time to put it back. `off`: that
 * time is over, or staff have taken it back.
 */
export const domainStates = defineStates({
  pending: ['verified'],
  verified: ['verified', 'missing', 'off'],
  missing: ['verified', 'off'],
  off: ['verified'],
});
export type DomainState = StateOf<typeof domainStates>;

/** Those in which a domain counts as the organization's. */
export const holding = ['verified', 'missing'] as const satisfies DomainState[];

/** Days between the first time a record was missing and switching the domain off. */
export const graceDays = 7;
