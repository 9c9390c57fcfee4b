import { z } from 'zod';
import { defineEvent } from '../../kernel/events/define.ts';

const staffOnly = { audience: 'staff' } as const;
const entry = z.object({ entryId: z.string(), minutes: z.int(), billable: z.boolean() });

/** Of these the subject is the ticket. */
export const timeRecorded = defineEvent('worktime.time-recorded', { ...staffOnly, data: entry });
export const timeChanged = defineEvent('worktime.time-changed', { ...staffOnly, data: entry });
export const timeRemoved = defineEvent('worktime.time-removed', { ...staffOnly, data: entry });
/** Of these the invoice. */
export const timeBilled = defineEvent('worktime.time-billed', {
  ...staffOnly,
  data: z.object({ invoiceId: z.string(), entries: z.int(), minutes: z.int() }),
});
/** The invoice was taken back: they can be billed again. */
export const timeFreed = defineEvent('worktime.time-freed', {
  ...staffOnly,
  data: z.object({ invoiceId: z.string(), entries: z.int() }),
});
export const ratesSet = defineEvent('worktime.rates-set', {
  ...staffOnly,
  data: z.object({ rates: z.int() }),
});
