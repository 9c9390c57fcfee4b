import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import { addMonths, dateIn, startOfMonth } from '../../../kernel/values/dates.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import { booksZone } from '../deferrals.ts';
import { toNumber } from '../invoice-row.ts';
import type { DeferredRevenue } from '../revenue-contract.ts';

interface Row {
  currency: string;
  month: CalendarDate | null;
  amount: string;
}

/** So many months that are over are told of. */
const monthsBack = 12;

/** What is deferred and becomes revenue in which month, and what the last months recognized. */
export async function readDeferredRevenue(db: Db, now: Date): Promise<DeferredRevenue> {
  const first = addMonths(startOfMonth(dateIn(booksZone, now)), -monthsBack);
  const [{ rows: ahead }, { rows: back }] = await Promise.all([
    sql<Row>`
      select d.currency, m.day as month, sum(case
        when m.day is null then d.amount - coalesce(m.known, d.recognized)
        else billing.earned(d.amount, d.kept, d.since, d.until, least(m.next, d.paused_on))
          - case when m.next = d.next_on then d.recognized else billing.earned(d.amount, d.kept, d.since, d.until, least(m.day, d.paused_on)) end
        end)::text as amount
      from billing.deferrals d left join lateral (
        select month::date as day, (month + interval '1 month')::date as next, null::bigint as known
        from generate_series(d.next_on::timestamp - interval '1 month', (least(d.until, d.paused_on) - 1)::timestamp, interval '1 month') month
        union all
        -- what stands still becomes revenue nobody knows when
        select null, null, billing.earned(d.amount, d.kept, d.since, d.until, d.paused_on) where d.paused_on is not null) m on true
      where d.amount <> d.recognized group by 1, 2 order by 1, 2`.execute(db),
    sql<Row>`
      select currency, month, sum(amount)::text as amount from billing.recognitions
      where month >= ${first} group by 1, 2 order by 1, 2 desc`.execute(db),
  ]);
  const currencies = [...new Set([...ahead, ...back].map((row) => row.currency))].toSorted();
  return {
    currencies: currencies.map((currency) => {
      const known = ahead.filter((row) => row.currency === currency);
      const [waiting, balance] = [known.filter(({ month }) => month === null), known].map((rows) =>
        rows.reduce((sum, { amount }) => sum + BigInt(amount), 0n),
      );
      return {
        currency,
        balance: toNumber(balance!),
        waiting: toNumber(waiting!),
        coming: monthsOf(known),
        recognized: monthsOf(back.filter((row) => row.currency === currency)),
      };
    }),
  };
}

const monthsOf = (rows: readonly Row[]) =>
  rows.flatMap(({ month, amount }) => (month === null ? [] : [{ month, amount: toNumber(BigInt(amount)) }]));
