import { z } from 'zod';
import { bilingualOut } from '../../kernel/http/shapes.ts';
import { taxCategories } from '../catalog/index.ts';
import { legalShape } from './domain/legal.ts';
import { lineKinds, priceSources } from './domain/line-reason.ts';
import { buyerKinds, taxCodes } from './domain/tax-decision.ts';

/** Who stands on a document, as it was when it was issued. */
export const party = z.object({
  name: z.string(),
  address: z.string(),
  taxId: z.string(),
  email: z.string(),
  /** Not on documents from before: 'NPWP' or 'VAT', and what electronic invoices ask for. */
  country: z.string().optional(),
  taxScheme: z.string().optional(),
  legal: legalShape.optional(),
  kind: z.enum(buyerKinds).optional(),
});

/** Why a line is there: what it is for and where its price comes from. */
export const lineReason = z.object({
  kind: z.enum(lineKinds),
  price: z.object({ from: z.enum(priceSources), version: z.string().optional() }),
  note: bilingualOut.optional(),
  /** What was taken off its price, in this order: `percent` in hundredths; minor units. */
  discounts: z
    .array(z.object({ names: bilingualOut, percent: z.int().nullable(), amount: z.int() }))
    .optional(),
  /** What use it is for: decimals as text. Steps: units at a price each in minor units, or at a rate in percent. */
  use: z
    .object({
      rule: z.enum(['usage', 'minimum', 'correction']),
      meter: bilingualOut,
      unit: bilingualOut,
      model: z.enum(['standard', 'package', 'graduated', 'volume', 'percentage', 'graduated_percentage']),
      quantity: z.string(),
      included: z.string(),
      steps: z.array(z.object({ units: z.string(), each: z.string(), fixed: z.int(), amount: z.int() })),
      before: z.object({ quantity: z.string(), amount: z.int() }).optional(),
    })
    .optional(),
});
/** What tax falls on something, and why none where none does. `code`: the category of EN 16931. */
export const taxOfLine = z.object({
  label: bilingualOut,
  share: z.string().nullable(),
  percent: z.number(),
  category: z.enum(taxCategories),
  code: z.enum(taxCodes),
  reason: bilingualOut.nullable(),
});
