import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import type { CollectionConcerns } from '../dunning-contract.ts';

/** Of each concern at most. */
const most = 5;
/** Days for which staff are reminded of money that came late and of promises that were broken. */
const fresh = 14;

/**
 * What in collections waits for a person: steps that wait because nothing that was written arrived, money that came for an invoice that had
 * been taken back, and promises that were not kept while the invoice is still owed.
 */
export async function listCollectionConcerns(db: Db, now: Date): Promise<CollectionConcerns> {
  const since = new Date(now.getTime() - fresh * 86_400_000);
  const client = sql`json_build_object('id', o.id, 'name', o.name)`;
  const { rows } = await sql<CollectionConcerns['items'][number]>`
    (select 'held' as why, i.id as "invoiceId", i.number, ${client} as client, d.held_since::date as day,
      json_build_object('amount', i.total - i.paid, 'currency', i.currency) as amount
      from billing.dunnings d join billing.invoices i on i.organization_id = d.organization_id and i.id = d.invoice_id
        join organizations.organizations o on o.id = i.organization_id
      where d.held_since is not null and i.status = 'overdue' order by d.held_since desc limit ${most})
    union all
    (select 'late_money', i.id, i.number, ${client}, r.received_on,
      json_build_object('amount', r.amount, 'currency', r.currency)
      from billing.receipts r join billing.invoices i on i.organization_id = r.organization_id and i.id = r.invoice_id
        join organizations.organizations o on o.id = i.organization_id
      where r.recorded_at > ${since} and r.reversed_at is null and i.document = 'void' and r.recorded_at > i.voided_at
      order by r.recorded_at desc limit ${most})
    union all
    (select 'broken_promise', i.id, i.number, ${client}, p.promised_on,
      json_build_object('amount', i.total - i.paid, 'currency', i.currency)
      from billing.promises p join billing.invoices i on i.organization_id = p.organization_id and i.id = p.invoice_id
        join organizations.organizations o on o.id = i.organization_id
      where p.state = 'broken' and p.closed_at > ${since} and i.status = 'overdue' order by p.closed_at desc limit ${most})`.execute(
    db,
  );
  return { items: rows };
}
