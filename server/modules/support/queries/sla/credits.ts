import { sql } from 'kysely';
import type { Db } from '../../../../kernel/db/types.ts';
import { JsonText } from '../../../../kernel/http/route.ts';
import type { Id } from '../../../../kernel/values/ids.ts';
import { decodeCursor, pageOf } from '../../../../kernel/values/page.ts';
import type { CreditFilters } from '../../credit-contract.ts';

/** What was drafted for missed promises: what waits the oldest first, everything else the newest. */
export async function listCredits(db: Db, { state, after, limit }: CreditFilters): Promise<JsonText> {
  const waiting = state === 'drafted';
  const cursor = after === undefined ? null : decodeCursor(after, ['id'])[0];
  const { rows } = await sql<{ id: Id<'credit'>; item: string }>`
    select c.id, json_build_object('id', c.id, 'state', c.state, 'goal', c.goal, 'dueAt', c.due_at, 'draftedAt', c.drafted_at,
      'client', json_build_object('id', o.id, 'name', o.name),
      'ticket', json_build_object('id', t.id, 'number', t.number, 'subject', t.subject),
      'service', json_build_object('id', s.id, 'names', s.names, 'label', s.label),
      'policy', json_build_object('id', p.id, 'titles', p.titles),
      'month', json_build_object('amount', c.month, 'currency', c.currency), 'percent', c.percent,
      'amount', json_build_object('amount', c.amount, 'currency', c.currency), 'decidedAt', c.decided_at,
      'decidedBy', (select json_build_object('id', d.id, 'name', d.name) from identity.people d where d.id = c.decided_by),
      'reason', c.reason)::text as item
    from support.breach_credits c
      join organizations.organizations o on o.id = c.organization_id
      join support.tickets t on t.id = c.ticket_id
      join services.services s on s.organization_id = c.organization_id and s.id = c.service_id
      join support.policies p on p.id = c.policy_id and p.version = c.policy_version
    where ${state ? sql`c.state = ${state}` : sql`true`}
      and ${cursor === null ? sql`true` : waiting ? sql`c.id > ${cursor}` : sql`c.id < ${cursor}`}
    order by ${waiting ? sql`c.id` : sql`c.id desc`} limit ${limit + 1}`.execute(db);
  const { items, next } = pageOf(rows, limit, (row) => [row.id]);
  return new JsonText(
    `{"items":[${items.map(({ item }) => item).join(',')}],"next":${JSON.stringify(next)}}`,
  );
}
