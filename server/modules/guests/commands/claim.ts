import { sql } from 'kysely';
import type { Session } from '../../../kernel/auth/actor.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { adoptOrganization } from '../../organizations/index.ts';
import { giveTickets, moveTickets } from '../../support/index.ts';
import { alreadyClaimed } from '../contract.ts';
import { guestClaimed } from '../events.ts';
import { claimed } from '../messages.ts';
import { isWholeSql, placesOf } from '../queries/claimable.ts';

/**
 * Takes over what was asked and ordered without an account from the person's own proven address. Its organization becomes theirs; or
 * comes below one of theirs, with its orders, services, invoices and money as they are; or, where there are only tickets, these go into
 * one of theirs. Once: of two at the same moment the second finds it done. The mailed links end. Needs a transaction that sees
 * everything. Errors: `not_found` for any other address, `already_claimed`.
 */
export async function claim(
  tx: Tx,
  session: Session,
  { guest, into }: { guest: Id<'organization'>; into: Id<'organization'> | null },
): Promise<{ slug: string; name: string }> {
  const me = session.person.id;
  const { person } = await hold(tx, guest, me);
  const whole = await isWhole(tx, guest);
  if (into && !placesOf(session, whole).some(({ id }) => id === into)) throw new Problem(notFound);

  if (person !== me) await giveTickets(tx, { organization: guest, from: person, to: me });
  const home = into && !whole ? into : guest;
  const tickets = home === guest ? 0 : await moveTickets(tx, { from: guest, to: home });
  const { slug, name } =
    home === guest
      ? await adoptOrganization(tx, guest, into ? { parent: into } : { owner: me })
      : await nameOf(tx, home);
  await tx.db
    .updateTable('guests.guests')
    .set({ claimed_at: tx.now, claimed_by: me, claimed_into: home })
    .where('organization_id', '=', guest)
    .execute();
  await tx.db.deleteFrom('guests.keys').where('organization_id', '=', guest).execute();
  tx.emit(guestClaimed, {
    organizationId: home,
    subject: { kind: 'organization', id: home },
    data: { from: guest, into: home, by: me, tickets },
  });
  tx.tell(claimed, { to: { person: me }, occurrence: guest, data: { organization: name, slug } });
  return { slug, name };
}

/** Errors: `not_found`, `already_claimed`. */
async function hold(tx: Tx, guest: Id<'organization'>, me: Id<'person'>): Promise<{ person: Id<'person'> }> {
  const { rows } = await sql<{ person: Id<'person'>; claimed: boolean }>`
    select g.person_id as person, g.claimed_at is not null as claimed
    from guests.guests g join identity.people p on p.email = g.email
    where g.organization_id = ${guest} and p.id = ${me} and p.email_verified_at is not null
    for update of g`.execute(tx.db);
  const found = rows[0];
  if (!found) throw new Problem(notFound);
  if (found.claimed) throw new Problem(alreadyClaimed);
  return found;
}

/** Asked once the guest is held: an order that was placed while we waited is seen. */
async function isWhole(tx: Tx, guest: Id<'organization'>): Promise<boolean> {
  const { rows } = await sql<{ whole: boolean }>`
    select ${isWholeSql} as whole from guests.guests g where g.organization_id = ${guest}`.execute(tx.db);
  return rows[0]!.whole;
}

async function nameOf(tx: Tx, organization: Id<'organization'>): Promise<{ slug: string; name: string }> {
  return tx.db
    .selectFrom('organizations.organizations')
    .select(['slug', 'name'])
    .where('id', '=', organization)
    .executeTakeFirstOrThrow();
}
