import { z } from 'zod';
import {
  ability,
  bilingualOut,
  date,
  day,
  email,
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
import type { Currency } from '../../kernel/values/money.ts';
import {
  agreedTermOut,
  cycles,
  storeQuery,
  taxCategories,
  termRuleIn,
  termRuleOut,
} from '../catalog/index.ts';
import { askedItem } from '../orders/index.ts';
import { offerStates } from './domain/offer-states.ts';
import type { OfferState } from './domain/offer-states.ts';

const state = z.enum(offerStates.all as [OfferState, ...OfferState[]]);
const currency = z
  .string()
  .refine((text): boolean => isCurrency(text), { message: 'not a currency' })
  .transform((text) => text as Currency);
const orEmpty = (max: number) => z.string().trim().max(max).default('');

/** `percent` in hundredths, or `amount` in minor units; `periods` null: always. */
const discount = z
  .object({
    percent: z.int().min(1).max(10_000).nullable(),
    amount: z.int().min(1).max(1_000_000_000_000).nullable(),
    periods: z.int().min(1).max(120).nullable(),
  })
  .refine(({ percent, amount }) => (percent === null) !== (amount === null), {
    path: ['percent'],
    message: 'either a percentage or an amount',
  });
/** For how long a line is offered: as its plan says, from period to period, or a term of the offer's own. */
const offeredTerm = z.union([z.enum(['plan', 'none']), termRuleIn]).default('plan');
const planLine = z.object({
  kind: z.literal('plan'),
  item: askedItem,
  discount: discount.nullable(),
  term: offeredTerm,
});
const freeLine = z.object({
  kind: z.literal('free'),
  description: z.object({ id: line(300), en: line(300) }),
  quantity: z.int().min(1).max(1_000_000),
  unitPrice: z.int().min(0).max(1_000_000_000_000),
  category: z.enum(taxCategories),
});
export const offerLine = z.discriminatedUnion('kind', [planLine, freeLine]);
export type OfferLine = z.output<typeof offerLine>;
/** The same as it is shown again. */
const offerLineOut = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('plan'),
    item: z.object({
      plan: idOut,
      cycle: z.enum(cycles),
      quantity: z.int(),
      options: z.record(z.string(), z.union([z.string(), z.int(), z.boolean()])),
      addons: z.array(z.string()),
    }),
    discount: z
      .object({ percent: z.int().nullable(), amount: z.int().nullable(), periods: z.int().nullable() })
      .nullable(),
    term: z.union([z.enum(['plan', 'none']), termRuleOut]),
  }),
  z.object({
    kind: z.literal('free'),
    description: bilingualOut,
    quantity: z.int(),
    unitPrice: z.int(),
    category: z.enum(taxCategories),
  }),
]);
export type OfferLineOut = z.output<typeof offerLineOut>;
const lines = z.array(offerLine).min(1).max(50);

/** For a client, or for somebody who is none yet. */
const client = id('organization').nullable();
const prospect = z.object({ name: line(200), email, locale: z.enum(['id', 'en']) }).nullable();
const words = {
  title: line(200),
  introduction: orEmpty(5_000),
  terms: orEmpty(10_000),
  validUntil: day,
};
export const offerBody = z
  .object({ client, prospect, currency, lines, ...words })
  .refine((body) => (body.client === null) !== (body.prospect === null), {
    path: ['client'],
    message: 'either a client or somebody new',
  });
export type OfferBody = z.output<typeof offerBody>;
export const previewBody = z.object({ client, currency, lines });

export const goodsQuery = storeQuery.extend({ client: id('organization').optional() });

export const offerParams = z.object({ offer: id('offer') });
export const organizationParams = z.object({ organization: id('organization') });
export const ownOfferParams = organizationParams.extend({ offer: id('offer') });
const filters = { ...pageQuery, state: state.optional(), q: z.string().trim().max(60).optional() };
export const offerQuery = z.object(filters);
export type OfferFilters = z.output<typeof offerQuery>;
export const staffOfferQuery = z.object({ ...filters, client: id('organization').optional() });
export type StaffOfferFilters = z.output<typeof staffOfferQuery>;
export const documentQuery = z.object({ lang: z.enum(['id', 'en']).optional() });

