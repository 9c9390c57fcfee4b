import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import { readSetting } from '../../../kernel/settings.ts';
import type { Ability } from '../../../kernel/values/state-machine.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { Currency } from '../../../kernel/values/money.ts';
import { decodeCursor, pageOf } from '../../../kernel/values/page.ts';
import { findOrganization } from '../../organizations/index.ts';
import { creditTerms, depositLimits } from '../credit-settings.ts';
import type { CreditTerms, DepositLimits } from '../credit-settings.ts';
import { toNumber } from '../invoice-row.ts';
import type { ClientCredit } from '../lot-contract.ts';
import type { Credit } from '../statement-contract.ts';
import { lineOf, readEntries, readHead } from './statement.ts';

interface Asked {
  currency?: Currency | undefined;
  after?: string | undefined;
  limit: number;
}

/** How the client's credit came and went, newest first, each with the lots it touched; and what is left of each lot, in the order of use. */
export async function readCredit(
  db: Db,
  organization: Id<'organization'>,
  { currency, after, limit }: Asked,
): Promise<Credit> {
  const head = await readHead(db, organization, { currency });
  const from = after === undefined ? null : decodeCursor(after, ['integer'])[0];
  const [rows, lots] = await Promise.all([
    readEntries(db, {
      organization,
      currency: head.currency,
      where: sql`e.credited <> 0 and ${from === null ? sql`true` : sql`e.sequence < ${from}`}`,
      order: sql`e.sequence desc`,
      limit,
    }),
    after === undefined ? readLots(db, organization, head.currency) : [],
  ]);
  const page = pageOf(rows, limit, (row) => [row.sequence]);
  const touched = await readTouched(
    db,
    organization,
    head.currency,
    page.items.map(({ sequence }) => sequence),
  );
  return {
    currency: head.currency,
    currencies: head.currencies,
    credit: head.closing.credit,
    lots,
    items: page.items.map((row) => ({
      ...lineOf(row),
      change: toNumber(row.credited),
      balance: toNumber(row.credit_after),
      lots: touched.get(Number(row.sequence)) ?? [],
    })),
    next: page.next,
  };
}

/** Lots shown at once; the oldest are used first, so these are the next ones. */
const most = 100;

async function readLots(db: Db, organization: Id<'organization'>, currency: string): Promise<Credit['lots']> {
  const { rows } = await sql<Credit['lots'][number]>`
    select l.sequence::integer as lot, l.source, e.booked_on as "on", l.amount::float8 as amount, l.remaining::float8 as left, l.reason,
      l.expires_on as "expiresOn",
      case when i.id is null then null else json_build_object('id', i.id, 'number', i.number) end as invoice,
      case when c.id is null then null else json_build_object('id', c.id, 'number', c.number) end as "creditNote",
      case when r.id is null then null else json_build_object('id', r.id, 'number', r.number) end as receipt
    from billing.credit_lots l
    join billing.entries e on e.organization_id = l.organization_id and e.currency = l.currency and e.sequence = l.sequence
    left join billing.invoices i on i.organization_id = e.organization_id and i.id = e.invoice_id
    left join billing.receipts r on r.organization_id = e.organization_id and r.id = e.receipt_id
    left join billing.credit_notes c on c.organization_id = e.organization_id and c.id = e.credit_note_id
    where l.organization_id = ${organization} and l.currency = ${currency} and l.remaining > 0
    order by l.sequence limit ${most}`.execute(db);
  return rows;
}

type Touched = Credit['items'][number]['lots'];

