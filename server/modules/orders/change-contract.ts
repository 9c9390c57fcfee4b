import { z } from 'zod';
import {
  ability,
  bilingualOut,
  date,
  id,
  idOut,
  instant,
  moneyOut,
  prose,
} from '../../kernel/http/shapes.ts';
import { problem } from '../../kernel/values/errors.ts';
import { agreedTermOut, cycles, storeProductShape } from '../catalog/index.ts';
import { cancelReasons, clientCancelReasons } from '../services/index.ts';
import { changeStates, whyCanceled, type ChangeState } from './domain/change-states.ts';

const cycle = z.enum(cycles);

export const serviceParams = z.object({ organization: id('organization'), service: id('service') });
export const staffServiceParams = z.object({ service: id('service') });
export const changeParams = serviceParams.extend({ change: id('change') });
export const staffChangeParams = staffServiceParams.extend({ change: id('change') });

/** Everything the service is to be, not only what differs. */
const terms = z.object({
  plan: id('plan'),
  cycle,
  quantity: z.int().min(1).max(1_000_000),
  options: z.record(z.string().max(40), z.union([z.string().max(1000), z.int(), z.boolean()])),
  addons: z.array(z.string().max(40)).max(50),
});
export const askedShape = z.discriminatedUnion('what', [
  z.object({ what: z.literal('change'), ...terms.shape }),
  /** It ends at once, and what is not used is given back as its product says. */
  z.object({ what: z.literal('end') }),
]);
export type Asked = z.output<typeof askedShape>;

const agreedShape = z.object({
  planId: idOut,
  names: bilingualOut,
  quantity: z.int(),
  cycle: z.string(),
  /** For each period. */
  price: moneyOut,
});

/** A sum and all it follows from: `amount` is `price` times `share`, rounded half away from zero; without a share, `price`. */
const lineShape = z.object({
  rule: z.enum(['unused_time', 'rest_of_period', 'whole_period', 'setup', 'leaving', 'days_paid']),
  description: bilingualOut,
  quantity: z.int(),
  /** The first day and the first day after it. */
  period: z.object({ from: date, to: date }).nullable(),
  of: z.object({ from: date, to: date }).nullable(),
  price: moneyOut,
  share: z.object({ part: z.int(), whole: z.int(), unit: z.enum(['day', 'second']) }).nullable(),
  /** Counts the edits of the plan's prices: which price it is; null for what was agreed earlier. */
  priceVersion: z.int().nullable(),
  /** Below zero for what is given back. */
  amount: moneyOut,
});
export type ChangeLineOut = z.output<typeof lineShape>;

export const previewShape = z
  .object({
    serviceId: idOut,
    direction: z.enum(['upgrade', 'downgrade', 'end']),
    when: z.enum(['now', 'period_end']),
    /** The day from which it is so. */
    effectiveOn: date,
    before: agreedShape,
    after: agreedShape.nullable(),
    lines: z.array(lineShape),
    tax: moneyOut,
    /** To pay now with tax. */
    total: moneyOut,
    /** Given back as credit, with tax. */
    credit: moneyOut,
    /** What leaving before the end of a term costs, and why; null: nothing. It is part of `lines` and what `total` is. */
    leaving: z.object({ total: moneyOut, why: bilingualOut, until: date }).nullable(),
    /** The term that begins with it; null: none, or the one that runs goes on. */
    term: agreedTermOut.nullable(),
    /** Paid time that is given up for nothing, as the product says. */
    forfeits: z.boolean(),
    /** The next invoice by itself: its total with tax, the day it is issued and the first day it is for. */
    next: z.object({ total: moneyOut, issuedOn: date, from: date }).nullable(),
    /** It is beyond what the person may spend alone. */
    needsApproval: z.boolean(),
    /** Sealed: sent back, it is billed exactly like this, until it expires. */
    quote: z.string(),
    expiresAt: instant,
  })
  .meta({ id: 'ChangePreview' });
export type ChangePreview = z.output<typeof previewShape>;

export const makeBody = z.object({ quote: z.string().max(8000) });
export const endBody = makeBody.extend({
  reason: z.enum(clientCancelReasons),
  note: prose(2000).optional(),
});

/** `waive`: leaving before the end of its term costs nothing this time, and `note` says why. */
export const staffEndBody = makeBody
  .extend({
    reason: z.enum(['staff', 'abuse', 'non_payment']),
    note: prose(2000).optional(),
    waive: z.boolean().default(false),
  })
  .refine(({ waive, note }) => !waive || note !== undefined, { path: ['note'], message: 'why it is waived' });

/** What an end that waits for approval comes to now, by its quote; changes need none. */
export const approveChangeBody = z.object({ quote: z.string().max(8000).optional() }).nullish();
/** The reason is told to who asked for it. */
export const declineChangeBody = z.object({ reason: z.string().trim().max(1000).default('') }).nullish();

export const changeShape = z
  .object({
    id: idOut,
    state: z.enum(changeStates.all as [ChangeState, ...ChangeState[]]),
    effectiveOn: date,
    before: agreedShape,
    after: agreedShape.nullable(),
    lines: z.array(lineShape),
    total: moneyOut,
    credit: moneyOut,
    invoiceId: idOut.nullable(),
    /** Null: staff. */
    askedBy: z.string().nullable(),
    askedAt: instant,
    /** When it is given up by itself. */
    expiresAt: instant.nullable(),
    closedAt: instant.nullable(),
    whyCanceled: z.enum(whyCanceled).nullable(),
    /** Why it is to end, where that waits or waited for approval. */
    ending: z.object({ reason: z.enum(cancelReasons), note: z.string() }).nullable(),
    /** What who declined it wrote. */
    decisionNote: z.string(),
    can: z.object({ cancel: ability, approve: ability }),
  })
  .meta({ id: 'ServiceChange' });
export type ServiceChange = z.output<typeof changeShape>;

export const changesShape = z
  .object({
    /** Latest first, at most 20. */
    items: z.array(changeShape),
    can: z.object({ change: ability }),
  })
  .meta({ id: 'ServiceChanges' });
export type ServiceChanges = z.output<typeof changesShape>;

export const changeOptionsShape = z
  .object({
    can: z.object({ change: ability }),
    /** What may be chosen; null when the product is not sold any more. */
    product: storeProductShape.nullable(),
    current: z.object({
      plan: idOut,
      cycle,
      quantity: z.int(),
      options: z.record(z.string(), z.union([z.string(), z.int(), z.boolean()])),
      addons: z.array(z.string()),
    }),
    names: bilingualOut,
    price: moneyOut,
    paidThrough: date.nullable(),
    version: z.int(),
  })
  .meta({ id: 'ChangeOptions' });
export type ChangeOptions = z.output<typeof changeOptionsShape>;

/** Facts: `why`, and where it can still be had `quote`, `total` and `credit` of a new preview. */
export const quoteStale = problem(
  'quote_stale',
  409,
  'What was shown does not hold any more. Look at it again.',
);
export const nothingChanges = problem('nothing_changes', 409, 'The service is like this already.');
export const changeNotOffered = problem('change_not_offered', 409, 'This change is not offered.');
