import { z } from 'zod';
import { defineEvent } from '../../kernel/events/define.ts';

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
  }),
});
/** Staff let it go on before it was paid. */
export const orderAccepted = defineEvent('orders.order-accepted', { data: z.object({}) });
export const orderProgressed = defineEvent('orders.order-progressed', {
  data: z.object({ from: state, to: state }),
});
export const orderFulfilled = defineEvent('orders.order-fulfilled', {
  data: z.object({ serviceIds: z.array(id) }),
});
export const orderCanceled = defineEvent('orders.order-canceled', {
  data: z.object({ why: z.enum(['client', 'staff', 'expired', 'invoice_voided', 'service_ended']) }),
});
export const termsPublished = defineEvent('orders.terms-published', {
  audience: 'staff',
  data: z.object({ version: z.int() }),
});
