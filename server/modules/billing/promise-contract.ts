import { z } from 'zod';
import { ability, date, day, idOut, instant } from '../../kernel/http/shapes.ts';
import { problem } from '../../kernel/values/errors.ts';
import { promiseLimitsShape } from './settings.ts';

export const promiseBody = z.object({ on: day });
/** `until`: the last day that may be named. */
export const promiseShape = z.object({
  can: z.object({ promise: ability }),
  until: date,
  items: z.array(
    z.object({
      id: idOut,
      on: date,
      state: z.enum(['open', 'kept', 'broken', 'withdrawn']),
      byStaff: z.boolean(),
      madeAt: instant,
    }),
  ),
});
export type Promises = z.output<typeof promiseShape>;

export const promiseLimitsSettings = z.object({ value: promiseLimitsShape, version: z.int() });

export const promiseRefused = problem(
  'promise_refused',
  409,
  'No day can be promised for this invoice now. `facts.reason` says why.',
);
export const dayTooFar = problem(
  'day_too_far',
  422,
  'This day is past, or further away than may be promised.',
);
