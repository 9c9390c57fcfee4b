import type { Locale } from '../../../kernel/values/money.ts';
import type { DocumentBrand } from './brand.ts';
import { logoSvg, readableAccent } from './brand.ts';
import { printable, shortened } from './format.ts';
import { sharedLabels } from './labels.ts';

/** Who stands on a document, as it was when the document was issued. */
export interface DocumentParty {
  name: string;
  addressLines: readonly string[];
  taxId: string;
  /** Number of the place of business for Indonesian taxes; empty elsewhere. */
  nitku?: string;
  email: string;
}

/** The part of the data that `letterhead` reads. */
export function sheet(parts: {
  heading: string;
  number: string;
  seller: DocumentParty;
  brand: DocumentBrand;
  locale: Locale;
}) {
  const { heading, number, seller, brand, locale } = parts;
  const { pageBefore, pageBetween } = sharedLabels[locale];
  const name = `${heading} ${shortened(number, 40)}`.trimEnd();
  return {
    title: `${name} – ${shortened(seller.name, 60)}`,
    heading,
    accent: readableAccent(brand.accent),
    logo: logoSvg(brand.logo),
    seller: printable(seller.name),
    running: { left: shortened(seller.name, 60), right: name },
    footer: shortened(brand.footer, 240),
    page: { before: pageBefore, between: pageBetween },
  };
}

export function partyOnSheet(label: string, party: DocumentParty, locale: Locale) {
  const taxId = party.taxId && `${sharedLabels[locale].taxId} ${party.taxId}`;
  const nitku = party.nitku ? `NITKU ${party.nitku}` : '';
  return {
    label,
    name: printable(party.name),
    lines: [...party.addressLines, taxId, nitku, party.email].filter(Boolean).map(printable),
  };
}
