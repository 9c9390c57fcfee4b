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
import { agreedTermOut, billDayOut } from '../catalog/index.ts';
import { clientCancelReasons, cancelReasons } from './domain/cancel-reasons.ts';
import { serviceStates, suspensionReasons } from './domain/service-states.ts';
import type { ServiceState, SuspensionReason } from './domain/service-states.ts';
import { technicalStates } from './domain/technical-states.ts';

const state = z.enum(serviceStates.all as [ServiceState, ...ServiceState[]]);
const reason = z.enum(Object.keys(suspensionReasons) as [SuspensionReason, ...SuspensionReason[]]);
const cycle = z.enum(['one_time', 'monthly', 'quarterly', 'semiannual', 'annual', 'biennial', 'triennial']);
const organization = z.object({ id: idOut, name: z.string(), slug: z.string() });

export const organizationParams = z.object({ organization: id('organization') });
export const serviceParams = organizationParams.extend({ service: id('service') });
export const consoleParams = z.object({ service: id('service') });

const inList = {
  id: idOut,
  /** The client's own name for it; empty when none was given. */
  label: z.string(),
  names: bilingualOut,
  state,
  suspendedFor: z.array(reason),
  technicalState: z.enum(technicalStates),
  quantity: z.int(),
  /** For each period, or once, the whole quantity. */
  price: moneyOut,
  cycle,
  /** The first day that is not paid for. */
  paidThrough: date.nullable(),
  nextInvoiceOn: date.nullable(),
  trialEndsOn: date.nullable(),
  cancelOn: date.nullable(),
  /** From when on nothing is billed, in days to come unless the state says so, and up to when where that was said. */
  pause: z.object({ on: date, resumeOn: date.nullable() }).nullable(),
  /** What anyone who sees the service may see, such as its host name. */
  facts: z.record(z.string(), z.string()),
  createdAt: instant,
};
const serviceItem = z.object(inList).meta({ id: 'ServiceItem' });
export type ServiceItem = z.output<typeof serviceItem>;
export const servicePage = pageOf(serviceItem);
const clientServiceItem = z.object({ ...inList, organization }).meta({ id: 'ClientServiceItem' });
export type ClientServiceItem = z.output<typeof clientServiceItem>;
export const clientServicePage = pageOf(clientServiceItem);

export const statuses = [
  'current',
  'active',
  'pending',
  'suspended',
  'past_due',
  'paused',
  'canceling',
  'ended',
  'all',
] as const;
export type Status = (typeof statuses)[number];
const filters = {
  ...pageQuery,
  status: z.enum(statuses).default('current'),
  /** Part of the label, of the plan's name or of a visible fact such as the host name. */
  q: z.string().trim().max(100).optional(),
};
export const serviceQuery = z.object(filters);
export const consoleQuery = z.object({ ...filters, organization: id('organization').optional() });

export const summaryShape = z
  .object({ active: z.int(), suspended: z.int(), pending: z.int(), endingSoon: z.int() })
  .meta({ id: 'ServicesSummary' });

const timelineItem = z.object({
  id: idOut,
  /** The fact's name, such as `services.service-activated`. */
  name: z.string(),
  data: z.record(z.string(), z.unknown()),
  /** Who did it; null for the system and for those whose name is not the reader's business. */
  by: z.string().nullable(),
  happenedAt: instant,
});
export type TimelineItem = z.output<typeof timelineItem>;

const detail = {
  ...inList,
  choices: z.unknown(),
  dashboardUrl: z.string().nullable(),
  period: z.object({ from: date, to: date }).nullable(),
  /** For each period from the next one on, as it was agreed; null when none follows. */
  nextPrice: moneyOut.nullable(),
  /** Which version of its plan's price it was sold under; null: a price of its own. */
  priceVersion: z.int().nullable(),
  /** What it is going to cost for each period from a day on, as it was announced. */
  coming: z.object({ on: date, price: moneyOut }).nullable(),
  /** What is taken off its price, in this order: hundredths of a percent or an amount, from a day (null: the first), up to one; null: always. */
  discounts: z.array(
    z.object({
      names: bilingualOut,
      percent: z.int().nullable(),
      amount: moneyOut.nullable(),
      from: date.nullable(),
      until: date.nullable(),
    }),
  ),
  /**
   * For how long it is agreed on, up to `endsOn`; null: from period to period. `leaves`: it ends with it, as its client wishes. `sayBy`: the
   * last day to say so where it renews otherwise. `early`: what leaving before costs.
   */
  term: agreedTermOut.extend({ endsOn: date, leaves: z.boolean(), sayBy: date.nullable() }).nullable(),
  /** The day of the month it is billed on, as was agreed, 31 for the last; null: that on which it began. */
  billDay: billDayOut,
  cancelReason: z.enum(cancelReasons).nullable(),
  activatedAt: instant.nullable(),
  endedAt: instant.nullable(),
  version: z.int(),
  /** Newest first, at most 50. */
  timeline: z.array(timelineItem),
};
export const serviceDetail = z
  .object({
    ...detail,
    suspensions: z.array(z.object({ reason, since: instant })),
    can: z.object({
      rename: ability,
      suspend: ability,
      resume: ability,
      cancelNow: ability,
      cancelAtPeriodEnd: ability,
      cancelAtTermEnd: ability,
      keep: ability,
    }),
  })
  .meta({ id: 'Service' });
export type ServiceDetail = z.output<typeof serviceDetail>;

export const clientServiceDetail = z
  .object({
    ...detail,
    organization,
    planId: idOut,
    orderId: idOut,
    provisioner: z.string(),
    cancelNote: z.string(),
    suspensions: z.array(z.object({ reason, since: instant, note: z.string() })),
    can: z.object({
      activate: ability,
      suspend: ability,
      lift: ability,
      cancelNow: ability,
      cancelAtPeriodEnd: ability,
      cancelAtTermEnd: ability,
      keep: ability,
    }),
  })
  .meta({ id: 'ClientService' });
export type ClientServiceDetail = z.output<typeof clientServiceDetail>;

export const servicePatch = z.object({
  label: z
    .string()
    .trim()
    .max(100)
    .regex(/^[^\u0000-\u001f\u007f]*$/),
});
const when = z.enum(['now', 'period_end', 'term_end']);
export const cancelBody = z.object({
  when,
  reason: z.enum(clientCancelReasons),
  note: prose(2000).optional(),
});
export const staffSuspendBody = z.object({
  reason: z.enum(['manual', 'abuse', 'security']),
  note: prose(2000).optional(),
});
export const staffLiftBody = z.object({ reason });
export const staffCancelBody = z.object({
  when,
  reason: z.enum(['staff', 'abuse', 'non_payment']),
  note: prose(2000).optional(),
});
