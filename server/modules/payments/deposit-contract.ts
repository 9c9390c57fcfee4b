import { z } from 'zod';
import { ability, day, id, idOut, line, moneyOut } from '../../kernel/http/shapes.ts';
import { problem } from '../../kernel/values/errors.ts';
import {
  attemptShape,
  methodShape,
  payBody,
  savedMethodShape,
  transferBody,
  transferShape,
} from './contract.ts';

const sum = z.int().min(1).max(1e13);

/** How a client adds to its credit. `most` and what there is say how much `room` is left; `accounts` are where to transfer to. */
export const depositShape = z
  .object({
    credit: moneyOut,
    min: moneyOut,
    max: moneyOut,
    most: moneyOut,
    room: moneyOut,
    methods: z.array(methodShape),
    saved: z.array(savedMethodShape),
    accounts: z.array(z.object({ label: z.string(), value: z.string() })),
    open: attemptShape.nullable(),
    transfer: transferShape.nullable(),
    can: z.object({ add: ability }),
  })
  .meta({ id: 'DepositOptions' });
export type DepositOptions = z.output<typeof depositShape>;

/** Which sum is to be added, so that methods say whether they take it. */
export const depositQuery = z.object({ amount: z.coerce.number().int().min(1).max(1e13).optional() });
/** Minor units of the client's currency. */
export const depositBody = z.strictObject({ amount: sum, how: payBody });
export const depositTransferBody = transferBody;

export const staffDepositParams = z.object({ client: id('organization') });
export const staffDepositBody = z.strictObject({
  amount: sum,
  /** As it stands on the receipt. */
  method: line(60),
  receivedOn: day.optional(),
  note: z.union([z.literal(''), line(500)]).default(''),
});
export const recorded = z.object({ id: idOut });

export const depositNotOffered = problem('deposit_not_offered', 409, 'Money cannot be added here.');
export const depositTooSmall = problem('deposit_too_small', 422, 'That is less than can be added at once.');
export const depositTooLarge = problem('deposit_too_large', 422, 'That is more than can be added now.');
