import { z } from 'zod';
import {
  ability,
  bilingualOut,
  id,
  idOut,
  instant,
  moneyOut,
  pageOf,
  pageQuery,
} from '../../kernel/http/shapes.ts';
import { problem } from '../../kernel/values/errors.ts';
import { whyNotCharged } from './charge-row.ts';
import { invoiceRef } from './contract.ts';
import { declineClasses, paymentStatuses } from './domain/attempt.ts';
import { automaticShape } from './settings.ts';

const why = z.enum(whyNotCharged);
const states = ['planned', 'underway', 'stopped', 'over'] as const;
const state = z.enum(states);

/** A charge without the payer, and what became of it. */
const tryShape = z.object({
  id: idOut,
  startedAt: instant,
  paidWith: z.string(),
  status: z.enum(paymentStatuses),
  class: z.enum(declineClasses).nullable(),
});

const plan = {
  /** Why it is not charged any more. */
  why: why.nullable(),
  nextAt: instant.nullable(),
  /** 'Visa •••• 4242' */
  nextWith: z.string().nullable(),
};

/** What becomes of one invoice that is to be paid without asking; `none`: it is not. Tries are newest first. */
export const invoiceChargeShape = z
  .object({ state: z.enum([...states, 'none']), ...plan, tries: z.array(tryShape) })
  .meta({ id: 'InvoiceCharge' });
export type InvoiceCharge = z.output<typeof invoiceChargeShape>;

/** How an organization pays its renewals. `isOffered`: the business charges renewals at all. */
export const automaticPaymentShape = z
  .object({
    isOffered: z.boolean(),
    isOn: z.boolean(),
    planned: z.array(z.object({ invoice: invoiceRef, amount: moneyOut, at: instant, with: z.string() })),
    last: tryShape.extend({ invoice: invoiceRef, amount: moneyOut }).nullable(),
    services: z.array(z.object({ id: idOut, names: bilingualOut, label: z.string(), isOn: z.boolean() })),
  })
  .meta({ id: 'AutomaticPayment' });
export type AutomaticPayment = z.output<typeof automaticPaymentShape>;

/** Without a service: for all that the organization pays. */
export const chooseBody = z.strictObject({ isOn: z.boolean(), service: id('service').optional() });
export const turnsBody = z.strictObject({ methods: z.array(id('saved-method')).max(20) });

/** Staff. */
const chargeItem = {
  invoice: invoiceRef,
  client: z.object({ id: idOut, name: z.string(), slug: z.string() }),
  /** What is owed. */
  amount: moneyOut,
  state,
  ...plan,
  tries: z.int(),
};
const staffChargeItem = z.object(chargeItem).meta({ id: 'AutomaticChargeItem' });
export type AutomaticChargeItem = z.output<typeof staffChargeItem>;
export const staffChargePage = pageOf(staffChargeItem);
export const staffChargeQuery = z.object({ ...pageQuery, state: state.optional() });
export const staffChargeParams = z.object({ charge: id('invoice') });
export const staffChargeShape = z
  .object({
    ...chargeItem,
    /** Newest first; `code` is the gateway's word. */
    tries: z.array(tryShape.extend({ code: z.string().nullable() })),
    can: z.object({ retry: ability }),
  })
  .meta({ id: 'AutomaticCharge' });
export type AutomaticCharge = z.output<typeof staffChargeShape>;

export const automaticSettingsShape = z
  .object({ value: automaticShape, version: z.int(), can: z.object({ change: ability }) })
  .meta({ id: 'AutomaticPaymentSettings' });
export type AutomaticSettings = z.output<typeof automaticSettingsShape>;

export const nothingToCharge = problem(
  'nothing_to_charge',
  409,
  'Nothing was charged: there is no method that may be charged now.',
);
