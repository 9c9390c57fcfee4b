import { z } from 'zod';
import { day, id, idOut, instant, line } from '../../kernel/http/shapes.ts';
import { isTimeZone } from '../../kernel/values/dates.ts';
import { problem } from '../../kernel/values/errors.ts';

const person = z.object({ id: idOut, name: z.string() });

export const rotaParams = z.object({ rota: id('rota') });
export const swapParams = rotaParams.extend({ swap: id('swap') });
export const rotaBody = z.object({
  name: line(80),
  /** Of the IANA database, such as `Asia/Jakarta`. */
  zone: z.string().max(64).refine(isTimeZone, 'a time zone'),
  turn: z.enum(['day', 'week']),
  /** When one hands over to the next, in its zone. */
  handover: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  /** The first day of the first turn; weeks begin on its weekday. */
  beginsOn: day,
  /** Those who take turns, in their order. */
  people: z.array(id('person')).min(1).max(50),
});
export type RotaBody = z.output<typeof rotaBody>;
export const swapBody = z
  .object({ fromOn: day, untilOn: day, personId: id('person') })
  .refine(({ fromOn, untilOn }) => fromOn <= untilOn, {
    path: ['untilOn'],
    message: 'not before the first day',
  });
export type SwapBody = z.output<typeof swapBody>;

const dutyShape = z.object({ person, from: instant, until: instant, swapped: z.boolean() });
const rotaShape = z
  .object({
    id: idOut,
    name: z.string(),
    zone: z.string(),
    turn: z.enum(['day', 'week']),
    handover: z.string(),
    beginsOn: z.string(),
    people: z.array(person),
    /** Those that are not over. */
    swaps: z.array(z.object({ id: idOut, fromOn: z.string(), untilOn: z.string(), person })),
    /** Who is on call now, and then. */
    duties: z.array(dutyShape),
    version: z.int(),
  })
  .meta({ id: 'Rota' });
export type Rota = z.output<typeof rotaShape>;
export const rotaList = z.object({ items: z.array(rotaShape) });

export const rotaInUse = problem('rota_in_use', 409, 'A level of escalation reaches people by this rota.');
export const swapOverlaps = problem('swap_overlaps', 409, 'Somebody stands in on one of these days already.');
