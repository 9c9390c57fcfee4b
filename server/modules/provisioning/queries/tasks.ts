import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import { unless } from '../../../kernel/values/state-machine.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { decodeCursor, pageOf } from '../../../kernel/values/page.ts';
import type { StaffTask } from '../contract.ts';
import type { TaskState } from '../task-states.ts';

/** Who asks, and whether they may do the tasks. */
export interface Asking {
  person: Id<'person'>;
  mayManage: boolean;
}

/** Tasks that wait, the longest first; closed ones newest first. */
export async function listTasks(
  db: Db,
  asking: Asking,
  { status, after, limit }: { status: 'open' | 'mine' | 'closed'; after?: string | undefined; limit: number },
) {
  const from = after === undefined ? null : decodeCursor(after, ['id'])[0];
  const closed = status === 'closed';
  const rows = await select(db)
    .where('t.state', 'in', closed ? ['done', 'failed', 'dropped'] : ['open', 'taken'])
    .$if(status === 'mine', (query) => query.where('t.taken_by', '=', asking.person))
    .$if(from !== null, (query) => query.where('t.id', closed ? '<' : '>', from!))
    .orderBy('t.id', closed ? 'desc' : 'asc')
    .limit(limit + 1)
    .execute();
  return pageOf(
    rows.map((row) => taskOf(row, asking)),
    limit,
    (task) => [task.id as Id<'staff-task'>],
  );
}

/** Errors: `not_found`. */
export async function findTask(db: Db, asking: Asking, task: Id<'staff-task'>): Promise<StaffTask> {
  const row = await select(db).where('t.id', '=', task).executeTakeFirst();
  if (!row) throw new Problem(notFound);
  return taskOf(row, asking);
}

/** What is open for a service. */
export async function findOpenTask(
  db: Db,
  asking: Asking,
  service: Id<'service'>,
): Promise<StaffTask | null> {
  const row = await select(db)
    .where('t.service_id', '=', service)
    .where('t.state', 'in', ['open', 'taken'])
    .executeTakeFirst();
  return row ? taskOf(row, asking) : null;
}

function select(db: Db) {
  return db
    .selectFrom('provisioning.staff_tasks as t')
    .innerJoin('provisioning.instances as i', (join) =>
      join.onRef('i.organization_id', '=', 't.organization_id').onRef('i.service_id', '=', 't.service_id'),
    )
    .innerJoin('services.services as s', (join) =>
      join.onRef('s.organization_id', '=', 't.organization_id').onRef('s.id', '=', 't.service_id'),
    )
    .innerJoin('organizations.organizations as o', 'o.id', 't.organization_id')
    .leftJoin('identity.people as p', 'p.id', 't.taken_by')
    .select(['t.id', 't.kind', 't.what', 't.instructions', 't.state', 't.taken_by', 'p.name as taker'])
    .select([
      't.note',
      't.opened_at',
      't.closed_at',
      'i.provisioner',
      's.id as service',
      's.label',
      's.names',
    ])
    .select(['o.id as organization', 'o.name as client'])
    .select(sql<string>`i.wanted ->> 'plan'`.as('plan'));
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>;

function taskOf(row: Row, { person, mayManage }: Asking): StaffTask {
  const state = row.state as TaskState;
  const closed = state !== 'open' && state !== 'taken';
  const gate = { your_role: !mayManage, closed };
  const act = unless(gate);
  return {
    id: row.id,
    kind: row.kind as StaffTask['kind'],
    what: row.what,
    instructions: row.instructions,
    state,
    takenBy: row.taken_by ? { id: row.taken_by, name: row.taker ?? '' } : null,
    note: row.note,
    openedAt: row.opened_at.toISOString(),
    closedAt: row.closed_at?.toISOString() ?? null,
    provisioner: row.provisioner,
    plan: row.plan,
    service: {
      id: row.service,
      label: row.label,
      names: row.names as { id: string; en: string },
      organization: { id: row.organization, name: row.client },
    },
    can: {
      take: unless({ ...gate, yours: row.taken_by === person }),
      release: unless({ ...gate, not_taken: state !== 'taken' }),
      complete: act,
      fail: act,
    },
  };
}
