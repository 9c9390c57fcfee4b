import { z } from 'zod';
import {
  ability,
  bilingualOut,
  date,
  id,
  idOut,
  instant,
  moneyOut,
  pageOf,
  pageQuery,
  prose,
} from '../../kernel/http/shapes.ts';
import { problem } from '../../kernel/values/errors.ts';
import { agreedTermOut, billDayOut, cycles } from '../catalog/index.ts';
import { codeAnswer, typedCode } from '../promotions/index.ts';
import { itemStages, orderStates } from './domain/order-states.ts';
import type { ItemStage, OrderState } from './domain/order-states.ts';

const cycle = z.enum(cycles);
const status = z.enum(orderStates.all as [OrderState, ...OrderState[]]);
const stage = z.enum(itemStages.all as [ItemStage, ...ItemStage[]]);

export const organizationParams = z.object({ organization: id('organization') });
export const orderParams = organizationParams.extend({ order: id('order') });
export const staffOrderParams = z.object({ order: id('order') });

export const askedItem = z.object({
  plan: id('plan'),
  cycle,
  quantity: z.int().min(1).max(1_000_000),
  /** Option codes with a choice's code, a number, a text or a tick. */
  options: z
    .record(z.string().max(40), z.union([z.string().max(1000), z.int(), z.boolean()]))
    .refine((options) => Object.keys(options).length <= 100, { message: 'at most 100 options' }),
  /** Codes of add-ons. */
  addons: z.array(z.string().max(40)).max(50),
});
const items = z.array(askedItem).min(1).max(20);
export type AskedItem = z.output<typeof askedItem>;

export const quoteBody = z.object({ items, promotionCode: typedCode });
export const orderBody = z.object({
  items,
  /** What the buyer saw to be due now, in minor units: if it is anything else meanwhile, nothing is ordered. */
  expectedTotal: z.int().min(0),
  /** The version of the terms the buyer accepts; null where there are none. */
  termsVersion: z.int().min(1).nullable(),
  promotionCode: typedCode,
});

const chosen = {
  code: z.string(),
  name: bilingualOut,
  /** Minor units for one unit of the plan. */
  recurring: z.int(),
  setup: z.int(),
};
const choices = z.object({
  options: z.array(
    z.object({
      ...chosen,
      kind: z.enum(['select', 'quantity', 'text', 'checkbox']),
      value: z.union([z.string(), z.number(), z.boolean()]),
      label: bilingualOut.nullable(),
    }),
  ),
  addons: z.array(z.object(chosen)),
});

/** Amounts are minor units of the order's currency before tax, quantity included. */
const configured = {
  planId: idOut,
  names: bilingualOut,
  quantity: z.int(),
  cycle,
  recurring: z.int(),
  setup: z.int(),
  trialDays: z.int(),
  choices,
};

export const quoteShape = z
  .object({
    currency: z.string(),
    /**
     * `introduced`: it costs less at first, since its buyer has not had the product. `term`: for how long it is agreed on. `billDay`: the day
     * of the month it is billed on; null: that on which it begins.
     */
    items: z.array(
      z.object({
        ...configured,
        introduced: z.boolean(),
        term: agreedTermOut.nullable(),
        billDay: billDayOut,
      }),
    ),
    /** What is due now, line by line, without tax. */
    lines: z.array(
      z.object({
        description: bilingualOut,
        /** The days it is for, where they are known before it begins, and which part of a period those are. */
        period: z.object({ from: date, to: date }).nullable(),
        note: bilingualOut.nullable(),
        quantity: z.int(),
        unitPrice: moneyOut,
        /** In this order; `percent` in hundredths. */
        discounts: z.array(z.object({ names: bilingualOut, percent: z.int().nullable(), amount: moneyOut })),
        net: moneyOut,
      }),
    ),
    subtotal: moneyOut,
    taxes: z.array(z.object({ label: bilingualOut, base: moneyOut, tax: moneyOut })),
    total: moneyOut,
    /** The last day to pay; null when nothing is due. */
    payBy: date.nullable(),
    /** What follows for each item that recurs, with tax, if it begins today: each `cycle`, the first time for the time from `from`; `afterwards`: what it is from further days on, as discounts begin and end. */
    later: z.array(
      z.object({
        names: bilingualOut,
        cycle,
        total: moneyOut,
        from: date,
        /** That day holds whenever it is paid: what of the days before it is over by then comes off `total`. */
        fixed: z.boolean(),
        afterwards: z.array(z.object({ total: moneyOut, from: date })),
      }),
    ),
    /** What became of the promotion's code that was entered. */
    code: codeAnswer.nullable(),
    /** The version to accept. */
    terms: z.int().nullable(),
  })
  .meta({ id: 'OrderQuote' });
export type Quote = z.output<typeof quoteShape>;

export const orderItem = z
  .object({
    id: idOut,
    number: z.string(),
    status,
    /** Staff or nobody had to wait for money: 'paid' then means confirmed. */
    paid: z.boolean(),
    placedAt: instant,
    total: moneyOut,
    /** The first item; `more` is how many there are besides. */
    title: bilingualOut,
    more: z.int(),
  })
  .meta({ id: 'OrderItem' });
export type OrderItem = z.output<typeof orderItem>;
export const orderPage = pageOf(orderItem);
const filters = {
  ...pageQuery,
  status: z.union([status, z.literal('open')]).optional(),
  /** Part of a number or of a product's name. */
  q: z.string().trim().max(60).optional(),
};
export const orderQuery = z.object(filters);
export type OrderFilters = z.output<typeof orderQuery>;

