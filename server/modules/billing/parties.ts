/** Who stands on a document, as it is copied onto it. */
export interface Party {
  name: string;
  address: string;
  taxId: string;
  email: string;
}

export function partyOf(
  who: { name: string; address: string; taxId: string } & ({ email: string } | { billingEmail: string }),
): Party {
  return {
    name: who.name,
    address: who.address,
    taxId: who.taxId,
    email: 'email' in who ? who.email : who.billingEmail,
  };
}
