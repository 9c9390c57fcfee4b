import { z } from 'zod';
import { bilingualOut, id, idOut, instant, line, pageOf, pageQuery } from '../../kernel/http/shapes.ts';
import { problem } from '../../kernel/values/errors.ts';
import { goals } from './domain/sla/clock.ts';

export const creditStates = ['drafted', 'given', 'dismissed'] as const;

const money = z.object({ amount: z.int(), currency: z.string() });
const breachCredit = z
  .object({
    id: idOut,
    state: z.enum(creditStates),
    goal: z.enum(goals),
    dueAt: instant,
    draftedAt: instant,
    client: z.object({ id: idOut, name: z.string() }),
    ticket: z.object({ id: idOut, number: z.int(), subject: z.string() }),
    service: z.object({ id: idOut, names: bilingualOut, label: z.string() }),
    policy: z.object({ id: idOut, titles: bilingualOut }),
    /** Of the service, for one month. */
    month: money,
    percent: z.int(),
    amount: money,
    decidedAt: instant.nullable(),
    decidedBy: z.object({ id: idOut, name: z.string() }).nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'BreachCredit' });
export type BreachCredit = z.output<typeof breachCredit>;
export const creditPage = pageOf(breachCredit);
/** What waits comes the oldest first, the others the newest. */
export const creditQuery = z.object({ ...pageQuery, state: z.enum(creditStates).optional() });
export type CreditFilters = z.output<typeof creditQuery>;
export const creditParams = z.object({ credit: id('credit') });
/** Minor units of the draft's currency. The client reads the reason. */
export const giveBody = z.strictObject({ amount: z.int().min(1).max(1e13), reason: line(300) });
export const dismissBody = z.strictObject({ reason: line(300) });

export const creditDecided = problem('credit_decided', 409, 'Somebody has decided about it already.');
