import { sql } from 'kysely';
import type { Session } from '../../kernel/auth/actor.ts';
import { mayAsStaff } from '../../kernel/auth/actor.ts';
import type { Db } from '../../kernel/db/types.ts';
import { decodeCursor, pageOf } from '../../kernel/values/page.ts';
import type { Id } from '../../kernel/values/ids.ts';
import type { OwnRecovery, Recovery } from './contract.ts';
import { mayApprove } from './domain/may-approve.ts';
import { approveRecovery } from './permissions.ts';

const isAdministrator = (person: string) => sql<boolean>`exists (
  select from identity.staff s where s.person_id = ${sql.ref(person)} and 'administrator' = any (s.roles))`;

/** Of the recoveries `r`: under way, their delay over, and approved where an administrator is let in. */
export const readyToComplete = (now: Date) => sql<boolean>`
  r.ended_at is null and r.due_at <= ${now}
  and (r.approved_at is not null or not ${isAdministrator('r.person_id')})`;

/** Who is to be let in again; nothing for an account that is closed. */
export const findPersonToRecover = (db: Db, person: Id<'person'>) =>
  db
    .selectFrom('identity.people as p')
    .select(['p.name', 'p.email', 'p.locale', 'p.time_zone', isAdministrator('p.id').as('administrator')])
    .where('p.id', '=', person)
    .where('p.disabled_at', 'is', null)
    .executeTakeFirst();

/** The recoveries under way, the next to be done first. */
export async function listRecoveries(
  db: Db,
  session: Session,
  { after, limit }: { after?: string | undefined; limit: number },
) {
  const from = after === undefined ? null : decodeCursor(after, ['instant', 'id']);
  const rows = await underWay(db)
    .$if(from !== null, (query) =>
      query.where((eb) => eb(eb.refTuple('r.due_at', 'r.id'), '>', eb.tuple(from![0], from![1]))),
    )
    .orderBy('r.due_at')
    .orderBy('r.id')
    .limit(limit + 1)
    .execute();
  return pageOf(
    rows.map((row) => described(row, session)),
    limit,
    (row) => [new Date(row.dueAt), row.id as Id<'recovery'>],
  );
}

export async function findRecovery(db: Db, session: Session, person: Id<'person'>): Promise<Recovery> {
  return described(await underWay(db).where('r.person_id', '=', person).executeTakeFirstOrThrow(), session);
}

export async function findOwnRecovery(db: Db, person: Id<'person'>): Promise<OwnRecovery> {
  const row = await db
    .selectFrom('identity.recoveries')
    .select(['began_at', 'due_at'])
    .where('person_id', '=', person)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return {
    recovery: row ? { beganAt: row.began_at.toISOString(), dueAt: row.due_at.toISOString() } : null,
  };
}

const underWay = (db: Db) =>
  db
    .selectFrom('identity.recoveries as r')
    .innerJoin('identity.people as p', 'p.id', 'r.person_id')
    .innerJoin('identity.people as b', 'b.id', 'r.began_by')
    .select([
      'r.id',
      'r.person_id',
      'p.name',
      'r.reason',
      'r.vouched_by',
      'r.began_by',
      'b.name as began_by_name',
      'r.began_at',
      'r.due_at',
      'r.approved_at',
      isAdministrator('r.person_id').as('administrator'),
    ])
    .where('r.ended_at', 'is', null);

function described(
  row: Awaited<ReturnType<ReturnType<typeof underWay>['executeTakeFirstOrThrow']>>,
  session: Session,
): Recovery {
  const approved = row.approved_at !== null;
  const { person_id: person, began_by: beganBy, administrator: ofAdministrator } = row;
  return {
    id: row.id,
    person: { id: person, name: row.name },
    reason: row.reason,
    vouchedBy: row.vouched_by,
    beganBy: { id: beganBy, name: row.began_by_name },
    beganAt: row.began_at.toISOString(),
    dueAt: row.due_at.toISOString(),
    approval: approved ? 'given' : ofAdministrator ? 'awaited' : 'not_needed',
    can: {
      approve: mayAsStaff(approveRecovery, session.staffRoles)
        ? mayApprove({ person, beganBy, approved, ofAdministrator }, session.person.id)
        : { no: 'administrators_only' },
    },
  };
}
