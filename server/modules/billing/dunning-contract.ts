import { z } from 'zod';
import { bilingualOut, date, id, idOut, instant, line, moneyOut } from '../../kernel/http/shapes.ts';
import { problem } from '../../kernel/values/errors.ts';
import { status } from './contract.ts';
import { channels, stepKinds } from './domain/dunning/plan.ts';
import { contestLimitsShape, lateFeesShape, promiseLimitsShape, workingDaysShape } from './settings.ts';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** `days` from the due date: before it for a reminder, after it for the others. Times are those of the client's zone. */
export const planShape = z.object({
  steps: z
    .array(
      z.object({
        kind: z.enum(stepKinds),
        days: z.int().min(0).max(365),
        at: time,
        workingDays: z.boolean(),
        channels: z.array(z.enum(channels)).max(channels.length),
      }),
    )
    .max(30),
  hours: z.object({ from: time, until: time }),
});
export type PlanBody = z.output<typeof planShape>;

/** `families`: groups and products of the catalog, which no other timeline has. The timeline for everything else names none. */
export const timelineBody = z.object({
  name: line(100),
  families: z.array(id('family')).max(500),
  plan: planShape,
});
export const timelineParams = z.object({ timeline: id('dunning-timeline') });

const timelineShape = z
  .object({
    id: idOut,
    name: z.string(),
    isDefault: z.boolean(),
    version: z.int(),
    families: z.array(idOut),
    plan: planShape,
    /** Overdue invoices that follow it, and of those by an earlier version; counted up to 100. */
    underWay: z.int(),
    byEarlier: z.int(),
  })
  .meta({ id: 'DunningTimeline' });
export type DunningTimeline = z.output<typeof timelineShape>;
export const lateFeesSettings = z.object({ value: lateFeesShape, version: z.int() });
export const timelinesShape = z.object({
  items: z.array(timelineShape),
  /** What a timeline may be for; a product's group in `groupId`. */
  families: z.array(z.object({ id: idOut, names: bilingualOut, groupId: idOut.nullable() })),
  workingDays: z.object({ value: workingDaysShape, version: z.int() }),
  promises: z.object({ value: promiseLimitsShape, version: z.int() }),
  contests: z.object({ value: contestLimitsShape, version: z.int() }),
  lateFees: lateFeesSettings,
});
export type DunningTimelines = z.output<typeof timelinesShape>;
export const workingDaysSettings = z.object({ value: workingDaysShape, version: z.int() });

const problemCodes = [
  'same_day',
  'overdue_from_day_one',
  'outside_hours',
  'no_channel',
  'only_once',
  'needs_notice',
  'needs_suspension',
  'hours_turned',
] as const;

/** `message`: what would be written, in the client's language. `services`: what would be held or ended. */
const rehearsedStep = z.object({
  kind: z.enum(stepKinds),
  days: z.int(),
  on: date,
  at: z.string(),
  held: z.enum(['not_delivered']).nullable(),
  messages: z.array(z.object({ subject: z.string(), paragraphs: z.array(z.string()) })),
  services: z.array(z.object({ id: idOut, names: bilingualOut })),
});
export type RehearsedStep = z.output<typeof rehearsedStep>;

/** What paying late would cost, without tax, and from which day on. */
const rehearsedFee = z.object({ on: date, amount: moneyOut });
export type RehearsedFee = z.output<typeof rehearsedFee>;

export const planPreviewBody = z.object({ plan: planShape, locale: z.enum(['id', 'en']) });
export const planPreviewShape = z.object({
  problems: z.array(z.object({ step: z.int().nullable(), code: z.enum(problemCodes) })),
  issuedOn: date,
  dueOn: date,
  steps: z.array(rehearsedStep),
  fees: z.array(rehearsedFee),
});
export type PlanPreview = z.output<typeof planPreviewShape>;

/** How it stands with getting one invoice paid. `pinned`: it keeps this version of its timeline. */
const openCollection = z.object({
  timeline: z.object({ name: z.string(), version: z.int() }),
  pinned: z.boolean(),
  heldSince: instant.nullable(),
  timeZone: z.string(),
  /** The invoices on which late fees for it stand. */
  fees: z.array(z.object({ id: idOut, number: z.string().nullable(), status, total: moneyOut })),
  next: z
    .object({
      kind: z.enum(stepKinds),
      on: date,
      at: z.string(),
      held: z.enum(['not_delivered']).nullable(),
    })
    .nullable(),
});
/** Null where nothing is open. */
export const collectionShape = z.object({ open: openCollection.nullable() });
export type Collection = z.output<typeof collectionShape>;

/** What in collections waits for staff, the latest first and a few of each. `day`: since when, or of the promise. */
export const concernsShape = z.object({
  items: z.array(
    z.object({
      why: z.enum(['held', 'late_money', 'broken_promise']),
      invoiceId: idOut,
      number: z.string().nullable(),
      client: z.object({ id: idOut, name: z.string() }),
      amount: moneyOut,
      day: date,
    }),
  ),
});
export type CollectionConcerns = z.output<typeof concernsShape>;

export const planRefused = problem(
  'plan_refused',
  422,
  'This timeline cannot be used as it is. The fields say why.',
);
export const familyTaken = problem('family_taken', 409, 'Another timeline is for one of these already.');
export const isTheDefault = problem(
  'timeline_for_everything',
  409,
  'The timeline for everything else has no families of its own and stays.',
);
