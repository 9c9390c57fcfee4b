import { z } from 'zod';
import { bilingualOut, id, idOut, instant, line } from '../../kernel/http/shapes.ts';
import { problem } from '../../kernel/values/errors.ts';
import { aggregations, faultOfCharge, quantityRoundings } from './domain/metered.ts';

export const meterCode = z.string().regex(/^[a-z][a-z0-9_-]{0,39}$/);
const words = z.object({ id: line(60), en: line(60) });

const meterFields = {
  id: idOut,
  code: z.string(),
  name: bilingualOut,
  unit: bilingualOut,
  aggregation: z.enum(aggregations),
  decimals: z.int(),
  rounding: z.enum(quantityRoundings),
};

export const meterShape = z
  .object({ ...meterFields, plans: z.int(), archivedAt: instant.nullable(), version: z.int() })
  .meta({ id: 'Meter' });
export type MeterShape = z.output<typeof meterShape>;
export const metersShape = z.object({ items: z.array(meterShape) });
export const meterParams = z.object({ meter: id('meter') });
/** How it counts cannot be changed: what was sold is counted by it. */
export const meterBody = z.object({
  code: meterCode,
  name: words,
  unit: words,
  aggregation: z.enum(aggregations),
  decimals: z.int().min(0).max(6),
  rounding: z.enum(quantityRoundings),
});
export const meterPatch = z.object({ name: words, unit: words, archived: z.boolean() }).partial();

/** A decimal as text, so that none is lost: minor units, units or percent. */
const decimal = z.string().regex(/^\d{1,12}(\.\d{1,6})?$/, { message: 'a decimal, like 1250.5' });
const minor = z.int().min(0).max(1_000_000_000_000);
const tiers = z
  .array(z.object({ upTo: decimal.nullable(), each: decimal, fixed: minor }))
  .min(1)
  .max(20);

/** By model: `each` in minor units for a unit; rates and the `each` of graduated_percentage in percent of the money the meter counts. */
const models = [
  z.object({ model: z.literal('standard'), each: decimal }),
  z.object({ model: z.literal('package'), size: decimal, price: minor }),
  z.object({ model: z.literal('graduated'), tiers }),
  z.object({ model: z.literal('volume'), tiers }),
  z.object({ model: z.literal('percentage'), rate: decimal, fee: minor }),
  z.object({ model: z.literal('graduated_percentage'), tiers }),
] as const;
const terms = { included: decimal.default('0'), minimum: minor.default(0) };
const [standard, pack, graduated, volume, percentage, graduatedPercentage] = models;

function chargeWith<Meter extends z.ZodType>(meter: Meter) {
  const more = { meter, ...terms };
  return z.discriminatedUnion('model', [
    standard.extend(more),
    pack.extend(more),
    graduated.extend(more),
    volume.extend(more),
    percentage.extend(more),
    graduatedPercentage.extend(more),
  ]);
}

/** What use of something costs, by the code of its meter. `included` and `minimum` (minor units) are of one unit of the plan and a whole period. */
export const chargeIn = chargeWith(meterCode).refine((charge) => faultOfCharge(charge) === null, {
  message: 'tiers in order, the last without an end; packages of more than nothing',
});
export type ChargeIn = z.output<typeof chargeIn>;
export const chargesIn = z
  .array(chargeIn)
  .max(10)
  .refine((all) => new Set(all.map(({ meter }) => meter)).size === all.length, {
    message: 'each meter once',
  });
export const chargeOut = chargeWith(z.object(meterFields));

export const meterTaken = problem('meter_code_taken', 409, 'This code is used by another meter already.');
