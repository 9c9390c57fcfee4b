import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Tx } from '../../kernel/db/tx.ts';
import { unnested } from '../../kernel/db/unnested.ts';
import { dateIn } from '../../kernel/values/dates.ts';
import type { CalendarDate } from '../../kernel/values/dates.ts';
import type { DeferredLine } from './domain/deferral.ts';
import type { LockedInvoice } from './invoice-row.ts';

/** Days are of this zone where they are nobody's: a month is over when it is over here. */
export const booksZone = 'UTC';

/** The first day of the month after a day: what was earned before it is recognized then. */
const monthAfter = (day: RawBuilder<unknown>) =>
  sql`(date_trunc('month', (${day})::timestamp) + interval '1 month')::date`;
const monthOf = (day: CalendarDate) => sql`date_trunc('month', ${day}::timestamp)::date`;

const columns = {
  organization_id: 'uuid',
  invoice_id: 'uuid',
  position: 'integer',
  service_id: 'uuid',
  currency: 'text',
  booked_on: 'date',
  since: 'date',
  until: 'date',
  amount: 'bigint',
} as const;

/** Keeps what invoices that are being issued defer. Their lines come before it. */
export async function insertDeferrals(tx: Tx, lines: readonly DeferredLine[]): Promise<void> {
  const rows = lines.map(({ organization, invoice, serviceId, bookedOn, period, amount, ...same }) => ({
    ...same,
    organization_id: organization,
    invoice_id: invoice,
    service_id: serviceId,
    booked_on: bookedOn,
    since: period?.from ?? null,
    until: period?.to ?? null,
    amount,
  }));
  await sql`
    insert into billing.deferrals (organization_id, invoice_id, position, service_id, currency, booked_on, since, until, amount, next_on)
    select organization_id, invoice_id, position, service_id, currency, booked_on, since, until, amount,
      case when since is not null then ${monthAfter(sql`greatest(since, booked_on)`)} end
    from ${unnested(columns, rows)}`.execute(tx.db);
}

/** Services have begun, so the days their orders' first periods are for are known; of one that ended before, it is the day of its end. */
export async function beginDeferrals(tx: Tx, services: readonly string[]): Promise<void> {
  const today = dateIn(booksZone, tx.now);
  await sql`
    update billing.deferrals d set since = s.since, until = s.until, next_on = ${monthAfter(sql`greatest(s.since, d.booked_on)`)}
    from (
      select id, coalesce(period_from, ${today}::date) as since, coalesce(period_to, ${today}::date + 1) as until
      from services.services where id = any (${[...services]}::uuid[]) and state <> 'pending') s
    where d.service_id = s.id and d.since is null and d.amount <> d.recognized`.execute(tx.db);
}

/** A service is paused and what is paid for stands still: nothing more is earned of its lines from a day on. */
export async function pauseDeferrals(tx: Tx, service: string, on: CalendarDate): Promise<void> {
  await beginDeferrals(tx, [service]);
  await sql`
    update billing.deferrals set paused_on = ${on}, next_on = case when since < ${on}::date then next_on end
    where service_id = ${service} and amount <> recognized and until > ${on}::date`.execute(tx.db);
}

/** It goes on from a day on: what was left is earned by the days that are left, later than was agreed by those it stood still. */
export async function resumeDeferrals(
  tx: Tx,
  services: readonly string[],
  on: CalendarDate | null = null,
): Promise<void> {
  await sql`
    update billing.deferrals d set paused_on = null, since = n.since, until = d.until + n.days,
      kept = case when d.since < d.paused_on then billing.earned(d.amount, d.kept, d.since, d.until, d.paused_on) else d.kept end,
      next_on = least(d.next_on, ${monthAfter(sql`greatest(n.since, d.booked_on)`)})
    from (
      select organization_id, invoice_id, position, greatest(since, paused_on) + days as since, days
      from billing.deferrals cross join lateral (select greatest(coalesce(${on}::date, ${dateIn(booksZone, tx.now)}::date) - paused_on, 0) as days) x
      where service_id = any (${[...services]}::uuid[]) and paused_on is not null) n
    where d.organization_id = n.organization_id and d.invoice_id = n.invoice_id and d.position = n.position
      and d.paused_on is not null`.execute(tx.db);
}

/**
 * Lines of a locked invoice are taken back on a day, `net` of each: what was earned before that day becomes revenue, and of the rest so much
 * is not going to be. Returns by how much less is deferred.
 */
export async function takeBackDeferred(
  tx: Tx,
  { organization, id, currency }: Pick<LockedInvoice, 'organization' | 'id' | 'currency'>,
  lines: readonly { position: number; net: bigint }[],
  on: CalendarDate,
): Promise<bigint> {
  const asked = lines.map(({ position, net }) => ({ position, net: String(net) }));
  const { rows } = await sql<{ less: string }>`
    with found as (
      select d.position, d.amount, d.recognized, l.net, least(${on}, d.paused_on) as day,
        case when d.since is null then d.recognized else billing.earned(d.amount, d.kept, d.since, d.until, least(${on}, d.paused_on)) end as earned
      from billing.deferrals d join jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as l (position integer, net bigint)
        on l.position = d.position
      where d.organization_id = ${organization} and d.invoice_id = ${id} for update of d
    ), decided as (
      select *, case when sign(net) <> sign(amount - earned) then 0
        when abs(net) < abs(amount - earned) then net else amount - earned end as taken
      from found
    ), written as (
      update billing.deferrals d set amount = d.amount - x.taken, recognized = x.earned,
        kept = case when x.day > d.since and x.day < d.until then x.earned else d.kept end,
        since = case when x.day > d.since and x.day < d.until then x.day else d.since end,
        next_on = case when d.amount - x.taken <> x.earned then d.next_on end
      from decided x where d.organization_id = ${organization} and d.invoice_id = ${id} and d.position = x.position
    ), recognized as (
      insert into billing.recognitions (batch, currency, month, amount)
      select ${tx.newId()}::uuid, ${currency}::text, ${monthOf(on)}, sum(earned - recognized) from decided having sum(earned - recognized) <> 0
    )
    select coalesce(sum(earned - recognized + taken), 0)::text as less from decided`.execute(tx.db);
  return BigInt(rows[0]!.less);
}

/** Nothing of a locked invoice is deferred any more: it is taken back, or counts as earned today. Returns how much was. */
export async function endDeferred(
  tx: Tx,
  { organization, id, currency }: Pick<LockedInvoice, 'organization' | 'id' | 'currency'>,
  how: 'taken back' | 'earned',
): Promise<bigint> {
  const { rows } = await sql<{ left: string }>`
    with found as (
      select position, amount - recognized as "left" from billing.deferrals
      where organization_id = ${organization} and invoice_id = ${id} for update
    ), written as (
      update billing.deferrals d set next_on = null,
        ${how === 'earned' ? sql`recognized = d.amount` : sql`amount = d.recognized`}
      from found f where d.organization_id = ${organization} and d.invoice_id = ${id} and d.position = f.position
    ), recognized as (
      insert into billing.recognitions (batch, currency, month, amount)
      select ${tx.newId()}::uuid, ${currency}::text, ${monthOf(dateIn(booksZone, tx.now))}, sum("left") from found
      where ${how === 'earned' ? sql`true` : sql`false`} having sum("left") <> 0
    )
    select coalesce(sum("left"), 0)::text as "left" from found`.execute(tx.db);
  return BigInt(rows[0]!.left);
}
