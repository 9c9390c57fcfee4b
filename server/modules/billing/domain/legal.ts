import { z } from 'zod';

const text = (max: number) => z.string().trim().max(max);

/** NITKU: the 16 digits of the tax number and six for the place of business. */
export const nitkuShape = z.string().regex(/^(\d{22})?$/);

/**
 * What electronic invoices ask of a party beyond its name: empty where it is not known. `name`: as registered, where that is another.
 * `electronic`: an address of the Peppol kind, its scheme from the EAS list.
 */
export const legalShape = z.object({
  name: text(200),
  street: text(200),
  city: text(100),
  postalCode: text(20),
  region: text(60),
  nitku: nitkuShape,
  electronic: z.object({ scheme: z.string().regex(/^(\d{4})?$/), id: text(100) }),
});
export type Legal = z.output<typeof legalShape>;

export const noLegal: Legal = {
  name: '',
  street: '',
  city: '',
  postalCode: '',
  region: '',
  nitku: '',
  electronic: { scheme: '', id: '' },
};

/**
 * An Indonesian tax number as its 16 digits: marks go, the 15 digits of before get their zero. Null when it is none.
 * Source: PMK 112/PMK.03/2022, PMK 136/2023.
 */
export function npwp16(typed: string): string | null {
  const digits = typed.replace(/[\s./-]/g, '');
  if (/^\d{15}$/.test(digits)) return `0${digits}`;
  return /^\d{16}$/.test(digits) ? digits : null;
}

/** ISO 6523 or national scheme of a tax number, by the country that gave it. */
export function taxSchemeOf(country: string): string {
  return country === 'ID' ? 'NPWP' : 'VAT';
}
