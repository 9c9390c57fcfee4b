import { z } from 'zod';
import { ability, id, idOut, instant, line, moneyOut, pageOf, pageQuery } from '../../kernel/http/shapes.ts';
import { problem } from '../../kernel/values/errors.ts';
import { askStates } from './domain/may-decide.ts';

const state = z.enum(askStates.all as [string, ...string[]]);
const person = z.object({ id: idOut, name: z.string() });

/** Credit above what somebody may give in a day, which a colleague who may decides about. */
export const creditAsk = z
  .object({
    id: idOut,
    state,
    amount: moneyOut,
    reason: z.string(),
    client: z.object({ id: idOut, name: z.string() }),
    ticket: z.object({ id: idOut, number: z.int(), subject: z.string() }),
    askedBy: person,
    askedAt: instant,
    decidedBy: person.nullable(),
    decidedAt: instant.nullable(),
    /** Why not. */
    note: z.string().nullable(),
    can: z.object({ approve: ability, decline: ability, withdraw: ability }),
  })
  .meta({ id: 'DeskCreditAsk' });
export type CreditAsk = z.output<typeof creditAsk>;

export const askParams = z.object({ ask: id('credit-ask') });
/** What waits comes the oldest first, the others the newest. */
export const askQuery = z.object({ ...pageQuery, state: state.optional() });
export type AskQuery = z.output<typeof askQuery>;
export const askPage = pageOf(creditAsk);
/** Who asked reads it. */
export const declineBody = z.strictObject({ note: line(300) });

export const alreadyAsked = problem(
  'credit_asked_already',
  409,
  'Credit that was asked for beside this ticket waits already for somebody to decide.',
);
export const beyondYourDay = problem(
  'beyond_your_day',
  409,
  'This is more than your own role may give in a day. Somebody else has to decide.',
);
export const notYours = problem('not_yours', 409, 'Only who asked for it can take it back.');
