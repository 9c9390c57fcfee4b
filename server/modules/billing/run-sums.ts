import { sql } from 'kysely';
import type { Id } from '../../kernel/values/ids.ts';
import type { Draft } from './invoice-draft.ts';

export interface Sums {
  invoices: number;
  net: bigint;
  tax: bigint;
  total: bigint;
}

export function sumsOf(drafts: readonly Draft[]): Sums {
  return drafts.reduce(
    (sums, { invoice }) => ({
      invoices: sums.invoices + 1,
      net: sums.net + invoice.subtotal,
      tax: sums.tax + invoice.tax,
      total: sums.total + invoice.total,
    }),
    { invoices: 0, net: 0n, tax: 0n, total: 0n },
  );
}

/** A statement that adds what was issued, or would have been, to the sums of a run. */
export function addSums(run: Id<'billing-run'>, drafts: readonly Draft[]) {
  const currencies = [...new Set(drafts.map(({ invoice }) => invoice.currency))].toSorted();
  const rows = currencies.map((currency) => {
    const { invoices, net, tax, total } = sumsOf(
      drafts.filter(({ invoice }) => invoice.currency === currency),
    );
    return { currency, invoices, net: String(net), tax: String(tax), total: String(total) };
  });
  return sql`
    insert into billing.run_sums as s (run_id, currency, invoices, net, tax, total)
    select ${run}, currency, invoices, net, tax, total
    from json_to_recordset(${JSON.stringify(rows)}::json) as n (currency text, invoices integer, net bigint, tax bigint, total bigint)
    on conflict (run_id, currency) do update set invoices = s.invoices + excluded.invoices, net = s.net + excluded.net,
      tax = s.tax + excluded.tax, total = s.total + excluded.total`;
}
