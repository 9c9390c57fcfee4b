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
export const serviceRenamed = defineEvent('services.service-renamed', { data: z.object({}) });