export const timelineKinds = [
  'placed',
  'approved',
  'invoice_issued',
  'paid',
  'accepted',
  'service_started',
  'service_ready',
  'service_failed',
  'fulfilled',
  'canceled',
] as const;
const timeline = z.array(
  z.object({
    at: instant,
    kind: z.enum(timelineKinds),
    /** The item it is about, where it is about one. */
    names: bilingualOut.nullable(),
  }),
);

const common = {
  id: idOut,
  number: z.string(),
  status,
  paid: z.boolean(),
  placedAt: instant,
  placedBy: z.string(),
  currency: z.string(),
  total: moneyOut,
  invoice: z
    .object({
      id: idOut,
      number: z.string().nullable(),
      dueOn: date,
      /** An organization above pays; its address for those who belong to it. */
      paidAbove: z.object({ slug: z.string().nullable() }).nullable(),
    })
    .nullable(),
  expiresAt: instant.nullable(),
  termsVersion: z.int().nullable(),
  canceledWhy: z
    .enum(['client', 'staff', 'expired', 'invoice_voided', 'service_ended', 'declined', 'not_approved'])
    .nullable(),
  cancelNote: z.string(),
  items: z.array(
    z.object({
      ...configured,
      serviceId: idOut,
      stage,
      /** What came off when it was ordered: of the first period, or of the set-up. `percent` in hundredths. */
      discounts: z.array(
        z.object({ names: bilingualOut, percent: z.int().nullable(), amount: z.int(), setup: z.boolean() }),
      ),
    }),
  ),
  timeline,
  version: z.int(),
};
export const orderShape = z
  .object({
    ...common,
    /** Above the limit of who placed it: it waits, or waited, for somebody's decision. */
    approval: z
      .object({
        limit: moneyOut,
        decision: z.enum(['approved', 'declined']).nullable(),
        decidedBy: z.string().nullable(),
        decidedAt: instant.nullable(),
      })
      .nullable(),
    can: z.object({ pay: ability, cancel: ability, decide: ability }),
  })
  .meta({ id: 'Order' });
export type Order = z.output<typeof orderShape>;

/** The security code is shown here and in the mail, never again. */
export const placedShape = z
  .object({
    id: idOut,
    number: z.string(),
    code: z.string(),
    /** Null also where an organization above pays. */
    invoiceId: idOut.nullable(),
    paidAbove: z.boolean(),
    total: moneyOut,
    awaitsApproval: z.boolean(),
  })
  .meta({ id: 'PlacedOrder' });
export type PlacedOrder = z.output<typeof placedShape>;

export const statusBody = z.object({ number: z.string().min(1).max(40), code: z.string().min(1).max(40) });
export const statusShape = z
  .object({
    number: z.string(),
    status,
    paid: z.boolean(),
    placedAt: instant,
    expiresAt: instant.nullable(),
    items: z.array(z.object({ names: bilingualOut, quantity: z.int(), stage })),
    timeline,
  })
  .meta({ id: 'OrderStatus' });
export type OrderStatus = z.output<typeof statusShape>;

const termsShape = z
  .object({ version: z.int(), text: bilingualOut, publishedAt: instant })
  .meta({ id: 'Terms' });
export const termsAnswer = z.object({ terms: termsShape.nullable() });
export type Terms = z.output<typeof termsAnswer>;
export const termsQuery = z.object({ version: z.coerce.number().int().min(1).optional() });
export const termsBody = z.object({ text: z.object({ id: prose(100_000), en: prose(100_000) }) });

// The console.

/** A guest's: nobody has claimed it yet. */
const client = z.object({ id: idOut, name: z.string(), guest: z.boolean() });
const staffOrderItem = orderItem.extend({ client }).meta({ id: 'StaffOrderItem' });
export type StaffOrderItem = z.output<typeof staffOrderItem>;
export const staffOrderPage = pageOf(staffOrderItem);
/** `q` finds clients by name too. */
export const staffOrderQuery = z.object({ ...filters, client: id('organization').optional() });
export type StaffOrderFilters = z.output<typeof staffOrderQuery>;
export const staffOrderShape = z
  .object({
    ...common,
    client,
    acceptedAt: instant.nullable(),
    can: z.object({ accept: ability, cancel: ability }),
  })
  .meta({ id: 'StaffOrder' });
export type StaffOrder = z.output<typeof staffOrderShape>;
/** The note is shown to the client. */
export const cancelBody = z.object({ note: z.string().trim().max(1000).default('') });

/** The reason is told to who placed the order. */
export const declineBody = z.object({ reason: z.string().trim().max(1000).default('') });

export const ownOrder = problem('own_order', 409, 'Somebody else has to decide on an order of yours.');
export const beyondYourLimit = problem('beyond_your_limit', 409, 'This order is above your own limit too.');
export const priceChanged = problem(
  'price_changed',
  409,
  'The price has changed since you saw it. Look at it again before you order.',
);
export const termsChanged = problem(
  'terms_changed',
  409,
  'There is a newer version of the terms. Read it and accept it before you order.',
);
export const existingClientsOnly = problem(
  'existing_clients_only',
  409,
  'This offer is for clients who have a service already.',
);
export const unknownOrder = problem(
  'unknown_order',
  404,
  'There is no order with this number and code.',
  'guess',
);
export const alreadyPaid = problem('order_already_paid', 409, 'This order has been paid already.');
export const alreadyOver = problem('order_is_over', 409, 'This order is fulfilled or canceled already.');
export const paymentPending = problem(
  'order_payment_pending',
  409,
  'A payment for this order is on its way, so it cannot be canceled now.',
);
