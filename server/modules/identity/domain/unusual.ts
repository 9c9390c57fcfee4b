export type Unusual = 'new_device' | 'new_country';

/**
 * What is worth telling somebody about a sign-in of theirs. Nothing about the first one ever: there is nothing to compare it with.
 * An address whose country nobody knows says nothing.
 */
export function unusualAbout(signIn: {
  first: boolean;
  deviceKnown: boolean;
  country: string | null;
  countryKnown: boolean;
}): Unusual | null {
  if (signIn.first) return null;
  if (signIn.country !== null && !signIn.countryKnown) return 'new_country';
  return signIn.deviceKnown ? null : 'new_device';
}
