import { sql } from 'kysely';
import { mayAsStaff } from '../../../kernel/auth/actor.ts';
import type { Session } from '../../../kernel/auth/actor.ts';
import type { Db } from '../../../kernel/db/types.ts';
import type { JsonText } from '../../../kernel/http/route.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { unless } from '../../../kernel/values/state-machine.ts';
import { giveRefunds } from '../permissions.ts';
import type { StaffRefund } from '../refund-contract.ts';
import { clientOf, personNamed } from './attempt-json.ts';
import { all, listJson, olderThan } from './list-json.ts';

type Paging = { after?: string | undefined; limit: number };

const tables = sql`payments.refunds f
  join payments.payments p on p.organization_id = f.organization_id and p.id = f.payment_id`;

const money = sql`json_build_object('amount', f.amount, 'currency', p.currency)`;
const whereTo = sql`case f.way when 'gateway' then p.paid_with else concat(f.to_bank, ' •••• ', right(f.to_account, 4)) end`;

/** Money that goes back to an organization, newest first, in words of the client. */
export function listRefunds(
  db: Db,
  organization: Id<'organization'>,
  { after, limit }: Paging,
): Promise<JsonText> {
  return listJson(
    db,
    limit,
    sql`select f.id, json_build_object('id', f.id, 'amount', ${money}, 'way', f.way, 'to', ${whereTo}, 'askedAt', f.asked_at,
        'state', case when f.state = 'done' then 'done' when f.state in ('failed', 'rejected') then 'returned' else 'underway' end,
        'endedAt', f.answered_at, 'hasProof', f.proof_id is not null and f.state = 'done',
        'receipt', case when r.id is null then null else json_build_object('id', r.id, 'number', r.number) end)::text as item
      from ${tables} left join billing.receipts r on r.organization_id = p.organization_id and r.payment_id = p.id
      where f.organization_id = ${organization} and ${all(olderThan(sql`f.id`, after))} order by f.id desc limit ${limit + 1}`,
  );
}

const staffFields = sql`'id', f.id, 'paymentId', p.id, 'client', ${clientOf('f')}, 'amount', ${money}, 'state', f.state, 'way', f.way,
  'to', ${whereTo}, 'reason', f.reason, 'askedBy', ${personNamed('f.asked_by')}, 'askedAt', f.asked_at`;

const groups = {
  waiting: sql`f.state in ('to_approve', 'to_pay')`,
  underway: sql`f.state in ('asked', 'unknown', 'processing')`,
  over: sql`f.state in ('done', 'failed', 'rejected')`,
};

export function listStaffRefunds(
  db: Db,
  { state, after, limit }: Paging & { state?: keyof typeof groups | undefined },
): Promise<JsonText> {
  return listJson(
    db,
    limit,
    sql`select f.id, json_build_object(${staffFields})::text as item from ${tables}
      where ${all(state && groups[state], olderThan(sql`f.id`, after))} order by f.id desc limit ${limit + 1}`,
  );
}

/** One refund as this member of staff sees it. Errors: `not_found`. */
export async function showStaffRefund(
  db: Db,
  { person, staffRoles }: Session,
  refund: Id<'refund'>,
): Promise<StaffRefund> {
  const { rows } = await sql<{ view: Omit<StaffRefund, 'can'> }>`
    select json_build_object(${staffFields}, 'code', f.code, 'rejectedWhy', f.rejected_why, 'decidedBy', ${personNamed('f.decided_by')},
      'bank', case f.way when 'transfer' then json_build_object('bank', f.to_bank, 'account', f.to_account, 'holder', f.to_holder) end,
      'endedAt', f.answered_at, 'proof', f.proof_name, 'paidOn', f.paid_on, 'reference', f.reference) as view
    from ${tables} where f.id = ${refund}`.execute(db);
  const view = rows[0]?.view;
  if (!view) throw new Problem(notFound);
  const state: string = view.state;
  const role = { your_role: !mayAsStaff(giveRefunds, staffRoles) };
  const waits = state === 'to_approve';
  const toPay = state === 'to_pay';
  return {
    ...view,
    can: {
      approve: unless({ ...role, not_waiting: !waits, same_hands: view.askedBy.id === person.id }),
      reject: unless({ ...role, not_waiting: !waits && !toPay }),
      prove: unless({ ...role, not_waiting: !toPay }),
      pay: unless({ ...role, not_waiting: !toPay, proof_missing: view.proof === null }),
      check: unless({ ...role, not_waiting: !['asked', 'unknown', 'processing'].includes(state) }),
    },
  };
}