const off = z.object({ names: bilingualOut, percent: z.int().nullable(), amount: moneyOut });
/** What it comes to, line by line and to the last unit: exactly this is invoiced. */
export const shownShape = z
  .object({
    /** The names of what comes from the catalog, in order. */
    plans: z.array(bilingualOut),
    lines: z.array(
      z.object({
        description: bilingualOut,
        quantity: z.int(),
        unitPrice: moneyOut,
        discounts: z.array(off),
        net: moneyOut,
        tax: moneyOut,
        taxLabel: bilingualOut.nullable(),
      }),
    ),
    subtotal: moneyOut,
    taxes: z.array(
      z.object({ label: bilingualOut, share: z.string().nullable(), base: moneyOut, tax: moneyOut }),
    ),
    total: moneyOut,
    /** What follows for what recurs, with tax: each `cycle`; `afterwards` once a discount has ended after so many periods. */
    later: z.array(
      z.object({
        names: bilingualOut,
        cycle: z.enum(cycles),
        total: moneyOut,
        afterwards: z.object({ total: moneyOut, periods: z.int() }).nullable(),
      }),
    ),
    /** For how long what recurs is agreed on, what follows, and what leaving early costs; `words` is what is signed. */
    terms: z.array(z.object({ names: bilingualOut, term: agreedTermOut, words: bilingualOut })),
  })
  .meta({ id: 'OfferShown' });
export type Shown = z.output<typeof shownShape>;

const common = {
  id: idOut,
  number: z.string().nullable(),
  revision: z.int(),
  state,
  title: z.string(),
  total: moneyOut,
  validUntil: date,
  sentAt: instant.nullable(),
};
export const offerItem = z.object(common).meta({ id: 'OfferItem' });
export type OfferItem = z.output<typeof offerItem>;
export const offerPage = pageOf(offerItem);
const whole = {
  ...common,
  introduction: z.string(),
  terms: z.string(),
  answeredAt: instant.nullable(),
  signature: z.string(),
  reason: z.string(),
  orderId: idOut.nullable(),
  invoiceId: idOut.nullable(),
  version: z.int(),
};
export const offerShape = z
  .object({
    ...whole,
    shown: shownShape,
    /** The version of the terms of business that is accepted with it; null where there are none. */
    termsVersion: z.int().nullable(),
    can: z.object({ accept: ability, decline: ability }),
  })
  .meta({ id: 'Offer' });
export type Offer = z.output<typeof offerShape>;

const whom = {
  client: z.object({ id: idOut, name: z.string() }).nullable(),
  prospect: z.object({ name: z.string(), email: z.string(), locale: z.enum(['id', 'en']) }).nullable(),
};
export const staffOfferItem = z.object({ ...common, ...whom }).meta({ id: 'StaffOfferItem' });
export type StaffOfferItem = z.output<typeof staffOfferItem>;
export const staffOfferPage = pageOf(staffOfferItem);
export const staffOfferShape = z
  .object({
    ...whole,
    ...whom,
    currency: z.string(),
    lines: z.array(offerLineOut),
    /** Of a draft: what it would come to now; null where its plans are not sold any more. */
    shown: shownShape.nullable(),
    writtenBy: z.string(),
    revises: idOut.nullable(),
    can: z.object({ edit: ability, send: ability, withdraw: ability, revise: ability }),
  })
  .meta({ id: 'StaffOffer' });
export type StaffOffer = z.output<typeof staffOfferShape>;
export const pipelineShape = z
  .object({ sums: z.array(z.object({ state, count: z.int(), total: moneyOut })) })
  .meta({ id: 'OfferPipeline' });
export type Pipeline = z.output<typeof pipelineShape>;

/** For exactly the sum that was seen, under one's own name. */
export const acceptBody = z.object({
  name: line(200),
  expectedTotal: z.int().min(0),
  termsVersion: z.int().min(1).nullable(),
});
export const declineBody = z.object({ reason: prose(2_000) });

/** Offers to the reader's own proven address that no organization has taken yet, and where they can go. */
export const myOffersShape = z
  .object({
    items: z.array(z.object({ ...common, into: z.array(z.object({ id: idOut, name: z.string() })) })),
  })
  .meta({ id: 'MyOffers' });
export type MyOffers = z.output<typeof myOffersShape>;
export const takeBody = z.object({ organization: id('organization') });
export const takenShape = z.object({ slug: z.string() });

export const offerOver = problem('offer_over', 409, 'This offer cannot be accepted any more.');
export const offerStale = problem(
  'offer_stale',
  409,
  'Taxes or stock have changed since this was offered. Ask us for a new one.',
);
export const wrongCurrency = problem(
  'offer_currency',
  409,
  'The offer is in another currency than the client.',
);
export const dayPassed = problem('day_passed', 409, 'The last day has passed already.');
