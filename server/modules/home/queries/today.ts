import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Session } from '../../../kernel/auth/actor.ts';
import { mayAsStaff } from '../../../kernel/auth/actor.ts';
import type { Permission } from '../../../kernel/auth/roles.ts';
import type { Db } from '../../../kernel/db/types.ts';
import { giveCredit } from '../../billing/index.ts';
import { readPayments } from '../../payments/index.ts';
import { readInstances } from '../../provisioning/index.ts';
import { readTickets } from '../../support/index.ts';
import type { Today } from '../contract.ts';

/** Counted up to here: beyond it the exact figure changes nothing, and a bad day stays cheap. */
const most = sql.lit(100);

const upTo = (from: RawBuilder<unknown>) =>
  sql`(select count(*)::int from (select from ${from} limit ${most}) x)`;

/** What waits for staff at this moment, in one statement, each figure up to 100. */
export async function readToday(db: Db, { person, staffRoles }: Session, now: Date): Promise<Today> {
  const may = (permission: Permission) => mayAsStaff(permission, staffRoles);
  const tickets = sql`support.tickets t where t.settled_at is null`;
  const { rows } = await sql<{ today: Today }>`select json_build_object(
    'tickets', ${
      may(readTickets)
        ? sql`json_build_object('unassigned', ${upTo(sql`${tickets} and t.assignee_id is null`)},
            'mine', ${upTo(sql`${tickets} and t.assignee_id = ${person.id}`)},
            'waiting', ${upTo(sql`${tickets} and t.waiting_since is not null`)})`
        : nothing
    },
    'tasks', ${
      may(readInstances)
        ? sql`json_build_object('open', ${upTo(sql`provisioning.staff_tasks where state in ('open', 'taken')`)},
            'failing', ${upTo(sql`services.services where technical_state = 'attention'`)})`
        : nothing
    },
    'money', ${
      may(readPayments)
        ? sql`json_build_object('transfers', ${upTo(sql`payments.transfers where state = 'reported'`)},
            'unmatched', ${upTo(sql`payments.unmatched where resolution is null`)},
            'refunds', ${upTo(sql`payments.refunds where state = 'to_approve'`)},
            'deskCredit', ${may(giveCredit) ? upTo(sql`deskacts.credit_asks where state = 'waiting' and asked_by <> ${person.id}`) : nothing},
            'overdueCount', ${upTo(sql`billing.invoices where status = 'overdue'`)})`
        : nothing
    },
    'orders', json_build_object('pending', ${upTo(sql`orders.orders where status = 'pending_payment'`)},
      'inProgress', ${upTo(sql`orders.orders where status in ('paid', 'in_progress')`)}),
    'mails', json_build_object('failed', ${upTo(sql`notifications.mails where state = 'failed'`)}),
    'clients', json_build_object('joined',
      ${upTo(sql`organizations.organizations where created_at > ${new Date(now.getTime() - 7 * 86_400_000)}`)})
  ) as today`.execute(db);
  return rows[0]!.today;
}

const nothing = sql`null::json`;
