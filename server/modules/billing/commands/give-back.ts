import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { CreditReason } from '../domain/credit-note.ts';
import { planCredit } from '../domain/plan-credit.ts';
import type { PaidLine, Taken } from '../domain/plan-credit.ts';
import { issueCreditNote } from './issue-credit-note.ts';

/** `price` is minor units in the terms the service's prices are in; `since`: the first day of the time it was paid for. */
export interface GivenUp {
  organization: Id<'organization'>;
  service: Id<'service'>;
  price: bigint;
  since: CalendarDate;
  /** Whether that time began with the service, so that it was paid with the order. */
  fromOrder: boolean;
}

export interface CreditPlan {
  /** With tax. */
  total: bigint;
  notes: (Taken & { payer: Id<'organization'>; invoice: Id<'invoice'> })[];
}

/** What credit notes would give back for paid time that is given up: of the latest invoices first, at most what was charged for it. */
export async function previewGivingBack(db: Db, given: GivenUp): Promise<CreditPlan> {
  const invoices = given.price > 0n ? await findCharged(db, given) : [];
  const notes = planCredit(invoices, given.price)
    .map((taken, index) => ({ ...taken, payer: invoices[index]!.payer, invoice: invoices[index]!.invoice }))
    .filter(({ total }) => total > 0n);
  return { notes, total: notes.reduce((sum, { total }) => sum + total, 0n) };
}

/** Issues them. What was paid becomes credit of who paid. Needs a transaction that sees everything. */
export async function giveBack(tx: Tx, given: GivenUp, reason: CreditReason): Promise<bigint> {
  const { notes } = await previewGivingBack(tx.db, given);
  let total = 0n;
  for (const { payer, invoice, lines } of notes) {
    total += (await issueCreditNote(tx, { organization: payer, invoice, reason, lines })).total;
  }
  return total;
}

interface Charged {
  payer: Id<'organization'>;
  invoice: Id<'invoice'>;
  room: bigint;
  lines: PaidLine[];
}

/** What a service's time was paid with; set-up is not time. */
async function findCharged(db: Db, { organization, service, since, fromOrder }: GivenUp): Promise<Charged[]> {
  const { rows } = await sql<{
    payer: Id<'organization'>;
    invoice: Id<'invoice'>;
    room: string;
    lines: Row[];
  }>`
    select i.organization_id as payer, i.id as invoice, (i.total - i.taken_back)::text as room,
      jsonb_agg(jsonb_build_object('position', l.position, 'price', (l.quantity * l.unit_price - l.discount)::text, 'net', l.net::text,
        'tax', l.tax::text, 'creditedNet', back.net::text, 'creditedTax', back.tax::text) order by l.position) as lines
    from billing.invoice_lines l
    join billing.invoices i on i.organization_id = l.organization_id and i.id = l.invoice_id
    cross join lateral (
      select coalesce(sum(c.net), 0) as net, coalesce(sum(c.tax), 0) as tax from billing.credit_note_lines c
      where c.organization_id = l.organization_id and c.invoice_id = l.invoice_id and c.position = l.position) back
    where l.for_organization_id = ${organization} and l.service_id = ${service} and i.status = 'paid'
      and l.why->>'kind' is distinct from 'setup' and (l.period_to > ${since} or (l.period_to is null and ${fromOrder}))
    group by i.organization_id, i.id
    order by i.issued_at desc, i.id desc limit 20`.execute(db);
  return rows.map(({ room, lines, ...row }) => ({
    ...row,
    room: BigInt(room),
    lines: lines.map(({ position, ...amounts }) => ({
      position,
      price: BigInt(amounts.price),
      net: BigInt(amounts.net),
      tax: BigInt(amounts.tax),
      creditedNet: BigInt(amounts.creditedNet),
      creditedTax: BigInt(amounts.creditedTax),
    })),
  }));
}

type Row = { position: number } & Record<'price' | 'net' | 'tax' | 'creditedNet' | 'creditedTax', string>;
