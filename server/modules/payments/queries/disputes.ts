import { sql } from 'kysely';
import { mayAsStaff } from '../../../kernel/auth/actor.ts';
import type { Session } from '../../../kernel/auth/actor.ts';
import type { Db } from '../../../kernel/db/types.ts';
import { JsonText } from '../../../kernel/http/route.ts';
import type { Ports } from '../../../kernel/ports.ts';
import { readSetting } from '../../../kernel/settings.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import { isId } from '../../../kernel/values/ids.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { decodeCursor, pageOf } from '../../../kernel/values/page.ts';
import { unless } from '../../../kernel/values/state-machine.ts';
import type { DisputeConcerns, DisputeFilters, DisputeSettings, StaffDispute } from '../dispute-contract.ts';
import { disputeAbilities } from '../domain/dispute-abilities.ts';
import { isOpenDispute } from '../domain/dispute.ts';
import { handleDisputes, manageGateways } from '../permissions.ts';
import { disputeRules } from '../settings.ts';
import type { StaffRole } from '../../../kernel/auth/roles.ts';
import { clientOf, personNamed } from './attempt-json.ts';
import { all, containing } from './list-json.ts';

const money = (column: string) => sql.raw(`json_build_object('amount', ${column}, 'currency', d.currency)`);

const fields = sql`'id', d.id, 'client', ${clientOf('d')}, 'amount', ${money('d.amount')}, 'state', d.state, 'reason', d.reason,
  'dueAt', d.due_at, 'heardAt', d.heard_at, 'paidWith', a.paid_with`;

const tables = sql`payments.disputes d
  join payments.attempts a on a.organization_id = d.organization_id and a.id = d.attempt_id`;

const toAnswer = sql`d.state in ('inquiry', 'needs_response')`;
const groups = {
  to_answer: toAnswer,
  at_bank: sql`d.state = 'under_review'`,
  over: sql`d.state in ('warning_closed', 'accepted', 'won', 'lost')`,
};

/** Where a bank names no day, after all that have one. */
const deadline = sql`coalesce(d.due_at, '9999-01-01T00:00:00Z'::timestamptz)`;

/** Disputes of all clients: what waits for an answer with the nearest deadline first, everything else the newest first. */
export async function listDisputes(
  db: Db,
  { group, reason, q, after, limit }: DisputeFilters,
): Promise<JsonText> {
  const byDeadline = group === 'to_answer';
  const { rows } = await sql<{ id: Id<'dispute'>; due: Date; item: string }>`
    select d.id, ${deadline} as due, json_build_object(${fields})::text as item from ${tables}
    where ${all(group && groups[group], reason && sql`d.reason = ${reason}`, q && found(q), beyond(byDeadline, after))}
    order by ${byDeadline ? sql`${deadline}, d.id` : sql`d.id desc`} limit ${limit + 1}`.execute(db);
  const { items, next } = pageOf(rows, limit, (row) => (byDeadline ? [row.due, row.id] : [row.id]));
  return new JsonText(
    `{"items":[${items.map(({ item }) => item).join(',')}],"next":${JSON.stringify(next)}}`,
  );
}

function beyond(byDeadline: boolean, after: string | undefined) {
  if (after === undefined) return null;
  if (!byDeadline) return sql`d.id < ${decodeCursor(after, ['id'])[0]}`;
  const [due, id] = decodeCursor(after, ['instant', 'id']);
  return sql`(${deadline}, d.id) > (${due}::timestamptz, ${id}::uuid)`;
}

function found(q: string) {
  if (isId(q)) return sql`d.id = ${q}`;
  return sql`(d.reference = ${q} or a.gateway_reference = ${q}
    or exists (select from organizations.organizations o where o.id = d.organization_id and lower(o.name) like ${containing(q)})
    or exists (select from payments.attempt_invoices x
      join billing.invoices i on i.organization_id = x.organization_id and i.id = x.invoice_id
      where x.organization_id = d.organization_id and x.attempt_id = d.attempt_id and lower(i.number) like ${containing(q)}))`;
}

/** How many the first page of the console shows. */
const most = 5;

export async function listDisputeConcerns(db: Db): Promise<DisputeConcerns> {
  const { rows } = await sql<{ item: DisputeConcerns['items'][number] }>`
    select json_build_object(${fields}) as item from ${tables} where ${toAnswer} order by d.due_at, d.id limit ${most}`.execute(
    db,
  );
  return { items: rows.map(({ item }) => item) };
}

/** One dispute as this member of staff sees it. Errors: `not_found`. */
export async function showDispute(
  db: Db,
  { ports, session, now }: { ports: Pick<Ports, 'gateways'>; session: Session; now: Date },
  dispute: Id<'dispute'>,
): Promise<StaffDispute> {
  const { rows } = await sql<{ view: Omit<StaffDispute, 'can'> }>`
    select json_build_object(${fields}, 'stateAt', d.state_at, 'gateway', d.gateway, 'reference', d.reference, 'code', d.code,
      'attemptId', d.attempt_id, 'withdrawn', ${money('d.withdrawn')}, 'returned', ${money('d.returned')}, 'fee', ${money('d.fee')},
      'submittedAt', d.submitted_at, 'submittedBy', ${personNamed('d.submitted_by')}, 'acceptedBy', ${personNamed('d.accepted_by')},
      'payment', case when p.id is null then null else json_build_object('id', p.id, 'amount', ${money('p.amount')},
        'receivedAt', p.received_at, 'refunded', ${money('p.refunded')}) end,
      'invoices', coalesce((
        select json_agg(json_build_object('id', i.id, 'number', i.number,
          'open', json_build_object('amount', case when i.document = 'issued' then i.total - i.paid else 0 end, 'currency', i.currency))
          order by i.id)
        from payments.attempt_invoices x join billing.invoices i on i.organization_id = x.organization_id and i.id = x.invoice_id
        where x.organization_id = d.organization_id and x.attempt_id = d.attempt_id), '[]'),
      'news', (select json_agg(json_build_object('id', n.id, 'at', n.at, 'heardAt', n.heard_at, 'state', n.state,
          'withdrawn', ${money('n.withdrawn')}, 'returned', ${money('n.returned')}, 'fee', ${money('n.fee')}) order by n.id desc)
        from payments.dispute_news n where n.organization_id = d.organization_id and n.dispute_id = d.id)) as view
    from ${tables} left join payments.payments p on p.organization_id = d.organization_id and p.id = d.payment_id
    where d.id = ${dispute}`.execute(db);
  const view = rows[0]?.view;
  if (!view) throw new Problem(notFound);
  const takesAnswers = ports.gateways.get(view.gateway)?.disputes !== undefined;
  const dueAt = view.dueAt === null ? null : new Date(view.dueAt);
  const can = disputeAbilities({ state: view.state, dueAt, takesAnswers }, now);
  const check = unless({ dispute_over: !isOpenDispute(view.state), no_answers_there: !takesAnswers });
  if (!mayAsStaff(handleDisputes, session.staffRoles))
    return { ...view, can: { answer: yourRole, accept: yourRole, check: yourRole } };
  return { ...view, can: { ...can, check } };
}

const yourRole = { no: 'your_role' };

export async function showDisputeSettings(db: Db, roles: readonly StaffRole[]): Promise<DisputeSettings> {
  const { value, version } = await readSetting(db, disputeRules);
  return { value, version, can: { change: unless({ your_role: !mayAsStaff(manageGateways, roles) }) } };
}
