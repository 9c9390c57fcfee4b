import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { readTickets, workTickets } from '../permissions.ts';

/** The people who work on tickets, by name. */
export async function listAgents(db: Db) {
  const rows = await agents(db).orderBy('p.name').orderBy('p.id').limit(200).execute();
  return rows.map(({ id, name }) => ({ id, name }));
}

/** Null when this person does not work on tickets. */
export async function findAgent(db: Db, person: Id<'person'>) {
  const row = await agents(db).where('p.id', '=', person).executeTakeFirst();
  return row ? { id: row.id as Id<'person'>, name: row.name } : null;
}

/** Whom a new ticket concerns: the support team, and the administrators only where there is none. */
export async function findSupportTeam(db: Db): Promise<Id<'person'>[]> {
  const rows = await agents(db).select('t.roles').limit(200).execute();
  const team = rows.filter(({ roles }) => roles.includes('support'));
  return (team.length > 0 ? team : rows).map(({ id }) => id as Id<'person'>);
}

export async function findAdministrators(db: Db): Promise<Id<'person'>[]> {
  const rows = await agents(db).select('t.roles').limit(200).execute();
  return rows.filter(({ roles }) => roles.includes('administrator')).map(({ id }) => id as Id<'person'>);
}

/** Whom a note may mention: those who read tickets, and so the note. */
export async function listReaders(db: Db) {
  const rows = await agents(db, readTickets.staff).orderBy('p.name').orderBy('p.id').limit(200).execute();
  return rows.map(({ id, name }) => ({ id: id as Id<'person'>, name }));
}

function agents(db: Db, roles: readonly string[] = workTickets.staff) {
  return db
    .selectFrom('identity.staff as t')
    .innerJoin('identity.people as p', 'p.id', 't.person_id')
    .select(['p.id', 'p.name'])
    .where('p.disabled_at', 'is', null)
    .where(sql<boolean>`t.roles && ${[...roles]}::text[]`);
}
