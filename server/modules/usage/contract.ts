import { z } from 'zod';
import { day, id, idOut, instant, line } from '../../kernel/http/shapes.ts';
import { problem } from '../../kernel/values/errors.ts';
import { meterCode } from '../catalog/index.ts';

/** Told to senders: what was wrong with one event, while the others were taken. */
export const refusals = [
  'unknown_service',
  'unknown_meter',
  'not_metered',
  'not_begun',
  'service_ended',
  'in_future',
  'too_late',
  'period_billed',
  'key_missing',
  'id_reused',
] as const;
export type Refusal = (typeof refusals)[number];

/**
 * `id`: the sender's own, once for each service; the same again changes nothing. `quantity`: a decimal as text, of the meter's unit. `key`:
 * what is counted once, where the meter counts different ones.
 */
export const eventBody = z.object({
  id: z.string().regex(/^[\x21-\x7e]{1,100}$/, { message: '1 to 100 visible ASCII characters' }),
  service: id('service'),
  meter: meterCode,
  at: instant,
  quantity: z
    .string()
    .regex(/^\d{1,15}(\.\d{1,6})?$/, { message: 'a decimal, like 1250.5' })
    .default('1'),
  key: z.string().min(1).max(200).optional(),
});
export type UsageEvent = z.output<typeof eventBody>;

export const eventsBody = z.object({ events: z.array(eventBody).min(1).max(1000) });
export const takenShape = z
  .object({
    taken: z.int(),
    /** Known already, with the same content. */
    repeated: z.int(),
    refused: z.array(
      z.object({ index: z.int(), id: z.string(), reason: z.enum(refusals), message: z.string() }),
    ),
  })
  .meta({ id: 'UsageTaken' });
export type UsageTaken = z.output<typeof takenShape>;

export const unknownSource = problem(
  'unknown_usage_source',
  400,
  'No system reports with this token.',
  'forged',
);
export const sourceParams = z.object({ source: id('usage-source') });
export const sourceBody = z.object({ name: line(80) });
export const sourcesShape = z
  .object({
    items: z.array(
      z.object({
        id: idOut,
        name: z.string(),
        by: z.string(),
        createdAt: instant,
        /** Last heard; accurate to a minute. */
        usedAt: instant.nullable(),
        revokedAt: instant.nullable(),
      }),
    ),
  })
  .meta({ id: 'UsageSources' });
export type UsageSources = z.output<typeof sourcesShape>;
/** `token` is told once. */
export const sourceMade = z.object({ id: idOut, token: z.string() });

export const serviceParams = z.object({ organization: id('organization'), service: id('service') });
export const fileQuery = z.object({
  /** Days from the first to the last, both included; a year and a bit at most. */
  from: day.optional(),
  to: day.optional(),
  lang: z.enum(['id', 'en']).optional(),
});

export const alertPercents = [50, 80, 90, 100] as const;
export const alertsShape = z
  .object({ percents: z.array(z.int()), version: z.int() })
  .meta({ id: 'UsageAlerts' });
export type UsageAlerts = z.output<typeof alertsShape>;
export const alertsBody = z.object({
  percents: z.array(z.union(alertPercents.map((percent) => z.literal(percent)))).max(4),
});
