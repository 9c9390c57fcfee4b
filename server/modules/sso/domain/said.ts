/** What a provider said of somebody, checked and in our words. */
export interface Said {
  issuer: string;
  subject: string;
  email: string | null;
  /** Null where the provider does not say. */
  emailVerified: boolean | null;
  name: string | null;
  groups: readonly string[];
  /** `acr` and `amr`, or with SAML the class of the authentication context and the methods that providers tell as an attribute. */
  strength: readonly string[];
  /** When the provider asked them, where it says so. */
  askedAt: Date | null;
  providerSession: string | null;
  /** When the provider wants it over, where it says so. */
  sessionEnds: Date | null;
}

/** Of many ways in which groups are told (a list, one text), the list. */
export function groupsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

/** The role of the first group in the mapping that somebody is in; null for none. */
export const roleByGroups = (
  mapping: readonly { group: string; role: string }[],
  groups: readonly string[],
): string | null => mapping.find(({ group }) => groups.includes(group))?.role ?? null;
