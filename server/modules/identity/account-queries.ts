import { isIP } from 'node:net';
import { sql } from 'kysely';
import type { StaffRole } from '../../kernel/auth/roles.ts';
import type { Db } from '../../kernel/db/types.ts';
import { readSetting } from '../../kernel/settings.ts';
import { Problem, notFound } from '../../kernel/values/errors.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { decodeCursor, pageOf } from '../../kernel/values/page.ts';
import type { Page } from '../../kernel/values/page.ts';
import type { Account, LoggedSignIn, SignInQuery } from './account-contract.ts';
import { listSessions, signInColumns, signInLine } from './queries.ts';
import { sessionLimits } from './settings.ts';

/** Somebody with an account. Errors: `not_found`. */
export async function findAccount(db: Db, person: Id<'person'>): Promise<Account> {
  const row = await db
    .selectFrom('identity.people as p')
    .leftJoin('identity.staff as t', 't.person_id', 'p.id')
    .select(['p.id', 'p.name', 'p.email', 'p.disabled_at', 't.roles'])
    .where('p.id', '=', person)
    .executeTakeFirst();
  if (!row) throw new Problem(notFound);
  const { id, name, email } = row;
  return {
    id,
    name,
    email,
    staffRoles: (row.roles ?? []) as StaffRole[],
    disabled: row.disabled_at !== null,
  };
}

/**
 * The devices somebody is signed in on, by the limits of the business: one that a stricter organization has ended may still be among
 * them until it is seen again.
 */
export async function listAccountSessions(
  db: Db,
  person: Id<'person'>,
  asked: { now: Date; own: Id<'session'> },
) {
  const { staffRoles } = await findAccount(db, person);
  const { staff, clients } = (await readSetting(db, sessionLimits)).value;
  return listSessions(db, person, staffRoles.length > 0 ? staff : clients, asked);
}

/** People whose sign-ins are looked for by a word; of more nobody would look through the answer. */
const mostPeople = 200;

/** The log of everybody's sign-ins, newest first. */
export async function searchSignIns(
  db: Db,
  { after, limit, outcome, people, q }: SignInQuery,
): Promise<Page<LoggedSignIn>> {
  const from = after === undefined ? null : decodeCursor(after, ['instant', 'id']);
  const network = q !== undefined && isIP(q) !== 0;
  const found = q === undefined || network ? null : await findPeople(db, q);
  const rows = await db
    .selectFrom('identity.sign_ins as s')
    .leftJoin('identity.people as p', 'p.id', 's.person_id')
    .leftJoin('identity.staff as t', 't.person_id', 's.person_id')
    .select([...signInColumns, 's.person_id', 'p.name', 'p.email'])
    .$if(outcome === 'opened', (query) => query.where('s.refused', 'is', null))
    .$if(outcome === 'refused', (query) => query.where('s.refused', 'is not', null))
    .$if(outcome === 'unusual', (query) => query.where('s.unusual', 'is not', null))
    .$if(people !== undefined, (query) =>
      query.where('t.person_id', people === 'staff' ? 'is not' : 'is', null),
    )
    .$if(found !== null, (query) => query.where('s.person_id', '=', (eb) => eb.fn.any(eb.val(found!))))
    .$if(network, (query) => query.where(sql<boolean>`s.address = ${q}::inet`))
    .$if(from !== null, (query) =>
      query.where((eb) => eb(eb.refTuple('s.at', 's.id'), '<', eb.tuple(from![0], from![1]))),
    )
    .orderBy('s.at', 'desc')
    .orderBy('s.id', 'desc')
    .limit(limit + 1)
    .execute();
  const page = pageOf(rows, limit, (row) => [row.at, row.id as Id<'signIn'>]);
  const items = page.items.map((row) => ({
    ...signInLine(row),
    person: row.person_id === null ? null : { id: row.person_id, name: row.name!, email: row.email! },
  }));
  return { ...page, items };
}

async function findPeople(db: Db, q: string): Promise<string[]> {
  const part = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
  const rows = await db
    .selectFrom('identity.people')
    .select('id')
    .where((eb) => eb.or([eb('name', 'ilike', part), eb('email', 'ilike', part)]))
    .limit(mostPeople)
    .execute();
  return rows.map(({ id }) => id);
}
