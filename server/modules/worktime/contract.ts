import { z } from 'zod';
import {
  ability,
  bilingualOut,
  day,
  id,
  idOut,
  instant,
  line,
  moneyOut,
  pageOf,
  pageQuery,
} from '../../kernel/http/shapes.ts';
import { problem } from '../../kernel/values/errors.ts';
import { workTermsShape } from './settings.ts';

const person = z.object({ id: idOut, name: z.string() });
const note = z.union([z.literal(''), line(500)]);

export const ticketParams = z.object({ ticket: id('ticket') });
export const entryParams = z.object({ entry: id('time-entry') });
export const clientParams = z.object({ organization: id('organization') });

export const entryBody = z.object({
  workedOn: day,
  minutes: z.int().min(1).max(1440),
  /** What was done; the client reads it on the invoice. */
  note: note.default(''),
  billable: z.boolean(),
});
export type EntryBody = z.output<typeof entryBody>;
export const stopBody = z.object({ note: note.default(''), billable: z.boolean() });

const entryShape = z
  .object({
    id: idOut,
    ticket: z.object({ id: idOut, number: z.int(), subject: z.string() }),
    client: person,
    person,
    workedOn: z.string(),
    minutes: z.int(),
    note: z.string(),
    billable: z.boolean(),
    /** What bills it; its number comes a moment later. */
    invoice: z.object({ id: idOut, number: z.string().nullable() }).nullable(),
    version: z.int(),
    can: z.object({ change: ability }),
  })
  .meta({ id: 'TimeEntry' });
export type TimeEntry = z.output<typeof entryShape>;
export const entryPage = pageOf(entryShape);
const filters = {
  client: id('organization').optional(),
  person: z.union([z.literal('me'), id('person')]).optional(),
  /** Days of work, both included. */
  from: day.optional(),
  to: day.optional(),
  state: z.enum(['unbilled', 'billed', 'not_billable']).optional(),
};
export const entryQuery = z.object({ ...pageQuery, ...filters });
export type EntryFilters = z.output<typeof entryQuery>;
export const fileQuery = z.object(filters);

const timer = z.object({
  ticket: z.object({ id: idOut, number: z.int() }),
  startedAt: instant,
});
export const ticketTime = z
  .object({
    /** The latest first, at most 100. */
    items: z.array(entryShape),
    /** Of all entries, in minutes. */
    sums: z.object({ all: z.int(), billable: z.int(), unbilled: z.int() }),
    /** The reader's own timer, on whatever ticket it runs. */
    timer: timer.nullable(),
    /** The server's clock, which timers go by. */
    now: instant,
    can: z.object({ record: ability }),
  })
  .meta({ id: 'TicketTime' });
export type TicketTime = z.output<typeof ticketTime>;

export const billQuery = z.object({ by: z.enum(['ticket', 'entry']).default('ticket') });
export const billBody = z.object({
  /** All of this client, billable and not billed. */
  entries: z.array(id('time-entry')).min(1).max(300),
  by: z.enum(['ticket', 'entry']),
});
export type BillBody = z.output<typeof billBody>;
export const billable = z
  .object({
    client: person,
    /** Its hourly rate; null where there is none in its currency. */
    hourly: moneyOut.nullable(),
    /** The oldest first, at most 300. */
    items: z.array(entryShape),
  })
  .meta({ id: 'BillableTime' });
export type BillableTime = z.output<typeof billable>;
export const workPreview = z
  .object({
    lines: z.array(z.object({ description: bilingualOut, worked: z.int(), minutes: z.int(), net: moneyOut })),
    subtotal: moneyOut,
    tax: moneyOut,
    total: moneyOut,
  })
  .meta({ id: 'WorkInvoicePreview' });
export type WorkPreview = z.output<typeof workPreview>;
export const billedShape = z.object({ invoiceId: idOut });

export const termsShape = z.object({
  value: workTermsShape,
  version: z.int(),
  /** Of the clients with rates of their own. */
  clients: z.array(person),
});
export type WorkTermsAnswer = z.output<typeof termsShape>;

export const timeBilled = problem('time_billed', 409, 'This time is billed already.');
export const notYourTime = problem('not_your_time', 403, 'Somebody else recorded this time.', 'access');
export const dayAhead = problem('day_ahead', 422, 'This day has not come yet.');
export const timerRuns = problem('timer_runs', 409, 'Your timer runs on another ticket. Stop it first.');
export const noTimer = problem('no_timer', 409, 'No timer of yours runs.');
export const unknownTime = problem(
  'unknown_time',
  422,
  'Some of this time is not there any more, is not billable, or is another client’s.',
);
export const noRate = problem('no_rate', 409, 'There is no hourly rate in the currency of this client.');
export const unknownClient = problem('unknown_client', 422, 'There is no such client.');
