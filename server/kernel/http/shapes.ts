import { z } from 'zod';
import { parseDate } from '../values/dates.ts';
import type { CalendarDate } from '../values/dates.ts';
import type { Json } from '../values/json.ts';
import { isCurrency } from '../values/money.ts';
import { isId } from '../values/ids.ts';
import type { Id } from '../values/ids.ts';

/** The id of one kind of thing. */
export const id = <Kind extends string>(kind: Kind) =>
  z
    .string()
    .refine(isId, { message: `not the id of a ${kind}` })
    .transform((text) => text as Id<Kind>)
    .meta({ format: 'uuid' });

/** An id in an answer. */
export const idOut = z.string();

/** A calendar date, YYYY-MM-DD, without a time or zone. */
export const date = z.iso.date();

/** The same from people and programs: one that there is. */
export const day = z
  .string()
  .refine((text) => parseDate(text) !== null, { message: 'a calendar date, YYYY-MM-DD' })
  .transform((text) => text as CalendarDate);

/** An instant with its offset from UTC. */
export const instant = z.iso.datetime({ offset: true });

/** Integer minor units of the currency: 1110000 IDR is Rp1.110.000 (no minor unit in use), 7400 USD is $74.00. */
export const money = z.object({
  amount: z.int(),
  currency: z.string().refine(isCurrency, { message: 'not a currency known here' }),
});
export const moneyOut = z.object({ amount: z.number().int(), currency: z.string() });

/** A text in both languages, in an answer. */
export const bilingualOut = z.object({ id: z.string(), en: z.string() });

/** Any JSON value; a body comes parsed, so there is nothing to check. zod's own is recursive, which the API's description cannot name. */
export const json = z.unknown() as z.ZodType<Json>;

/** What the caller may do with a thing, and why not. */
export const ability = z.union([z.literal(true), z.object({ no: z.string() })]);

/** A page of a list: `next` is the `after` of the following page, or null at the end. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: z.string().nullable() });

export const pageQuery = {
  after: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};

/** An answer that says nothing but that it is done: 204. */
export const nothing = z.undefined();

/** A line of text from a person: trimmed, of one line, not empty, without half a surrogate pair, which JSON in the database does not take. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((text) => !/[\u0000-\u001f\u007f\p{Cs}]/u.test(text), {
      message: 'one line without control characters',
    });

/** Several lines of text from a person; control characters other than line breaks and tabs are refused, and half a surrogate pair. */
export const prose = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((text) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\p{Cs}]/u.test(text), {
      message: 'no control characters',
    });

export const email = z
  .string()
  .trim()
  .max(254)
  .pipe(z.email())
  .transform((text) => text.toLowerCase());
