import type { Tx } from '../../../kernel/db/tx.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { giveOne } from '../../assignment/index.ts';
import { giving } from '../contract.ts';

type Giving = (typeof giving)[number];

export const isGiving = (assignee: string | undefined): assignee is Giving =>
  giving.some((one) => one === assignee);

/** To whom the ticket's queue gave it; null where nobody got it, or it was theirs already. */
export async function giveAsQueue(tx: Tx, ticket: Id<'ticket'>, way: Giving): Promise<Id<'person'> | null> {
  return (await giveOne(tx, ticket, { anyway: way === 'queue_anyway' })).person;
}
