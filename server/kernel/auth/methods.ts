/**
 * Ways in which somebody shows who they are. `link` is a link mailed to their address or printed by the program; a
 * `remembered_device` has taken a second step before and stands in for it; `single_sign_on` is the word of their organization's
 * identity provider, `provider_step` its word that it asked for a second step.
 */
export const methods = [
  'password',
  'link',
  'passkey',
  'authenticator',
  'email_code',
  'message_code',
  'recovery_code',
  'remembered_device',
  'single_sign_on',
  'provider_step',
] as const;
export type Method = (typeof methods)[number];

const first: readonly Method[] = ['password', 'link', 'single_sign_on'];

/** A passkey counts as two steps: the device, and the finger or the number that opens it. */
export const isSecondStep = (method: Method): boolean => !first.includes(method);

/** Sensitive acts ask for a proof younger than this. */
export const proofMinutes = 10;

export const isRecent = (provedAt: Date, now: Date): boolean =>
  now.getTime() - provedAt.getTime() < proofMinutes * 60_000;
