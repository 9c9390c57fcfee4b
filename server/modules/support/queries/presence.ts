import type { Db } from '../../../kernel/db/types.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { Presence } from '../desk-contract.ts';

/** The others who have a ticket before them, by name. */
export async function whoElse(db: Db, me: Id<'person'>, ticket: Id<'ticket'>, now: Date): Promise<Presence> {
  const items = await db
    .selectFrom('support.presence as w')
    .innerJoin('identity.people as p', 'p.id', 'w.person_id')
    .select(['p.id', 'p.name', 'w.typing'])
    .where('w.ticket_id', '=', ticket)
    .where('w.person_id', '<>', me)
    .where('w.until', '>', now)
    .orderBy('p.name')
    .orderBy('p.id')
    .limit(20)
    .execute();
  return { items };
}
