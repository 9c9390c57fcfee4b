import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { BillDay } from '../../catalog/index.ts';
import { anchorFor, periodFrom, priceOfDays } from '../../services/index.ts';
import type { Cycle, ServiceDiscount } from '../../services/index.ts';
import { decodeCursor, pageOf } from '../../../kernel/values/page.ts';
import { toNumber } from '../invoice-row.ts';

const later = sql`s.next_on <= coalesce(s.period_to, s.trial_ends_on)`;
const repriced = sql`s.coming_on <= coalesce(s.period_to, s.trial_ends_on)`;

/** Services by the day their next period is going to be invoiced; of one organization or of all. */
export async function listRenewals(
  db: Db,
  organization: Id<'organization'> | null,
  { after, limit }: { after?: string | undefined; limit: number },
) {
  const from = after === undefined ? null : decodeCursor(after, ['date', 'id']);
  const rows = await db
    .selectFrom('services.services as s')
    .innerJoin('organizations.organizations as o', 'o.id', 's.organization_id')
    .select(['s.id', 's.next_invoice_on', 's.currency', 's.discounts', 'o.id as client_id', 'o.name'])
    .select(['s.anchor_on', 's.next_on'])
    .select(sql<BillDay | null>`case when ${later} then s.next_terms -> 'billDay' end`.as('bill_day'))
    .select(
      sql<string>`case when ${later} then s.next_terms ->> 'planId' else s.plan_id::text end`.as('plan_id'),
    )
    .select(sql<Cycle>`case when ${later} then s.next_terms ->> 'cycle' else s.cycle end`.as('cycle'))
    .select(sql<CalendarDate>`coalesce(s.period_to, s.trial_ends_on)`.as('from'))
    // What was agreed for then, where it differs.
    .select(
      sql<bigint>`case when ${later} then (s.next_terms ->> 'recurring')::bigint
        when ${repriced} then s.coming_recurring else s.recurring end`.as('recurring'),
    )
    .select(
      sql<{ id: string; en: string }>`case when ${later} then (s.next_terms -> 'names') else s.names end`.as(
        'names',
      ),
    )
    .where('s.next_invoice_on', 'is not', null)
    .where('s.state', 'in', ['trialing', 'active', 'past_due'])
    // What is held for non-payment is not billed further: it is paid or it ends.
    .where((eb) => eb.not(eb('s.suspended_for', '@>', eb.val(['non_payment']))))
    .$if(organization !== null, (query) => query.where('s.organization_id', '=', organization!))
    .$if(from !== null, (query) =>
      query.where((eb) => eb(eb.refTuple('s.next_invoice_on', 's.id'), '>', eb.tuple(from![0], from![1]))),
    )
    .orderBy('s.next_invoice_on')
    .orderBy('s.id')
    .limit(limit + 1)
    .execute();
  const page = pageOf(rows, limit, (row) => [row.next_invoice_on!, row.id as Id<'service'>]);
  return {
    next: page.next,
    items: page.items.map((row) => ({
      serviceId: row.id,
      names: row.names,
      client: { id: row.client_id, name: row.name },
      invoiceOn: row.next_invoice_on!,
      from: row.from,
      amount: { amount: toNumber(priceOfNext(row)), currency: row.currency },
    })),
  };
}

function priceOfNext(row: {
  plan_id: string;
  cycle: Cycle;
  recurring: bigint;
  discounts: unknown;
  anchor_on: CalendarDate | null;
  next_on: CalendarDate | null;
  bill_day: BillDay | null;
  from: CalendarDate;
}): bigint {
  const terms = { planId: row.plan_id, cycle: row.cycle, recurring: BigInt(row.recurring) };
  const anchor = row.bill_day
    ? anchorFor(row.next_on!, row.cycle, row.bill_day)
    : (row.anchor_on ?? row.from);
  const period = periodFrom(row.from, row.cycle, anchor);
  if (!period) return terms.recurring;
  return priceOfDays(terms, row.discounts as readonly ServiceDiscount[], period, anchor);
}