/** By entry: the lots it took from, or gave back to, and the one it brought. */
async function readTouched(
  db: Db,
  organization: Id<'organization'>,
  currency: string,
  entries: readonly bigint[],
): Promise<Map<number, Touched>> {
  if (entries.length === 0) return new Map();
  const { rows } = await sql<{ entry: number; lots: Touched }>`
    select m.entry::integer as entry,
      json_agg(json_build_object('lot', l.sequence, 'source', l.source, 'on', e.booked_on, 'change', m.change) order by l.sequence) as lots
    from (
      select sequence as entry, lot, -amount as change from billing.credit_uses
      where organization_id = ${organization} and currency = ${currency} and sequence = any (${entries.map(String)}::bigint[])
      union all
      select sequence, sequence, amount from billing.credit_lots
      where organization_id = ${organization} and currency = ${currency} and sequence = any (${entries.map(String)}::bigint[])
    ) m
    join billing.credit_lots l on l.organization_id = ${organization} and l.currency = ${currency} and l.sequence = m.lot
    join billing.entries e on e.organization_id = l.organization_id and e.currency = l.currency and e.sequence = l.sequence
    group by m.entry`.execute(db);
  return new Map(rows.map(({ entry, lots }) => [entry, lots]));
}

/** The same for staff, with what they may do. Errors: `not_found`. */
export async function readClientCredit(
  db: Db,
  organization: Id<'organization'>,
  asked: Asked & { now: Date; may: { give: Ability; deposit: Ability } },
): Promise<ClientCredit> {
  const client = await findOrganization(db, organization);
  const [credit, { value: terms }] = await Promise.all([
    readCredit(db, organization, asked),
    readSetting(db, creditTerms),
  ]);
  const currency = credit.currency as Currency;
  const left = await goodwillRoom(db, { organization, currency, goodwill: terms.goodwill, now: asked.now });
  const full: Ability = left > 0n ? true : { no: 'goodwill_limit' };
  return {
    ...credit,
    client: { id: organization, name: client.name },
    goodwill: { left: toNumber(left), days: terms.goodwill.days },
    can: { give: asked.may.give === true ? full : asked.may.give, deposit: asked.may.deposit },
  };
}

/** How much more goodwill this client may be given now; what was taken back again does not count. */
export async function goodwillRoom(
  db: Db,
  {
    organization,
    currency,
    goodwill,
    now,
  }: {
    organization: Id<'organization'>;
    currency: Currency;
    goodwill: CreditTerms['goodwill'];
    now: Date;
  },
): Promise<bigint> {
  const limit = goodwill.limits.find((one) => one.currency === currency);
  if (!limit) return 0n;
  const since = new Date(now.getTime() - goodwill.days * 86_400_000);
  const { rows } = await sql<{ given: string }>`
    select coalesce(sum(l.amount - back.amount), 0)::text as given
    from billing.credit_lots l
    join billing.entries e on e.organization_id = l.organization_id and e.currency = l.currency and e.sequence = l.sequence
    cross join lateral (
      select coalesce(sum(u.amount), 0) as amount from billing.credit_uses u
      join billing.entries x on x.organization_id = u.organization_id and x.currency = u.currency and x.sequence = u.sequence
      where u.organization_id = l.organization_id and u.currency = l.currency and u.lot = l.sequence and x.kind = 'credit_expired') back
    where l.organization_id = ${organization} and l.currency = ${currency} and l.source = 'goodwill' and e.booked_at > ${since}`.execute(
    db,
  );
  const room = BigInt(limit.most) - BigInt(rows[0]!.given);
  return room > 0n ? room : 0n;
}

export interface DepositTerms extends DepositLimits {
  currency: Currency;
  /** What the client has, and how much more it may add now. */
  credit: bigint;
  room: bigint;
}

/** What a client may add to its credit by itself, in its own currency; null where that is not offered. Errors: `not_found`. */
export async function depositTerms(
  db: Db,
  organization: Id<'organization'>,
): Promise<{ currency: Currency; terms: DepositTerms | null }> {
  const [{ currency: own }, { value }] = await Promise.all([
    findOrganization(db, organization),
    readSetting(db, creditTerms),
  ]);
  const currency = own as Currency;
  const limits = depositLimits(value, currency);
  if (!limits) return { currency, terms: null };
  const head = await db
    .selectFrom('billing.balances')
    .select('credit')
    .where('organization_id', '=', organization)
    .where('currency', '=', currency)
    .executeTakeFirst();
  const credit = head?.credit ?? 0n;
  const room = limits.most > credit ? limits.most - credit : 0n;
  return { currency, terms: { ...limits, currency, credit, room: room < limits.max ? room : limits.max } };
}
