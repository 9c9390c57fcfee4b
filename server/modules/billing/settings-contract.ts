import { z } from 'zod';
import { invoicingShape, sellerShape } from './settings.ts';
import { taxTermsShape } from './tax-settings.ts';

const versioned = { version: z.int() };
export const settingsShape = z.object({
  seller: z.object({ value: sellerShape, ...versioned }),
  invoicing: z.object({ value: invoicingShape, ...versioned }),
  tax: z.object({ value: taxTermsShape, ...versioned }),
});
export type BillingSettings = z.output<typeof settingsShape>;
export const sellerSettings = z.object({ value: sellerShape, ...versioned });
export const invoicingSettings = z.object({ value: invoicingShape, ...versioned });
export const taxSettings = z.object({ value: taxTermsShape, ...versioned });
