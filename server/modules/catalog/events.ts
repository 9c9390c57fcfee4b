import { z } from 'zod';
import { defineEvent } from '../../kernel/events/define.ts';

const fields = z.array(z.string());
const added = { audience: 'staff', data: z.object({}) } as const;
const changed = { audience: 'staff', data: z.object({ fields }) } as const;
const partAdded = { audience: 'staff', data: z.object({ productId: z.string() }) } as const;
const partChanged = { audience: 'staff', data: z.object({ productId: z.string(), fields }) } as const;

export const groupAdded = defineEvent('catalog.group-added', added);
export const groupChanged = defineEvent('catalog.group-changed', changed);
export const productAdded = defineEvent('catalog.product-added', added);
export const productChanged = defineEvent('catalog.product-changed', changed);
export const stockSet = defineEvent('catalog.stock-set', {
  audience: 'staff',
  data: z.object({ from: z.int().nullable(), to: z.int().nullable() }),
});
export const soldOut = defineEvent('catalog.product-sold-out', added);
export const planAdded = defineEvent('catalog.plan-added', partAdded);
export const planChanged = defineEvent('catalog.plan-changed', partChanged);
export const optionAdded = defineEvent('catalog.option-added', partAdded);
export const optionChanged = defineEvent('catalog.option-changed', partChanged);
export const addonAdded = defineEvent('catalog.addon-added', added);
export const addonChanged = defineEvent('catalog.addon-changed', changed);
export const meterAdded = defineEvent('catalog.meter-added', added);
export const meterChanged = defineEvent('catalog.meter-changed', changed);
const priceOf = z.object({
  productId: z.string(),
  currency: z.string(),
  cycle: z.string(),
  version: z.int(),
});
/** New orders are at this version from `startsAt` on; `recurring` of one unit, minor units. */
export const priceVersionAdded = defineEvent('catalog.price-version-added', {
  audience: 'staff',
  data: priceOf.extend({ startsAt: z.iso.datetime(), recurring: z.int(), setup: z.int() }),
});
/** A version that had not begun never does. */
export const priceVersionWithdrawn = defineEvent('catalog.price-version-withdrawn', {
  audience: 'staff',
  data: priceOf,
});
