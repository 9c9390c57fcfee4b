import { sql } from 'kysely';
import { mayAsStaff } from '../../../kernel/auth/actor.ts';
import type { StaffRole } from '../../../kernel/auth/roles.ts';
import type { Db } from '../../../kernel/db/types.ts';
import type { JsonText } from '../../../kernel/http/route.ts';
import { allCurrencies } from '../../../kernel/values/money.ts';
import type { UnmatchedFilters } from '../contract.ts';
import { managePayments } from '../permissions.ts';
import { clientOf, personNamed } from './attempt-json.ts';
import { all, listJson, olderThan } from './list-json.ts';

/** Money that nothing asked for, newest first. */
export function listUnmatched(
  db: Db,
  roles: readonly StaffRole[],
  { state, after, limit }: UnmatchedFilters,
): Promise<JsonText> {
  const where = all(
    state === 'waiting' && sql`u.resolution is null`,
    state === 'resolved' && sql`u.resolution is not null`,
    olderThan(sql`u.id`, after),
  );
  const decided = mayAsStaff(managePayments, roles)
    ? sql`case when u.resolution is not null then '{"no":"already_resolved"}'::json else 'true'::json end`
    : sql`'{"no":"your_role"}'::json`;
  return listJson(
    db,
    limit,
    sql`select u.id, json_build_object(
        'id', u.id, 'gateway', u.gateway, 'reference', u.reference, 'why', u.why,
        'amount', json_build_object('amount', u.amount, 'currency', u.currency), 'paidWith', u.paid_with,
        'receivedAt', u.received_at, 'client', ${clientOf('u')}, 'resolution', u.resolution, 'resolvedAt', u.resolved_at,
        'resolvedBy', ${personNamed('u.resolved_by')}, 'note', u.note,
        'attempt', (
          select json_build_object('id', a.id, 'amount', json_build_object('amount', a.amount, 'currency', a.currency),
            'invoices', coalesce((select json_agg(json_build_object('id', i.id, 'number', i.number))
              from payments.attempt_invoices x join billing.invoices i
                on i.organization_id = x.organization_id and i.id = x.invoice_id
              where x.organization_id = a.organization_id and x.attempt_id = a.id), '[]'))
          from payments.attempts a where a.organization_id = u.organization_id and a.id = u.attempt_id),
        'can', json_build_object('return', ${decided}, 'allocate', case
          when u.currency <> all (${[...allCurrencies]}::text[]) then '{"no":"currency_not_taken"}'::json else ${decided} end))::text as item
      from payments.unmatched u where ${where} order by u.id desc limit ${limit + 1}`,
  );
}
