import { sql } from 'kysely';
import type { Session } from '../../../kernel/auth/actor.ts';
import { mayAsStaff } from '../../../kernel/auth/actor.ts';
import type { Db } from '../../../kernel/db/types.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { unless } from '../../../kernel/values/state-machine.ts';
import { readInvoices } from '../../billing/index.ts';
import { findMembersWhoMay } from '../../organizations/index.ts';
import { manageServices, readServices } from '../../services/index.ts';
import type { ClientPanel } from '../contract.ts';
import { waitingAsk } from './asks.ts';
import { leftToday } from './left-today.ts';

export interface TicketOf {
  organization: Id<'organization'>;
  currency: string;
}

/** Whose ticket it is. Errors: `not_found`. */
export async function readTicketOf(db: Db, ticket: Id<'ticket'>): Promise<TicketOf> {
  const { rows } = await sql<TicketOf>`
    select o.id as organization, o.currency from support.tickets t
    join organizations.organizations o on o.id = t.organization_id where t.id = ${ticket}`.execute(db);
  if (!rows[0]) throw new Problem(notFound);
  return rows[0];
}

/** Whom an invoice can be sent to: the billing address, and those who may read invoices. */
export async function readReaders(db: Db, organization: Id<'organization'>): Promise<ClientPanel['readers']> {
  const people = await findMembersWhoMay(db, organization, readInvoices);
  const { rows } = await sql<ClientPanel['readers'][number]>`
    select id, name, email, locale from identity.people where id = any (${people}::uuid[]) and disabled_at is null
    union all select null, name, billing_email, locale from organizations.organizations where id = ${organization}
    order by id nulls last limit 50`.execute(db);
  return rows;
}

/** The client beside a ticket, in five statements. Errors: `not_found`. */
export async function readClientPanel(
  db: Db,
  ticket: Id<'ticket'>,
  session: Pick<Session, 'person' | 'staffRoles'>,
  now: Date,
): Promise<ClientPanel> {
  const { organization, currency } = await readTicketOf(db, ticket);
  const roles = session.staffRoles;
  const [sees, bills] = [mayAsStaff(readServices, roles), mayAsStaff(readInvoices, roles)];
  const holds = mayAsStaff(manageServices, roles);
  const { rows } = await sql<Found>`
    select
      (select json_agg(x.json) from (select json_build_object('id', s.id, 'names', s.names, 'label', s.label, 'state', s.state,
          'suspendedFor', s.suspended_for, 'linked', s.id is not distinct from t.service_id) as json
        from services.services s where s.organization_id = t.organization_id
          and (s.state <> 'ended' or s.id = t.service_id)
        order by s.id is not distinct from t.service_id desc, s.id desc limit 6) x) as services,
      (select json_agg(x.json) from (select json_build_object('id', i.id, 'number', i.number, 'status', i.status,
          'total', json_build_object('amount', i.total, 'currency', i.currency),
          'balance', json_build_object('amount', case when i.document = 'issued' then i.total - i.paid else 0 end, 'currency', i.currency),
          'dueOn', i.due_on::text, 'linked', i.id is not distinct from t.invoice_id) as json
        from billing.invoices i where i.organization_id = t.organization_id and i.document <> 'draft'
        order by i.id is not distinct from t.invoice_id desc, i.status in ('overdue', 'due', 'pending') desc, i.issued_on desc, i.id desc
        limit 6) x) as invoices,
      (select json_agg(x.json) from (select json_build_object('id', r.id, 'number', r.number,
          'amount', json_build_object('amount', r.amount, 'currency', r.currency),
          'at', to_char(r.received_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) as json
        from billing.receipts r where r.organization_id = t.organization_id and r.reversed_at is null
        order by r.received_at desc, r.id desc limit 3) x) as payments,
      coalesce((select b.credit from billing.balances b where b.organization_id = t.organization_id and b.currency = ${currency}), 0)::text as credit
    from support.tickets t where t.id = ${ticket}`.execute(db);
  const found = rows[0]!;
  const { limit, left } = await leftToday(db, session, currency, now);
  const gives = bills || limit === null || limit > 0n;
  const waiting = gives ? await waitingAsk(db, ticket, session) : null;
  return {
    services: sees
      ? (found.services ?? []).map((service) => ({
          ...service,
          can: {
            suspend: unless({ your_role: !holds, ended: service.state === 'ended' }),
            resume: unless({ your_role: !holds, not_suspended: service.suspendedFor.length === 0 }),
          },
        }))
      : null,
    invoices: bills
      ? (found.invoices ?? []).map((invoice) => ({
          ...invoice,
          can: {
            send: unless({
              not_numbered_yet: invoice.number === null,
              invoice_void: invoice.status === 'void',
            }),
          },
        }))
      : null,
    payments: bills ? (found.payments ?? []) : null,
    readers: bills ? await readReaders(db, organization) : [],
    credit: gives
      ? {
          currency,
          balance: bills ? { amount: Number(found.credit), currency } : null,
          left: left === null ? null : { amount: Number(left), currency },
          waiting,
          can: {
            give: unless({ over_daily_limit: left === 0n }),
            ask: unless({ no_limit: limit === null, credit_asked_already: waiting !== null }),
          },
        }
      : null,
  };
}

interface Found {
  services: Omit<NonNullable<ClientPanel['services']>[number], 'can'>[] | null;
  invoices: Omit<NonNullable<ClientPanel['invoices']>[number], 'can'>[] | null;
  payments: NonNullable<ClientPanel['payments']> | null;
  credit: string;
}
