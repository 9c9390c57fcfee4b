import { z } from 'zod';
import { defineSetting } from '../../kernel/settings.ts';
import type { RunBounds } from './domain/run-bounds.ts';

/** What a billing run does not bill by itself, until staff have looked at it; null: not looked at. */
export const runBoundsShape = z.object({
  /** Renewals of one client on one day. */
  mostInvoices: z.int().min(1).max(100_000).nullable(),
  /** How many times the largest invoice the client ever had in that currency. */
  timesLargest: z.int().min(2).max(1000).nullable(),
  /** Days since the period began that is to be billed. */
  daysPast: z.int().min(1).max(3650).nullable(),
  /** The client's address. */
  needsAddress: z.boolean(),
  /** The tax number of clients who are taxed as a business. */
  needsTaxNumber: z.boolean(),
  /** A tax rule for what is sold, where the business charges tax. */
  needsTaxRule: z.boolean(),
});

export const runBounds = defineSetting<RunBounds>({
  key: 'billing.run-bounds',
  schema: runBoundsShape,
  default: {
    mostInvoices: 1000,
    timesLargest: 20,
    daysPast: 100,
    needsAddress: false,
    needsTaxNumber: true,
    needsTaxRule: true,
  },
});
