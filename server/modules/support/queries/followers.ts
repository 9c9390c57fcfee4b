import type { Db } from '../../../kernel/db/types.ts';
import type { Id } from '../../../kernel/values/ids.ts';

/** Whom to tell of a ticket: its followers who are still members, and the organization's part of addresses. */
export async function findFollowers(db: Db, organization: Id<'organization'>, ticket: Id<'ticket'>) {
  const [{ slug, name, kind }, rows] = await Promise.all([
    db
      .selectFrom('organizations.organizations')
      .select(['slug', 'name', 'kind'])
      .where('id', '=', organization)
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('support.followers as f')
      .innerJoin('organizations.members as m', (join) =>
        join.onRef('m.organization_id', '=', 'f.organization_id').onRef('m.person_id', '=', 'f.person_id'),
      )
      .select('f.person_id')
      .where('f.organization_id', '=', organization)
      .where('f.ticket_id', '=', ticket)
      .execute(),
  ]);
  const followers = rows.map((row) => row.person_id as Id<'person'>);
  return { slug, client: name, followers, guest: kind === 'guest' };
}
