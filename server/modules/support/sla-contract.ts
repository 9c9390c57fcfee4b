import { z } from 'zod';
import { bilingualOut, day, id, idOut, instant, line } from '../../kernel/http/shapes.ts';
import { problem } from '../../kernel/values/errors.ts';
import { isTimeZone } from '../../kernel/values/dates.ts';
import { goals, pausing } from './domain/sla/clock.ts';
import { inOrder } from './domain/sla/calendar.ts';
import { kinds, priorities } from './domain/ticket-states.ts';

const goal = z.enum(goals);
const priority = z.enum(priorities);
const bilingual = z.object({ id: line(80), en: line(80) });

const hours = z.object({
  from: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  to: z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/),
});
const holiday = z.object({ on: day, name: z.string().trim().max(100) });
export const calendarBody = z
  .object({
    name: line(80),
    /** Of the IANA database, such as `Asia/Jakarta`. */
    zone: z.string().max(64).refine(isTimeZone, 'a time zone'),
    /** Monday first. */
    week: z.array(z.array(hours).max(6).refine(inOrder, 'hours in order')).length(7),
    holidays: z.array(holiday).max(1000),
  })
  .refine(({ week }) => week.some((day) => day.length > 0), { path: ['week'], message: 'some hours' });
export type CalendarBody = z.output<typeof calendarBody>;
const calendarShape = z
  .object({
    id: idOut,
    name: z.string(),
    zone: z.string(),
    week: z.array(z.array(z.object({ from: z.string(), to: z.string() }))),
    holidays: z.array(z.object({ on: z.string(), name: z.string() })),
    version: z.int(),
  })
  .meta({ id: 'BusinessCalendar' });
export type Calendar = z.output<typeof calendarShape>;
export const calendarList = z.object({ items: z.array(calendarShape) });
export const calendarParams = z.object({ calendar: id('calendar') });
export const madeShape = z.object({ id: idOut });

export const importBody = z.object({ file: z.string().max(1_000_000) });
export const importShape = z.object({
  holidays: z.array(z.object({ on: z.string(), name: z.string() })),
  skipped: z.array(
    z.object({
      name: z.string(),
      why: z.enum(['canceled', 'has_hours', 'no_date', 'too_long', 'repeats_otherwise']),
    }),
  ),
});

/** Whoever a policy can have told; `assignee` is the team while there is none. */
export const told = ['assignee', 'support', 'administrators'] as const;
export type Told = (typeof told)[number];

const most = 60 * 24 * 90;
const minutes = z.int().min(1).max(most).nullable();
const promise = z.object({ first: minutes, next: minutes, resolution: minutes });
const some = <Item extends z.ZodType>(item: Item) => z.array(item).min(1).max(200).nullable();
/** A part of one month's price of the ticket's service, in percent, for these promises; staff give it. */
const credit = z.object({ percent: z.int().min(1).max(100), goals: z.array(goal).min(1).max(3) });
export const policyBody = z.object({
  titles: bilingual,
  active: z.boolean(),
  calendarId: id('calendar'),
  /** Clients see what they were promised. */
  shown: z.boolean(),
  /** For these only; null: for all. */
  organizations: some(id('organization')),
  tiers: some(id('tier')).default(null),
  products: some(id('product')),
  queues: some(z.string().max(40)),
  priorities: some(priority),
  kinds: some(z.enum(kinds)),
  /** Minutes of business time, by priority; null: nothing is promised. */
  minutes: z.object({ emergency: promise, high: promise, normal: promise, low: promise }),
  /** In which states the clock of the resolution stands still. */
  pauses: z.array(z.enum(pausing)),
  /** After which part of the time somebody is warned; null: nobody is. */
  warnPercent: z.int().min(1).max(99).nullable(),
  tellWarning: z.array(z.enum(told)),
  tellBreach: z.array(z.enum(told)),
  /** What is owed once a promise was missed; null: nothing. */
  credit: credit.nullable().default(null),
});
export type PolicyBody = z.output<typeof policyBody>;
const policyShape = policyBody
  .extend({
    id: idOut,
    version: z.int(),
    titles: bilingualOut,
    calendarId: idOut,
    organizations: z.array(z.object({ id: idOut, name: z.string() })).nullable(),
    tiers: z.array(idOut).nullable(),
    products: z.array(z.object({ id: idOut, names: bilingualOut })).nullable(),
  })
  .meta({ id: 'ServiceLevelPolicy' });
export type Policy = z.output<typeof policyShape>;
export const policyList = z.object({ items: z.array(policyShape) });
export const policyParams = z.object({ policy: id('policy') });
export const productList = z.object({ items: z.array(z.object({ id: idOut, names: bilingualOut })) });

export const exampleQuery = z.object({
  calendar: id('calendar'),
  first: z.coerce.number().int().min(1).max(most).optional(),
  resolution: z.coerce.number().int().min(1).max(most).optional(),
});
/** When a ticket opened next Friday at 16:50 would be due. */
export const exampleShape = z.object({
  zone: z.string(),
  openedAt: instant,
  first: instant.nullable(),
  resolution: instant.nullable(),
});
export type Example = z.output<typeof exampleShape>;

const clock = {
  goal,
  state: z.enum(['running', 'paused', 'met', 'void', 'dropped']),
  startedAt: instant,
  dueAt: instant.nullable(),
  stoppedAt: instant.nullable(),
  breachedAt: instant.nullable(),
};
/** What was promised to a client for a ticket, and how it stands. */
export const promisedClock = z.object({ ...clock, titles: bilingualOut });
export type PromisedClock = z.output<typeof promisedClock>;
export const clockShape = z.object({ ...clock, policy: z.object({ id: idOut, titles: bilingualOut }) });
export type ClockShape = z.output<typeof clockShape>;

export const reportQuery = z.object({
  months: z.coerce.number().int().min(1).max(24).default(6),
  queue: z.string().max(40).optional(),
});
const counts = {
  /** 'YYYY-MM', by the reader's zone, in which the clocks began. */
  month: z.string(),
  goal,
  kept: z.int(),
  late: z.int(),
  running: z.int(),
  /** Minutes of business time that those which ended took; null where none did. */
  minutes: z.int().nullable(),
};
export const reportShape = z
  .object({
    items: z.array(
      z.object({ ...counts, policy: z.object({ id: idOut, titles: bilingualOut }), queue: z.string() }),
    ),
  })
  .meta({ id: 'ServiceLevelReport' });
export type Report = z.output<typeof reportShape>;
export const ownReportShape = z
  .object({ items: z.array(z.object({ ...counts, titles: bilingualOut })) })
  .meta({ id: 'OwnServiceLevelReport' });
export type OwnReport = z.output<typeof ownReportShape>;

export const noCalendarFile = problem('no_calendar_file', 422, 'This is no iCalendar file.');
export const unknownCalendar = problem('unknown_calendar', 422, 'There is no such calendar.');
