import { z } from 'zod';
import {
  ability,
  bilingualOut,
  date,
  day,
  id,
  idOut,
  instant,
  line,
  moneyOut,
  pageOf,
  pageQuery,
  prose,
} from '../../kernel/http/shapes.ts';
import { problem } from '../../kernel/values/errors.ts';
import { isCurrency } from '../../kernel/values/money.ts';
import { tiersOut } from '../catalog/index.ts';
import { campaignStates, moveStates } from './domain/states.ts';
import type { CampaignState, MoveState } from './domain/states.ts';

const cycle = z.enum(['monthly', 'quarterly', 'semiannual', 'annual', 'biennial', 'triennial']);
const campaignState = z.enum(campaignStates.all as [CampaignState, ...CampaignState[]]);
const moveState = z.enum(moveStates.all as [MoveState, ...MoveState[]]);
const currency = z.string().refine(isCurrency, { message: 'a currency known here' });
const country = z.string().regex(/^[A-Z]{2}$/);
const rounding = z.object({ to: z.int().min(1).max(10_000_000), how: z.enum(['nearest', 'up', 'down']) });

/** Whose services are affected. `soldBefore`: ordered before that day. No country: all of them. */
const selection = z.object({
  plans: z.array(id('plan')).min(1).max(50),
  currency: currency.nullable(),
  cycle: cycle.nullable(),
  soldBefore: day.nullable(),
  countries: z.array(country).max(50),
  excluded: z.array(id('service')).max(2000),
});
export type Selection = z.output<typeof selection>;
const rule = z.discriminatedUnion('kind', [
  /** The version of each plan's price that new orders have on the day it begins. */
  z.object({ kind: z.literal('version') }),
  /** Hundredths of a percent: 750 is 7.5 % more. */
  z.object({ kind: z.literal('percent'), hundredths: z.int().min(-9_999).max(100_000), rounding }),
  /** Minor units more for each unit. */
  z.object({ kind: z.literal('amount'), amount: z.int().min(-1_000_000_000).max(1_000_000_000), rounding }),
]);

/** How the notice opens. `{client}`, `{date}` and `{business}` stand for what they say. */
const opening = prose(2000).refine(
  (text) =>
    [...text.matchAll(/\{(\w*)\}/g)].every(([, name]) => ['client', 'date', 'business'].includes(name!)),
  { message: 'only {client}, {date} and {business} stand for something' },
);
const fields = {
  name: line(120),
  selection,
  rule,
  /** The new price begins with the first period from this day on, once so many days have passed since the notice. */
  effectiveOn: day,
  noticeDays: z.int().min(0).max(365),
  /** `cancel`: who does not agree leaves at the end of the period. `keep`: or keeps the old price until `keepUntil`. */
  optOut: z.enum(['cancel', 'keep']),
  keepUntil: day.nullable(),
  texts: z.object({ id: opening, en: opening }),
};
const fits = (given: z.output<z.ZodObject<typeof fields>>) =>
  given.optOut === 'keep'
    ? given.keepUntil !== null && given.keepUntil > given.effectiveOn
    : given.keepUntil === null;
/** A thousand rupiah is not ten dollars: what is said in minor units is said of one currency. */
const oneCurrency = ({ rule: to, selection: of }: z.output<z.ZodObject<typeof fields>>) =>
  of.currency !== null || to.kind === 'version' || (to.kind === 'percent' && to.rounding.to === 1);
export const campaignBody = z
  .object(fields)
  .refine(fits, { path: ['keepUntil'], message: 'a day after the new price begins, or none' })
  .refine(oneCurrency, {
    path: ['selection', 'currency'],
    message: 'an amount and what is rounded to are of one currency',
  });
export type CampaignBody = z.output<typeof campaignBody>;

export const campaignParams = z.object({ campaign: id('campaign') });
export const moveParams = campaignParams.extend({ move: id('move') });
export const serviceParams = z.object({ organization: id('organization'), service: id('service') });
export const staffServiceParams = z.object({ service: id('service') });
export const planParams = z.object({ plan: id('plan') });

