/** Facts that make data out of date: a name prefix (`billing.`), alone or only for one subject. */
export type Interest =
  | string
  | { facts: string; subject: string }
  | readonly (string | { facts: string; subject: string })[];

export interface Fact {
  name: string;
  organizationId: string | null;
  subject: { kind: string; id: string };
}

export function concerns(interest: Interest | undefined, fact: Fact): boolean {
  if (interest === undefined) return false;
  if (typeof interest === 'string') return fact.name.startsWith(interest);
  if ('facts' in interest)
    return fact.name.startsWith(interest.facts) && fact.subject.id === interest.subject;
  return interest.some((one) => concerns(one, fact));
}

/** Whether something that passes makes it out of date: of that, nobody who did not listen is told later. */
export function concernsPassing(interest: Interest | undefined): boolean {
  if (interest === undefined) return false;
  if (typeof interest === 'string') return interest.startsWith('passing.');
  if ('facts' in interest) return concernsPassing(interest.facts);
  return interest.some(concernsPassing);
}
