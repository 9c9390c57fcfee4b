import { z } from 'zod';
import { ability, date, day, id, idOut, instant, moneyOut } from '../../kernel/http/shapes.ts';
import { problem } from '../../kernel/values/errors.ts';
import { pausePolicyShape } from '../catalog/index.ts';

export const serviceParams = z.object({ organization: id('organization'), service: id('service') });
export const staffServiceParams = z.object({ service: id('service') });

const unused = z.enum(['extend', 'credit', 'none']);
const when = z.enum(['now', 'period_end']);

/** `when`: for staff; clients have what the product says. */
export const askedShape = z.object({ when: when.optional(), resumeOn: day.nullable().default(null) });
export type Asked = z.output<typeof askedShape>;

export const previewShape = z
  .object({
    serviceId: idOut,
    when,
    /** The first day on which it is paused. */
    beginsOn: date,
    /** On which it goes on by itself. */
    resumeOn: date.nullable(),
    unused,
    /** Days of paid time that stand still and go on afterwards. */
    keptDays: z.int(),
    /** What comes back as credit, with tax. */
    credit: moneyOut,
    /** Up to this day paid time passes while it is paused; null: none does. */
    passesUntil: date.nullable(),
    /** What was invoiced for time that has not begun is taken back, so much of each. */
    takenBack: z.array(z.object({ invoiceId: idOut, number: z.string().nullable(), amount: moneyOut })),
    /** The first invoice afterwards, with tax, where the day is known on which it goes on; null: nothing is invoiced before it does. */
    next: z.object({ total: moneyOut, issuedOn: date, from: date }).nullable(),
    /** A fixed term ends then instead, where both days are known. */
    term: z.object({ endsOn: date, becomes: date.nullable() }).nullable(),
    /** Sealed: sent back, exactly this is done, until it expires. */
    quote: z.string(),
    expiresAt: instant,
  })
  .meta({ id: 'PausePreview' });
export type PausePreview = z.output<typeof previewShape>;

export const makeBody = z.object({ quote: z.string().max(8000) });
export const moveBody = z.object({ resumeOn: day.nullable() });

export const pausesShape = z
  .object({
    /** What its product says; null: it cannot be paused by who asks. */
    offer: pausePolicyShape.nullable(),
    /** How often it may still be paused within twelve months; null: no limit. */
    left: z.int().nullable(),
    /** Of a service that is paused, or going to be. */
    pause: z
      .object({
        runs: z.boolean(),
        on: date,
        resumeOn: date.nullable(),
        /** The last day to go on; null: any. */
        latestOn: date.nullable(),
        unused,
        keptDays: z.int(),
        /** What it would be if it went on today. */
        today: z.object({ paidThrough: date.nullable(), nextInvoiceOn: date.nullable() }).nullable(),
      })
      .nullable(),
    /** Those that are over or did not happen, latest first, at most 20. */
    earlier: z.array(
      z.object({
        id: idOut,
        on: date,
        endedOn: date.nullable(),
        unused,
        keptDays: z.int(),
        credit: moneyOut,
        byStaff: z.boolean(),
      }),
    ),
    /** Its time is of this zone. */
    today: date,
    can: z.object({ pause: ability, resume: ability, withdraw: ability, move: ability }),
  })
  .meta({ id: 'ServicePauses' });
export type ServicePauses = z.output<typeof pausesShape>;

/** Facts: `why`: expired, service_changed or sum_changed. */
export const pauseStale = problem(
  'pause_stale',
  409,
  'What was shown does not hold any more. Look at it again.',
);
