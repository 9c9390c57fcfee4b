import { z } from 'zod';
import { defineEvent } from '../../kernel/events/define.ts';
import { whyCanceled } from './domain/change-states.ts';

const id = z.string();
const state = z.string();

/** `total`: minor units with tax, due when it was placed. */
export const orderPlaced = defineEvent('orders.order-placed', {
  data: z.object({
    total: z.int(),
    currency: z.string(),
    invoiceId: id.nullable(),
    serviceIds: z.array(id),
    termsVersion: z.int().nullable(),
    awaitsApproval: z.boolean().default(false),
  }),
});
/** Staff let it go on before it was paid. */
export const orderAccepted = defineEvent('orders.order-accepted', { data: z.object({}) });
/** Above its person's limit; somebody who may has let it go on. */
export const orderApproved = defineEvent('orders.order-approved', { data: z.object({ by: id }) });
export const orderProgressed = defineEvent('orders.order-progressed', {
  data: z.object({ from: state, to: state }),
});
export const orderFulfilled = defineEvent('orders.order-fulfilled', {
  data: z.object({ serviceIds: z.array(id) }),
});
export const orderCanceled = defineEvent('orders.order-canceled', {
  data: z.object({
    why: z.enum([
      'client',
      'staff',
      'expired',
      'invoice_voided',
      'service_ended',
      'declined',
      'not_approved',
    ]),
  }),
});
/** Somebody wants another plan, cycle, quantity or other choices for a service, or to end it, for exactly this. */
export const changeAsked = defineEvent('orders.change-asked', {
  data: z.object({
    changeId: id,
    ends: z.boolean(),
    /** From which day it is so. */
    on: z.iso.date(),
    total: z.int(),
    credit: z.int(),
    currency: z.string(),
    awaitsApproval: z.boolean(),
  }),
});
/** Staff ask nothing for leaving before the end of a term, and why; minor units without tax. */
export const leavingFeeWaived = defineEvent('orders.leaving-fee-waived', {
  audience: 'staff',
  data: z.object({ changeId: id, amount: z.int(), currency: z.string(), why: z.string() }),
});
export const changeApproved = defineEvent('orders.change-approved', {
  data: z.object({ changeId: id, by: id }),
});
export const changeMade = defineEvent('orders.change-made', { data: z.object({ changeId: id }) });
export const changeCanceled = defineEvent('orders.change-canceled', {
  data: z.object({ changeId: id, why: z.enum(whyCanceled) }),
});
export const termsPublished = defineEvent('orders.terms-published', {
  audience: 'staff',
  data: z.object({ version: z.int() }),
});
