import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Invariant } from '../../kernel/module.ts';

/** `select` finds counterexamples as one text column, `what`. */
function invariant(name: string, select: RawBuilder<{ what: string }>): Invariant {
  return {
    name,
    violations: async (db, limit) => {
      const { rows } = await sql<{
        what: string;
      }>`select what from (${select}) as found limit ${limit}`.execute(db);
      return rows.map((row) => row.what);
    },
  };
}

const series = (kind: string, table: RawBuilder<unknown>) =>
  invariant(
    `billing.${kind.replace('_', '-')}-numbers-have-no-gaps`,
    sql`
      select format('${sql.raw(kind)} series %s: %s numbers up to %s, the counter says %s', year, count(d.sequence), max(d.sequence), s.last) as what
      from billing.series s left join ${table} d using (year)
      where s.kind = ${kind} group by year, s.last
      having count(d.sequence) <> s.last or coalesce(max(d.sequence), 0) <> s.last`,
  );

export const invariants: readonly Invariant[] = [
  invariant(
    'billing.every-entry-balances',
    sql`
      select format('entry %s %s of organization %s is out by %s', sequence, currency, organization_id, sum(debit - credit)) as what
      from billing.entries left join billing.postings using (organization_id, currency, sequence)
      group by organization_id, currency, sequence having sum(debit - credit) is distinct from 0`,
  ),
  invariant(
    'billing.balances-are-the-sums-of-their-entries',
    sql`
      select format('organization %s, %s: the head says %s owed and %s credit, the postings %s and %s',
        b.organization_id, b.currency, b.receivable, b.credit, p.receivable, p.credit) as what
      from billing.balances b left join lateral (
        select coalesce(sum(debit - p.credit) filter (where account = 'receivable'), 0) as receivable,
          coalesce(sum(p.credit - debit) filter (where account = 'customer_credit'), 0) as credit, max(sequence) as entries
        from billing.postings p where p.organization_id = b.organization_id and p.currency = b.currency) p on true
      where b.receivable <> p.receivable or b.credit <> p.credit or b.entries <> p.entries`,
  ),
  invariant(
    'billing.credit-is-what-is-left-of-its-lots',
    sql`
      select format('organization %s, %s: the head says %s credit, its lots %s', b.organization_id, b.currency, b.credit, l.left) as what
      from billing.balances b left join lateral (
        select coalesce(sum(remaining), 0) as left from billing.credit_lots l
        where l.organization_id = b.organization_id and l.currency = b.currency and l.remaining > 0) l on true
      where b.credit <> l.left`,
  ),
  invariant(
    'billing.lots-are-what-was-not-used-of-them',
    sql`
      select format('lot %s %s of organization %s: %s left of %s, used %s', l.sequence, l.currency, l.organization_id, l.remaining, l.amount, u.used) as what
      from billing.credit_lots l left join lateral (
        select coalesce(sum(amount), 0) as used from billing.credit_uses u
        where u.organization_id = l.organization_id and u.currency = l.currency and u.lot = l.sequence) u on true
      where l.remaining <> l.amount - u.used`,
  ),
  invariant(
    'billing.entries-move-lots-by-what-they-do-to-credit',
    sql`
      select format('entry %s %s of organization %s: %s in the ledger, %s in lots', e.sequence, e.currency, e.organization_id, e.credited, m.moved) as what
      from billing.entries e left join lateral (
        select coalesce((select l.amount from billing.credit_lots l where l.organization_id = e.organization_id
            and l.currency = e.currency and l.sequence = e.sequence), 0)
          - coalesce((select sum(u.amount) from billing.credit_uses u where u.organization_id = e.organization_id
            and u.currency = e.currency and u.sequence = e.sequence), 0) as moved) m on true
      where e.credited <> m.moved`,
  ),
  invariant(
    'billing.entries-run-on',
    sql`
      select format('entry %s %s of organization %s does not follow from the one before it', sequence, currency, organization_id) as what
      from (
        select *, lag(sequence, 1, 0) over ledger as before, lag(booked_on) over ledger as day_before,
          lag(receivable_after, 1, 0) over ledger as owed_before, lag(credit_after, 1, 0) over ledger as credit_before
        from billing.entries window ledger as (partition by organization_id, currency order by sequence)
      ) e
      where sequence <> before + 1 or booked_on < day_before
        or receivable_after <> owed_before + owed or credit_after <> credit_before + credited`,
  ),
  invariant(
    'billing.what-is-owed-stands-on-open-invoices',
    sql`
      select format('organization %s, %s: %s in the ledger, %s on invoices', b.organization_id, b.currency, b.receivable, i.open) as what
      from billing.balances b left join lateral (
        select coalesce(sum(total - paid), 0) as open from billing.invoices i
        where i.organization_id = b.organization_id and i.currency = b.currency and i.document = 'issued'
          and i.settlement <> 'written_off') i on true
      where b.receivable <> i.open`,
  ),
  invariant(
    'billing.what-was-given-up-stands-on-written-off-invoices',
    sql`
      select format('organization %s, %s: %s in the ledger, %s on invoices', b.organization_id, b.currency, p.lost, i.open) as what
      from billing.balances b left join lateral (
        select coalesce(sum(debit - p.credit), 0) as lost from billing.postings p
        where p.organization_id = b.organization_id and p.currency = b.currency and p.account = 'write_off') p on true
      left join lateral (
        select coalesce(sum(total - paid), 0) as open from billing.invoices i
        where i.organization_id = b.organization_id and i.currency = b.currency and i.settlement = 'written_off') i on true
      where p.lost <> i.open`,
  ),
  invariant(
    'billing.allocations-add-up-to-what-is-paid',
    sql`
      select format('invoice %s: %s paid, %s of it by credit notes, %s allocated', i.id, i.paid, i.credited, a.allocated) as what
      from billing.invoices i left join lateral (
        select coalesce(sum(amount), 0) as allocated from billing.allocations a
        where a.organization_id = i.organization_id and a.invoice_id = i.id and a.released_at is null) a on true
      where i.paid <> a.allocated + i.credited`,
  ),
  invariant(
    'billing.no-invoice-is-paid-more-than-its-total',
    sql`select format('invoice %s: %s paid of %s', id, paid, total) as what from billing.invoices where paid > total`,
  ),
  invariant(
    'billing.a-receipt-pays-no-more-than-it-is-for',
    sql`
      select format('receipt %s of %s pays %s', r.id, r.amount, sum(a.amount)) as what
      from billing.receipts r join billing.allocations a on a.organization_id = r.organization_id and a.receipt_id = r.id
        and a.released_at is null
      group by r.organization_id, r.id
      having sum(a.amount) > r.amount - r.reversed - r.disputed`,
  ),
  invariant(
    'billing.disputed-money-is-booked',
    sql`
      select format('receipt %s of %s: %s disputed, %s taken by banks', r.id, r.amount, r.disputed, d.net) as what
      from billing.receipts r left join lateral (
        select coalesce(sum(withdrawn - returned), 0) as net from billing.disputed_payments d
        where d.organization_id = r.organization_id and d.receipt_id = r.id) d on true
      where r.disputed <> least(d.net, r.amount - r.refunded - r.reversed)
        and (r.disputed > 0 or d.net > 0)`,
  ),
  invariant(
    'billing.what-disputes-cost-is-in-the-ledger',
    sql`
      select format('organization %s, %s: loss %s and fees %s in the ledger, %s and %s of disputes', d.organization_id, d.currency,
        p.lost, p.fees, d.lost, d.fees) as what
      from (
        select d.organization_id, d.currency, sum(d.fee) as fees, sum(d.withdrawn - d.returned) - (
          select coalesce(sum(r.disputed), 0) from billing.receipts r
          where r.organization_id = d.organization_id and r.currency = d.currency) as lost
        from billing.disputed_payments d group by d.organization_id, d.currency) d
      left join lateral (
        select coalesce(sum(debit - credit) filter (where account = 'dispute_loss'), 0) as lost,
          coalesce(sum(debit - credit) filter (where account = 'gateway_fee'), 0) as fees
        from billing.postings p where p.organization_id = d.organization_id and p.currency = d.currency) p on true
      where p.lost <> d.lost or p.fees < d.fees`,
  ),
  invariant(
    'billing.lines-add-up',
    sql`
      select format('invoice %s: %s and tax %s, its lines %s and %s', i.id, i.subtotal, i.tax, l.net, l.tax) as what
      from billing.invoices i left join lateral (
        select sum(net) as net, sum(l.tax) as tax from billing.invoice_lines l
        where l.organization_id = i.organization_id and l.invoice_id = i.id) l on true
      where l.net is distinct from i.subtotal or l.tax is distinct from i.tax`,
  ),
  invariant(
    'billing.credit-notes-add-up',
    sql`
      select format('credit note %s: %s and tax %s, its lines %s and %s', c.id, c.net, c.tax, l.net, l.tax) as what
      from billing.credit_notes c left join lateral (
        select sum(l.net) as net, sum(l.tax) as tax from billing.credit_note_lines l
        where l.organization_id = c.organization_id and l.credit_note_id = c.id) l on true
      where l.net is distinct from c.net or l.tax is distinct from c.tax`,
  ),
  invariant(
    'billing.no-line-is-taken-back-more-than-it-was-charged',
    sql`
      select format('line %s of invoice %s: %s of %s and tax %s of %s', l.position, l.invoice_id, sum(c.net), l.net, sum(c.tax), l.tax) as what
      from billing.credit_note_lines c join billing.invoice_lines l
        on l.organization_id = c.organization_id and l.invoice_id = c.invoice_id and l.position = c.position
      group by l.organization_id, l.invoice_id, l.position
      having abs(sum(c.net)) > abs(l.net) or abs(sum(c.tax)) > abs(l.tax) or sign(sum(c.net)) <> sign(l.net)`,
  ),
  invariant(
    'billing.invoices-know-their-credit-notes',
    sql`
      select format('invoice %s: %s taken back and %s settled, its notes %s and %s', i.id, i.taken_back, i.credited, c.total, c.settled) as what
      from billing.invoices i left join lateral (
        select coalesce(sum(total), 0) as total, coalesce(sum(settled), 0) as settled from billing.credit_notes c
        where c.organization_id = i.organization_id and c.invoice_id = i.id) c on true
      where (i.taken_back, i.credited) is distinct from (c.total, c.settled)`,
  ),
  invariant(
    'billing.what-is-withheld-is-in-the-ledger',
    sql`
      select format('organization %s, %s: %s in the ledger, %s withheld', b.organization_id, b.currency, p.withheld, w.withheld) as what
      from billing.balances b
      left join lateral (select coalesce(sum(debit - credit), 0) as withheld from billing.postings p
        where p.organization_id = b.organization_id and p.currency = b.currency and p.account = 'withholding') p on true
      left join lateral (select coalesce(sum(w.amount), 0) as withheld from billing.withholdings w
        where w.organization_id = b.organization_id and w.currency = b.currency and w.state <> 'reopened') w on true
      where p.withheld <> w.withheld`,
  ),
  invariant(
    'billing.nothing-is-held-before-a-notice',
    sql`
      select format('invoice %s: %s on %s without a notice before', s.invoice_id, s.kind, s.done_on) as what
      from billing.dunning_steps s where s.kind in ('suspend', 'terminate') and not exists (
        select from billing.dunning_steps n where n.organization_id = s.organization_id and n.invoice_id = s.invoice_id
          and n.kind = 'notice' and n.done_on < s.done_on)`,
  ),
  invariant(
    'billing.deferred-is-what-is-not-earned-yet',
    sql`
      select format('organization %s, %s: %s deferred in the ledger, %s of lines', organization_id, currency, p.booked, d.rest) as what
      from (select organization_id, currency, sum(credit - debit) as booked from billing.postings where account = 'deferred'
        group by organization_id, currency) p
      full join (select organization_id, currency, sum(amount - recognized) as rest from billing.deferrals
        group by organization_id, currency) d using (organization_id, currency)
      where coalesce(p.booked, 0) <> coalesce(d.rest, 0)`,
  ),
  invariant(
    'billing.what-is-recognized-is-of-some-month',
    sql`
      select format('%s: %s recognized of lines, %s of months', currency, d.amount, m.amount) as what
      from (select currency, sum(recognized) as amount from billing.deferrals group by currency) d
      full join (select currency, sum(amount) as amount from billing.recognitions group by currency) m using (currency)
      where coalesce(d.amount, 0) <> coalesce(m.amount, 0)`,
  ),
  invariant(
    'billing.deferred-lines-are-no-more-than-charged',
    sql`
      select format('line %s of invoice %s: %s deferred of %s', d.position, d.invoice_id, d.amount, l.net) as what
      from billing.deferrals d join billing.invoice_lines l using (organization_id, invoice_id, position)
      where d.amount not between least(l.net, 0) and greatest(l.net, 0)`,
  ),
  series('credit_note', sql`billing.credit_notes`),
  series('invoice', sql`billing.invoices`),
  series('receipt', sql`billing.receipts`),
];
