import { z } from 'zod';
import { defineEvent } from '../../kernel/events/define.ts';

const number = z.string();

export const offerWritten = defineEvent('offers.offer-written', { audience: 'staff', data: z.object({}) });
export const offerDeleted = defineEvent('offers.offer-deleted', { audience: 'staff', data: z.object({}) });
export const offerSent = defineEvent('offers.offer-sent', {
  data: z.object({ number, revision: z.int(), total: z.int(), currency: z.string() }),
});
export const offerWithdrawn = defineEvent('offers.offer-withdrawn', { data: z.object({ number }) });
export const offerExpired = defineEvent('offers.offer-expired', { data: z.object({ number }) });
/** Taken by somebody whose address it was sent to, for one of their organizations. */
export const offerTaken = defineEvent('offers.offer-taken', { data: z.object({ number }) });
export const offerAccepted = defineEvent('offers.offer-accepted', {
  data: z.object({ number, orderId: z.string().nullable(), invoiceId: z.string().nullable() }),
});
export const offerDeclined = defineEvent('offers.offer-declined', { data: z.object({ number }) });
