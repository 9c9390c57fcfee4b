import type { Method } from '../../../kernel/auth/methods.ts';
import { isSecondStep } from '../../../kernel/auth/methods.ts';

/** What a person has to take a second step with. */
export const stepKinds = ['passkey', 'authenticator', 'message_code', 'email_code', 'recovery_code'] as const;
export type StepKind = (typeof stepKinds)[number];

/**
 * The second steps of which one is still due, the best first; none when signing in is complete. Who came by a mailed link has
 * shown the mailbox already, so a code by mail would show nothing new; who has nothing else is let in as the mailbox is all there is.
 * Recovery codes stand in for another step and are none by themselves.
 */
export function stepsDue(proven: readonly Method[], has: readonly StepKind[]): StepKind[] {
  if (proven.some(isSecondStep)) return [];
  const showsMore = (kind: StepKind) => kind !== 'email_code' || !proven.includes('link');
  const due = stepKinds.filter((kind) => has.includes(kind)).filter(showsMore);
  return due.every((kind) => kind === 'recovery_code') ? [] : due;
}

/**
 * What shows anew that it is still the same person: whatever they have, the provider that the session came by, and the mailbox for those
 * who have nothing of their own.
 */
export function proofsOffered(
  has: readonly StepKind[],
  hasPassword: boolean,
  cameByProvider: boolean,
): Method[] {
  const own = stepKinds.filter((kind) => has.includes(kind) && kind !== 'recovery_code');
  const mine: Method[] = [...own, ...(hasPassword ? (['password'] as const) : [])];
  const provider: Method[] = cameByProvider ? ['single_sign_on'] : [];
  return mine.length > 0 ? [...mine, ...provider] : [...provider, 'email_code'];
}
