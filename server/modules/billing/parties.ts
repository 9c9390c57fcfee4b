import type { Legal } from './domain/legal.ts';
import { npwp16, taxSchemeOf } from './domain/legal.ts';
import type { BuyerKind } from './domain/tax-decision.ts';

/**
 * Who stands on a document, as it is copied onto it. What follows the email was added later: documents from before do not have it.
 */
export interface Party {
  name: string;
  address: string;
  taxId: string;
  email: string;
  country?: string;
  taxScheme?: string;
  legal?: Legal;
  kind?: BuyerKind;
}

type Who = { name: string; address: string; taxId: string; country: string } & (
  | { email: string }
  | { billingEmail: string }
);

/** A copy to keep. An Indonesian tax number is kept in its 16 digits. */
export function partyOf(who: Who, legal: Legal | null = null, kind?: BuyerKind): Party {
  const scheme = taxSchemeOf(who.country);
  return {
    name: who.name,
    address: who.address,
    taxId: (scheme === 'NPWP' && npwp16(who.taxId)) || who.taxId,
    email: 'email' in who ? who.email : who.billingEmail,
    country: who.country,
    taxScheme: who.taxId === '' ? '' : scheme,
    ...(legal && { legal }),
    ...(kind && { kind }),
  };
}
