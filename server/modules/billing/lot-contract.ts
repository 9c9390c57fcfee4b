import { z } from 'zod';
import { ability, day, id, idOut, line } from '../../kernel/http/shapes.ts';
import { problem } from '../../kernel/values/errors.ts';
import { currency } from './contract.ts';
import { creditTermsShape } from './credit-settings.ts';
import { lotSources } from './lots.ts';
import { creditQuery, creditShape } from './statement-contract.ts';

export { creditQuery };

export const lotSource = z.enum(lotSources);

export const clientParams = z.object({ client: id('organization') });
export const lotParams = clientParams.extend({ currency, lot: z.coerce.number().int().min(1) });

/** `goodwill.left`: how much more may be given to this client now, in minor units of `currency`. */
export const clientCreditShape = creditShape
  .extend({
    client: z.object({ id: idOut, name: z.string() }),
    goodwill: z.object({ left: z.int(), days: z.int() }),
    can: z.object({ give: ability, deposit: ability }),
  })
  .meta({ id: 'ClientCredit' });
export type ClientCredit = z.output<typeof clientCreditShape>;

export const goodwillBody = z.strictObject({
  currency,
  amount: z.int().min(1).max(1e13),
  /** The client reads it. */
  reason: line(300),
  /** The last day on which it can be used, in the client's zone; null: it stays. */
  expiresOn: day.nullable(),
});

export const creditTermsSettings = z.object({ value: creditTermsShape, version: z.int() });
export type CreditTermsSettings = z.output<typeof creditTermsSettings>;

export const goodwillLimit = problem(
  'goodwill_limit',
  409,
  'That is more goodwill than one client may be given in this time.',
);
export const goodwillTooShort = problem(
  'goodwill_too_short',
  422,
  'Goodwill can be used for a week at least, and for ten years at most.',
);
export const notGoodwill = problem('not_goodwill', 409, 'There is nothing of that goodwill to take back.');
