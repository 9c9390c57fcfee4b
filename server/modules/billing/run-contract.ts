import { z } from 'zod';
import { ability, id, idOut, instant, moneyOut, pageOf, pageQuery } from '../../kernel/http/shapes.ts';
import { holdReasons } from './domain/run-bounds.ts';
import { runBoundsShape } from './run-settings.ts';

const client = z.object({ id: idOut, name: z.string() });
const reasons = z.array(z.enum(holdReasons));

export const runParams = z.object({ run: id('billing-run') });
export const heldParams = z.object({ client: id('organization') });

/** `dry`: it only looked. `lookedAt` of the `due` services so far; `held` of them were not billed. */
export const runShape = z
  .object({
    id: idOut,
    kind: z.enum(['real', 'dry']),
    startedBy: z.object({ id: idOut, name: z.string() }).nullable(),
    startedAt: instant,
    finishedAt: instant.nullable(),
    due: z.int(),
    lookedAt: z.int(),
    held: z.int(),
    sums: z.array(z.object({ invoices: z.int(), net: moneyOut, tax: moneyOut, total: moneyOut })),
  })
  .meta({ id: 'BillingRun' });
export type BillingRun = z.output<typeof runShape>;
export const runQuery = z.object({ ...pageQuery, kind: z.enum(['real', 'dry']).optional() });
export const runPage = pageOf(runShape);

/** What a client would have been billed, and what would have been held back. */
export const runClientShape = z
  .object({
    client,
    invoices: z.int(),
    net: moneyOut,
    tax: moneyOut,
    total: moneyOut,
    held: z.int(),
    heldTotal: moneyOut,
    reasons,
  })
  .meta({ id: 'BillingRunClient' });
export type RunClient = z.output<typeof runClientShape>;
export const runClientQuery = z.object({ ...pageQuery, held: z.literal('only').optional() });
export const runClientPage = pageOf(runClientShape);

/** All that is held back of one who pays. */
export const heldShape = z
  .object({
    client,
    since: instant,
    periods: z.int(),
    totals: z.array(moneyOut),
    reasons,
    can: z.object({ decide: ability }),
  })
  .meta({ id: 'HeldBack' });
export type HeldBack = z.output<typeof heldShape>;
export const heldQuery = z.object({
  ...pageQuery,
  reason: z.enum(holdReasons).optional(),
  client: id('organization').optional(),
});
export const heldPage = pageOf(heldShape);

export const boundsShape = z.object({ value: runBoundsShape, version: z.int() });
export type RunBoundsSetting = z.output<typeof boundsShape>;
