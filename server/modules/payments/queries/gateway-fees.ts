import { sql } from 'kysely';
import { mayAsStaff } from '../../../kernel/auth/actor.ts';
import type { StaffRole } from '../../../kernel/auth/roles.ts';
import type { Db } from '../../../kernel/db/types.ts';
import type { Ports } from '../../../kernel/ports.ts';
import { readSetting } from '../../../kernel/settings.ts';
import { dateIn } from '../../../kernel/values/dates.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import { unless } from '../../../kernel/values/state-machine.ts';
import { earliest } from '../commands/change-fee-rules.ts';
import { ruleFor } from '../domain/fee.ts';
import type { FeeReport, FeeRules } from '../fee-contract.ts';
import { manageGateways } from '../permissions.ts';
import { offered } from '../settings.ts';
import { gatewaysInOrder } from './methods.ts';

/** The rules of fees, newest first within each way to pay, and what others can be added for. */
export async function listFeeRules(
  db: Db,
  ports: Pick<Ports, 'gateways'>,
  roles: readonly StaffRole[],
  now: Date,
): Promise<FeeRules> {
  const { value } = await readSetting(db, offered);
  const gateways = gatewaysInOrder(ports, value).map(({ gateway }) => gateway);
  const rows = await db
    .selectFrom('payments.fee_rules as r')
    .innerJoin('identity.people as h', 'h.id', 'r.added_by')
    .select(['r.id', 'r.gateway', 'r.method', 'r.currency', 'r.share', 'r.fixed', 'r.valid_from as from'])
    .select(['r.given_back as givenBack', 'h.name as addedBy', 'r.added_at'])
    .orderBy('r.gateway')
    .orderBy('r.currency')
    .orderBy((eb) => eb.fn.coalesce('r.method', eb.val('')))
    .orderBy('r.valid_from', 'desc')
    .limit(1000)
    .execute();
  const may = mayAsStaff(manageGateways, roles);
  const today = dateIn('UTC', now);
  const begun = dateIn(earliest, now);
  return {
    items: rows.map(({ added_at: addedAt, fixed, ...row }) => {
      const same = rows.filter(
        (one) => one.gateway === row.gateway && one.currency === row.currency && one.method === row.method,
      );
      const holds = ruleFor(same, { method: row.method ?? '', on: today })?.id === row.id;
      const label = labelOf(ports, row.gateway, row.method);
      return {
        ...row,
        fixed: Number(fixed),
        label,
        state: row.from > today ? ('coming' as const) : holds ? ('holds' as const) : ('over' as const),
        addedAt: addedAt.toISOString(),
        can: { remove: unless({ your_role: !may, fee_rule_in_use: row.from <= begun }) },
      };
    }),
    gateways: gateways.map(({ name, methods }) => ({
      gateway: name,
      currencies: [...new Set(methods.flatMap(({ limits }) => Object.keys(limits)))].toSorted(),
      methods: methods.map(({ id, label }) => ({ id, label })),
    })),
    can: { change: unless({ your_role: !may }) },
  };
}

function labelOf({ gateways }: Pick<Ports, 'gateways'>, gateway: string, method: string | null) {
  return gateways.get(gateway)?.methods.find(({ id }) => id === method)?.label ?? null;
}

/** What came by each gateway and what it kept, by month of the client's days: of the last twelve months where nothing is said. */
export async function reportFees(
  db: Db,
  ports: Pick<Ports, 'gateways'>,
  asked: { from?: CalendarDate | undefined; to?: CalendarDate | undefined },
  now: Date,
): Promise<FeeReport> {
  const to = asked.to ?? dateIn(earliest, now);
  const from = asked.from ?? (`${Number(to.slice(0, 4)) - 1}${to.slice(4, 7)}-01` as CalendarDate);
  const { rows } = await sql<Omit<FeeReport['items'][number], 'label'>>`
    with came as (
      select to_char(r.received_on, 'YYYY-MM') as month, p.gateway, p.method, p.currency, count(*) as payments, sum(p.amount) as received,
        0 as fees, 0 as given_back
      from billing.receipts r join payments.payments p on p.organization_id = r.organization_id and p.id = r.payment_id
      where r.received_on between ${from} and ${to} group by 1, 2, 3, 4
    ), kept as (
      select to_char(f.booked_on, 'YYYY-MM'), f.gateway, f.method, f.currency, 0, 0, sum(f.amount),
        coalesce(-sum(f.amount) filter (where f.why = 'given_back'), 0)
      from payments.fees f where f.booked_on between ${from} and ${to} group by 1, 2, 3, 4
    ), disputed as (
      -- what gateways ask for disputes, in the month they were heard of
      select to_char(d.heard_at at time zone 'UTC', 'YYYY-MM'), p.gateway, p.method, d.currency, 0, 0, sum(d.fee), 0
      from payments.disputes d join payments.payments p on p.organization_id = d.organization_id and p.id = d.payment_id
      where d.fee > 0 and d.heard_at >= ${from}::date and d.heard_at < ${to}::date + 1 group by 1, 2, 3, 4
    )
    select month, gateway, method, currency, sum(payments)::float8 as payments, sum(received)::float8 as received,
      sum(fees)::float8 as fees, sum(given_back)::float8 as "givenBack", (sum(received) - sum(fees))::float8 as net
    from (select * from came union all select * from kept union all select * from disputed) as all_of
    group by month, gateway, method, currency order by month desc, gateway, method, currency limit 2000`.execute(
    db,
  );
  return {
    from,
    to,
    items: rows.map((row) => ({ ...row, label: labelOf(ports, row.gateway, row.method) })),
  };
}
