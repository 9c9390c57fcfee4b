/** Why nobody was let in, in words that are safe to show to whoever tries and useful to whoever runs the provider. */
export const failures = [
  'denied',
  'provider',
  'answer',
  'signature',
  'encrypted',
  'passing_name',
  'mail_missing',
  'mail_unverified',
  'foreign_domain',
  'address_changed',
  'staff',
  'disabled',
  'not_member',
  'another_person',
  'not_asked_anew',
] as const;
export type Failure = (typeof failures)[number];
