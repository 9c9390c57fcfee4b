import { sql } from 'kysely';
import { mayAsStaff } from '../../../kernel/auth/actor.ts';
import type { StaffRole } from '../../../kernel/auth/roles.ts';
import type { Db } from '../../../kernel/db/types.ts';
import type { JsonText } from '../../../kernel/http/route.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { isId } from '../../../kernel/values/ids.ts';
import type { Ability } from '../../../kernel/values/state-machine.ts';
import type { AttemptFilters, StaffAttempt } from '../contract.ts';
import { attemptAbilities } from '../domain/abilities.ts';
import { openStatuses } from '../domain/asking.ts';
import { managePayments } from '../permissions.ts';
import { attemptFields, clientOf, personNamed } from './attempt-json.ts';
import { all, containing, listJson, olderThan } from './list-json.ts';

/** Tries to pay of all clients, or of one, newest first; `q` finds invoice numbers, the gateway's references, ids and clients. */
export function listAttempts(db: Db, { status, client, q, after, limit }: AttemptFilters): Promise<JsonText> {
  const where = all(
    status === 'open' && sql`a.status in (${sql.join(openStatuses)})`,
    status !== 'open' && status && sql`a.status = ${status}`,
    client && sql`a.organization_id = ${client}`,
    olderThan(sql`a.id`, after),
    q && found(q),
  );
  return listJson(
    db,
    limit,
    sql`select a.id, json_build_object(${attemptFields}, 'client', ${clientOf('a')})::text as item
      from payments.attempts a where ${where} order by a.id desc limit ${limit + 1}`,
  );
}

function found(q: string) {
  if (isId(q)) return sql`a.id = ${q}`;
  return sql`(a.gateway_reference = ${q}
    or exists (select from payments.attempt_invoices x join billing.invoices i
      on i.organization_id = x.organization_id and i.id = x.invoice_id
      where x.organization_id = a.organization_id and x.attempt_id = a.id and lower(i.number) like ${containing(q)})
    or exists (select from organizations.organizations o where o.id = a.organization_id and lower(o.name) like ${containing(q)}))`;
}

/** One try to pay, with what the gateway has told of it. Errors: `not_found`. */
export async function showStaffAttempt(
  db: Db,
  roles: readonly StaffRole[],
  attempt: Id<'attempt'>,
  now: Date,
): Promise<StaffAttempt> {
  const { rows } = await sql<{ view: Omit<StaffAttempt, 'can'> }>`
    select json_build_object(${attemptFields}, 'client', ${clientOf('a')}, 'reference', a.gateway_reference,
      'refunded', json_build_object('amount', a.refunded, 'currency', a.currency), 'askAt', a.ask_at,
      'startedBy', ${personNamed('a.started_by')},
      'failure', case when a.failure_class is null then null else json_build_object(
        'class', a.failure_class, 'code', a.failure_code, 'message', a.failure_message) end,
      'events', coalesce((
        select json_agg(json_build_object('id', n.event_id, 'status', n.status, 'outcome', n.outcome, 'receivedAt', n.received_at)
          order by n.received_at desc, n.event_id)
        from (select * from payments.inbox n where n.attempt_id = a.id order by n.received_at desc limit 100) n), '[]')) as view
    from payments.attempts a where a.id = ${attempt}`.execute(db);
  const view = rows[0]?.view;
  if (!view) throw new Problem(notFound);
  const may = mayAsStaff(managePayments, roles);
  const allowed = (ability: Ability) => (may ? ability : { no: 'your_role' });
  const able = attemptAbilities({ state: { status: view.status }, startedAt: new Date(view.startedAt) }, now);
  return { ...view, can: { check: allowed(able.check), cancel: allowed(able.cancel) } };
}
