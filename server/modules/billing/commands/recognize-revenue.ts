import { sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../../../kernel/db/tx.ts';
import { defineJob, defineSweep } from '../../../kernel/jobs/define.ts';
import { dateIn } from '../../../kernel/values/dates.ts';
import { booksZone } from '../deferrals.ts';

/** So many lines in one transaction: few enough that whoever pays meanwhile does not wait long for a ledger. */
const batch = 1000;
/** A job does so many batches and leaves the rest to the next one. */
const batchesOfJob = 50;

/**
 * Recognizes what was earned before the first day of a month that has come, of up to `batch` lines, the longest due first: one entry for
 * each ledger, in one statement. What somebody else holds is passed over and found again. Returns how many lines there were. Lines are
 * taken before the heads of ledgers, as everywhere, and these in one order.
 */
export async function recognizeBatch(tx: Tx): Promise<number> {
  const { rows } = await sql<{ lines: number }>`
    with due as (
      select organization_id, invoice_id, position, currency, next_on, until, paused_on, recognized,
        billing.earned(amount, kept, since, until, least(next_on, paused_on)) as earned
      from billing.deferrals where next_on <= ${dateIn(booksZone, tx.now)}::date
      order by next_on, organization_id, invoice_id, position limit ${batch} for update skip locked
    ), moved as (
      update billing.deferrals d set recognized = due.earned,
        next_on = case when due.next_on < least(due.until, due.paused_on) then (due.next_on::timestamp + interval '1 month')::date end
      from due where d.organization_id = due.organization_id and d.invoice_id = due.invoice_id and d.position = due.position
    ), months as (
      insert into billing.recognitions (batch, currency, month, amount)
      select ${tx.newId()}::uuid, currency, date_trunc('month', (next_on - 1)::timestamp)::date, sum(earned - recognized) from due
      group by 2, 3 having sum(earned - recognized) <> 0
    ), sums as (
      select organization_id, currency, sum(earned - recognized)::bigint as amount from due group by 1, 2
    ), locked as materialized (
      select b.organization_id, b.currency, s.amount from billing.balances b join sums s using (organization_id, currency)
      where s.amount <> 0 order by b.organization_id, b.currency for update of b
    ), heads as (
      update billing.balances b set entries = b.entries + 1,
        booked_on = greatest(b.booked_on, (${tx.now}::timestamptz at time zone o.time_zone)::date)
      from locked l join organizations.organizations o on o.id = l.organization_id
      where b.organization_id = l.organization_id and b.currency = l.currency
      returning b.organization_id, b.currency, b.entries, b.booked_on, b.receivable, b.credit, l.amount
    ), entries as (
      insert into billing.entries (organization_id, currency, sequence, kind, booked_on, booked_at, owed, credited, receivable_after, credit_after)
      select organization_id, currency, entries, 'revenue_recognized', booked_on, ${tx.now}::timestamptz, 0, 0, receivable, credit from heads
    ), postings as (
      insert into billing.postings (organization_id, currency, sequence, line, account, debit, credit)
      select h.organization_id, h.currency, h.entries, p.line, p.account, greatest(p.amount, 0), greatest(-p.amount, 0)
      from heads h cross join lateral (values (1, 'deferred', h.amount), (2, 'revenue', -h.amount)) as p (line, account, amount)
    )
    select count(*)::integer as lines from due`.execute(tx.db);
  return rows[0]!.lines;
}

export const recognizeRevenue = defineJob({
  name: 'billing.recognize-revenue',
  input: z.object({}),
  run: async (ctx) => {
    for (let done = 0; done < batchesOfJob; done++) if ((await ctx.transact(recognizeBatch)) === 0) return;
    await ctx.transact(async (tx) => tx.enqueue(recognizeRevenue, {}, { key: 'all' }));
  },
});

/** A month's revenue is booked on the first day of the next one; daily, for whatever came late. */
export const recognizeDue = defineSweep({
  name: 'billing.recognize-revenue',
  cron: '25 0 * * *',
  run: (ctx) => ctx.transact(async (tx) => tx.enqueue(recognizeRevenue, {}, { key: 'all' })),
});
