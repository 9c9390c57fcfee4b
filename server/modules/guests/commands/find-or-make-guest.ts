import type { Tx } from '../../../kernel/db/tx.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { addPerson } from '../../identity/index.ts';
import { createOrganization, nameGuest } from '../../organizations/index.ts';
import type { Asked } from '../contract.ts';
import { takeTurns } from './keep-request.ts';

export interface Buyer {
  name: string;
  country: string;
  currency: string;
}

export interface Guest {
  organization: Id<'organization'>;
  person: Id<'person'>;
}

/**
 * The guest of an address that has just been proven: one for all that it asks until somebody claims it, and its row held, so that a
 * claim at the same moment waits or goes first. `buyer`: in whose name and currency something is ordered. Needs a transaction that
 * sees everything.
 */
export async function findOrMakeGuest(
  tx: Tx,
  { email, name, locale, timeZone }: Pick<Asked, 'email' | 'name' | 'locale' | 'timeZone'>,
  buyer?: Buyer,
): Promise<Guest> {
  await takeTurns(tx, email);
  const known = await tx.db
    .selectFrom('guests.guests')
    .select(['organization_id', 'person_id'])
    .where('email', '=', email)
    .where('claimed_at', 'is', null)
    .$if(buyer !== undefined, (query) => query.where('currency', '=', buyer!.currency))
    .orderBy('since')
    .limit(1)
    .forUpdate()
    .executeTakeFirst();
  if (known) {
    const organization = known.organization_id as Id<'organization'>;
    if (buyer) await nameGuest(tx, organization, buyer);
    return { organization, person: known.person_id as Id<'person'> };
  }
  const currency = buyer?.currency ?? 'IDR';
  const { id: person } = await addPerson(tx, { email, name, locale, timeZone });
  const { id: organization } = await createOrganization(tx, {
    name: buyer?.name ?? name,
    billingEmail: email,
    country: buyer?.country ?? 'ID',
    currency,
    locale,
    timeZone,
    owner: null,
    kind: 'guest',
  });
  await tx.db
    .insertInto('guests.guests')
    .values({
      organization_id: organization,
      person_id: person,
      email,
      name,
      locale,
      currency,
      since: tx.now,
    })
    .execute();
  return { organization, person };
}
