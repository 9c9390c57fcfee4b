import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { decodeCursor, pageOf } from '../../../kernel/values/page.ts';
import { toNumber } from '../invoice-row.ts';

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
    .select([
      's.id',
      's.names',
      's.next_invoice_on',
      's.recurring',
      's.currency',
      'o.id as client_id',
      'o.name',
    ])
    .select(sql<CalendarDate>`coalesce(s.period_to, s.trial_ends_on)`.as('from'))
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
      names: row.names as { id: string; en: string },
      client: { id: row.client_id, name: row.name },
      invoiceOn: row.next_invoice_on!,
      from: row.from,
      amount: { amount: toNumber(row.recurring), currency: row.currency },
    })),
  };
}