/** What recurs in a month of one currency, before and after; minor units. */
const sums = z.array(
  z.object({ currency: z.string(), services: z.int(), clients: z.int(), before: moneyOut, after: moneyOut }),
);
const affected = z.object({
  /** Null while nothing is announced. */
  id: idOut.nullable(),
  serviceId: idOut,
  client: z.object({ id: idOut, name: z.string() }),
  names: bilingualOut,
  label: z.string(),
  quantity: z.int(),
  cycle: z.string(),
  before: moneyOut,
  after: moneyOut,
  /** The first day of the new price; null where there is none. */
  on: date.nullable(),
  state: moveState.nullable(),
  /** Why its price does not change, or why its notice counts as not arrived. */
  why: z.string().nullable(),
  can: z.object({ resend: ability, deliver: ability, leave: ability }).nullable(),
});
export type Affected = z.output<typeof affected>;
export const affectedPage = pageOf(affected);
export const affectedQuery = z.object({ ...pageQuery, state: moveState.optional() });

export const previewShape = z
  .object({
    sums,
    /** Services that are chosen and whose price does not change, by reason. */
    left: z.array(z.object({ why: z.string(), services: z.int() })),
    /** The first ones, by client. */
    items: z.array(affected),
    /** What was shown, to approve exactly that. */
    digest: z.string(),
  })
  .meta({ id: 'PricePreview' });
export type PricePreview = z.output<typeof previewShape>;

const listed = {
  id: idOut,
  name: z.string(),
  state: campaignState,
  effectiveOn: date,
  createdBy: z.string().nullable(),
  createdAt: instant,
  approvedBy: z.string().nullable(),
  approvedAt: instant.nullable(),
  withdrawnAt: instant.nullable(),
  /** How many services stand where. */
  moves: z.object(
    Object.fromEntries(moveStates.all.map((state) => [state, z.int()])) as Record<MoveState, z.ZodInt>,
  ),
};
export const campaignPage = pageOf(z.object(listed).meta({ id: 'PriceCampaignItem' }));
export type CampaignItem = z.output<typeof campaignPage>['items'][number];
export const campaignQuery = z.object(pageQuery);
export const campaignShape = z
  .object({
    ...listed,
    selection: z.object({
      plans: z.array(z.object({ id: idOut, productId: idOut, names: bilingualOut })),
      currency: z.string().nullable(),
      cycle: cycle.nullable(),
      soldBefore: date.nullable(),
      countries: z.array(z.string()),
      excluded: z.array(idOut),
    }),
    rule,
    noticeDays: z.int(),
    optOut: z.enum(['cancel', 'keep']),
    keepUntil: date.nullable(),
    texts: bilingualOut,
    sums,
    version: z.int(),
    can: z.object({ change: ability, approve: ability, pause: ability, resume: ability, withdraw: ability }),
  })
  .meta({ id: 'PriceCampaign' });
export type PriceCampaign = z.output<typeof campaignShape>;

/** Approves what a preview showed. */
export const approveBody = z.object({ digest: z.string().max(100) });

export const versionsShape = z
  .object({
    versions: z.array(
      z.object({
        currency: z.string(),
        cycle: z.string(),
        version: z.int(),
        recurring: z.int(),
        setup: z.int(),
        tiers: tiersOut.nullable(),
        startsAt: instant.nullable(),
        endsAt: instant.nullable(),
        addedBy: z.string().nullable(),
        state: z.enum(['planned', 'current', 'past', 'withdrawn']),
        /** How many services that have not ended are at it. */
        services: z.int(),
      }),
    ),
  })
  .meta({ id: 'PriceVersions' });
export type PriceVersions = z.output<typeof versionsShape>;

export const comingShape = z
  .object({
    coming: z
      .object({
        on: date,
        before: moneyOut,
        after: moneyOut,
        toldAt: instant,
        /** The old price may be kept until then. */
        keepUntil: date.nullable(),
        kept: z.boolean(),
        can: z.object({ keep: ability }),
      })
      .nullable(),
  })
  .meta({ id: 'ComingPrice' });
export type ComingPrice = z.output<typeof comingShape>;

export const notAsShown = problem('not_as_shown', 409, 'What it comes to has changed since it was shown.');
export const nobodyAffected = problem('nobody_affected', 409, 'No price would change.');
export const tooManyServices = problem(
  'too_many_services',
  409,
  'These are too many services for one campaign.',
);
