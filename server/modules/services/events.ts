import { z } from 'zod';
import { defineEvent } from '../../kernel/events/define.ts';

const id = z.string();
const day = z.iso.date();
const reason = z.string();

export const serviceOrdered = defineEvent('services.service-ordered', {
  data: z.object({ orderId: id, planId: id }),
});
/** It may be used from now on: paid, free of charge, or `trialEndsOn` set. */
export const serviceActivated = defineEvent('services.service-activated', {
  data: z.object({ planId: id, provisioner: z.string(), trialEndsOn: day.nullable() }),
});
export const serviceTrialEnded = defineEvent('services.service-trial-ended', {
  data: z.object({ paid: z.boolean() }),
});
/** `held`: something else held it already, so for those who run it nothing changes. */
export const serviceSuspended = defineEvent('services.service-suspended', {
  data: z.object({ reason, held: z.boolean() }),
});
/** One of several reasons is gone; the service stays suspended. */
export const serviceSuspensionLifted = defineEvent('services.service-suspension-lifted', {
  data: z.object({ reason }),
});
/** The last reason is gone: it may run again. */
export const serviceResumed = defineEvent('services.service-resumed', { data: z.object({ reason }) });
/** `invoiceIds`: what was invoiced for the time after `on` and is not paid. */
export const serviceCancelScheduled = defineEvent('services.service-cancel-scheduled', {
  data: z.object({ on: day, reason, invoiceIds: z.array(id) }),
});
export const serviceCancelWithdrawn = defineEvent('services.service-cancel-withdrawn', {
  data: z.object({}),
});
/** `invoiceIds`: what was not paid yet for it. */
export const serviceCanceled = defineEvent('services.service-canceled', {
  data: z.object({ reason, planId: id, quantity: z.int(), invoiceIds: z.array(id) }),
});
/** The period from `from` up to, not including, `to` is paid for. */
export const serviceRenewed = defineEvent('services.service-renewed', {
  data: z.object({ from: day, to: day }),
});
export const servicePaymentOverdue = defineEvent('services.service-payment-overdue', {
  data: z.object({ invoiceId: id }),
});
export const servicePaymentCaughtUp = defineEvent('services.service-payment-caught-up', {
  data: z.object({ invoiceId: id }),
});
const named = z.object({ id: z.string(), en: z.string() });
const terms = z.object({
  planId: id,
  names: named,
  quantity: z.int(),
  cycle: z.string(),
  recurring: z.int(),
});
/** Another plan, cycle, quantity or other choices: what it is and costs from now on. `currency` is that of both prices. */
export const serviceChanged = defineEvent('services.service-changed', {
  data: z.object({ before: terms, after: terms, currency: z.string() }),
});
/** `after` is what it is going to be from `on` on. */
export const serviceChangeScheduled = defineEvent('services.service-change-scheduled', {
  data: z.object({ on: day, before: terms, after: terms, currency: z.string() }),
});
export const serviceChangeWithdrawn = defineEvent('services.service-change-withdrawn', {
  data: z.object({ on: day }),
});
/** It ends with its term, on `on`, as its client wishes. */
export const serviceTermLeft = defineEvent('services.service-term-left', {
  data: z.object({ on: day, reason }),
});
/** Its term of so many `months` ends on `on`. `sayBy`: the last day to say that it is not to renew. */
export const serviceTermEnding = defineEvent('services.service-term-ending', {
  data: z.object({
    on: day,
    follows: z.enum(['ends', 'continues', 'renews']),
    months: z.int(),
    sayBy: day.nullable(),
  }),
});
/** From `on` on it goes from period to period. */
export const serviceTermOver = defineEvent('services.service-term-over', { data: z.object({ on: day }) });
/** From `on` on it is agreed on again, up to `until`. */
export const serviceTermRenewed = defineEvent('services.service-term-renewed', {
  data: z.object({ on: day, until: day }),
});
const unused = z.enum(['extend', 'credit', 'none']);
/** It is going to be paused from `on` on, the end of what is paid for. */
export const pausePlanned = defineEvent('services.pause-planned', {
  data: z.object({ on: day, resumeOn: day.nullable() }),
});
export const pauseWithdrawn = defineEvent('services.pause-withdrawn', { data: z.object({ on: day }) });
/** From `on` on nothing is billed. `keptDays` of paid time stand still until it goes on. */
export const servicePaused = defineEvent('services.service-paused', {
  data: z.object({ on: day, resumeOn: day.nullable(), unused, keptDays: z.int() }),
});
/** The day on which it goes on by itself is another one; null: not by itself. */
export const pauseMoved = defineEvent('services.pause-moved', {
  data: z.object({ before: day.nullable(), resumeOn: day.nullable() }),
});
/** It goes on by itself on `on`. */
export const pauseEnding = defineEvent('services.pause-ending', { data: z.object({ on: day }) });
/** It goes on from `on` on, after a pause since `since`; what is paid for is paid up to `paidThrough`. */
export const pauseOver = defineEvent('services.pause-over', {
  data: z.object({ since: day, on: day, paidThrough: day.nullable() }),
});
export const serviceRenamed = defineEvent('services.service-renamed', { data: z.object({}) });

const moved = z.object({
  before: z.int(),
  after: z.int(),
  currency: z.string(),
  version: z.int().nullable(),
  moveId: id,
});
/** `after` is what it is going to cost from `on` on, minor units for a period. */
export const priceAnnounced = defineEvent('services.price-announced', { data: moved.extend({ on: day }) });
/** It keeps the price it has. */
export const priceWithdrawn = defineEvent('services.price-withdrawn', {
  data: z.object({ on: day, moveId: id }),
});
/** From now on it costs what was announced. */
export const priceBegan = defineEvent('services.price-began', { data: moved });
