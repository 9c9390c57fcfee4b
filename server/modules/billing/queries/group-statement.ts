import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Membership, Session } from '../../../kernel/auth/actor.ts';
import { mayAsMember } from '../../../kernel/auth/actor.ts';
import type { Db } from '../../../kernel/db/types.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import { decodeCursor, pageOf } from '../../../kernel/values/page.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { GroupAsked, GroupStatement } from '../statement-contract.ts';
import { consolidate, sumOf } from '../domain/consolidate.ts';
import type { Movements } from '../domain/consolidate.ts';
import { toNumber } from '../invoice-row.ts';
import { readInvoices } from '../permissions.ts';

/** The head of a group and whose accounts the reader may see: those below it where the reader may read invoices. */
export interface Group {
  head: Id<'organization'>;
  readable: readonly Id<'organization'>[];
}

export function groupOf({ id }: Membership, { organizations }: Session): Group {
  return {
    head: id,
    readable: organizations.filter((one) => mayAsMember(readInvoices, one)).map((one) => one.id),
  };
}

type Asked = Pick<GroupAsked, 'currency' | 'from' | 'to'>;

const below = ({ head, readable }: Group) => sql`
  select o.id, o.name, o.currency, t.depth from organizations.tree t join organizations.organizations o on o.id = t.descendant_id
  where t.ancestor_id = ${head} and o.id = any (${[...readable]}::uuid[])`;

const within = ({ from, to }: Pick<Asked, 'from' | 'to'>): RawBuilder<unknown> =>
  sql`${from ? sql`e.booked_on >= ${from}` : sql`true`} and ${to ? sql`e.booked_on <= ${to}` : sql`true`}`;

const invoicing = sql`e.kind in ('invoice_issued', 'invoice_voided', 'credit_note_issued')`;

/**
 * One statement of an organization and all below it in one currency: each with what was invoiced for it and paid, whoever owes it, and
 * all together. What was issued to one of them for an organization that has left stands under the name that one had. Needs a
 * transaction that sees all organizations of the person.
 */
export async function readGroupStatement(
  db: Db,
  group: Group,
  asked: Asked,
): Promise<Omit<GroupStatement, 'items' | 'next'>> {
  const { currency, currencies } = await readCurrencies(db, group, asked);
  const { from } = asked;
  const [ledgers, others] = await Promise.all([
    sql<{ id: string; name: string; depth: number; opening: bigint; invoiced: string; paid: string }>`
      select b.id, b.name, b.depth,
        ${
          from
            ? sql`coalesce((select e.receivable_after - e.credit_after from billing.entries e where e.organization_id = b.id
                and e.currency = ${currency} and e.booked_on < ${from} order by e.booked_on desc, e.sequence desc limit 1), 0)::bigint`
            : sql`0::bigint`
        } as opening, coalesce(s.invoiced, 0)::text as invoiced, coalesce(s.paid, 0)::text as paid
      from (${below(group)}) b left join lateral (
        select sum(e.owed - e.credited) filter (where ${invoicing}) as invoiced,
          sum(e.credited - e.owed) filter (where not ${invoicing}) as paid
        from billing.entries e where e.organization_id = b.id and e.currency = ${currency} and ${within(asked)}) s on true
      order by b.depth, b.name`.execute(db),
    sql<{ ledger: string; of: string; name: string; opening: string; invoiced: string; paid: string }>`
      select e.organization_id as ledger, i.for_organization_id as of, max(i.for_name) as name,
        coalesce(sum(e.owed) filter (where ${from ? sql`e.booked_on < ${from}` : sql`false`}), 0)::text as opening,
        coalesce(sum(e.owed) filter (where ${within(asked)} and ${invoicing}), 0)::text as invoiced,
        coalesce(-sum(e.owed) filter (where ${within(asked)} and not ${invoicing}), 0)::text as paid
      from (${below(group)}) b
      join billing.invoices i on i.organization_id = b.id and i.for_organization_id is not null
      join billing.entries e on e.organization_id = i.organization_id and e.invoice_id = i.id and e.currency = ${currency}
      group by 1, 2`.execute(db),
  ]);
  const rows = consolidate(
    new Map(ledgers.rows.map((row) => [row.id, parsed(row)])),
    others.rows.map((row) => ({ ledger: row.ledger, of: row.of, ...parsed(row) })),
  );
  const names = new Map(others.rows.map((row) => [row.of, row] as const));
  const gone = [...rows.keys()].filter((id) => !ledgers.rows.some((row) => row.id === id));
  return {
    currency,
    currencies,
    accounts: [
      ...ledgers.rows.map(({ id, name, depth }) => ({ id, name, depth, ...told(rows.get(id)!) })),
      ...gone.map((id) => ({ id, name: names.get(id)!.name, depth: null, ...told(rows.get(id)!) })),
    ],
    total: told(sumOf(rows.values())),
  };
}

async function readCurrencies(
  db: Db,
  group: Group,
  { currency }: Asked,
): Promise<{ currency: string; currencies: string[] }> {
  const { rows } = await sql<{ own: string; currencies: string[] }>`
    select o.currency as own, array(select distinct a.currency from (${below(group)}) b
      join billing.balances a on a.organization_id = b.id order by 1) as currencies
    from organizations.organizations o where o.id = ${group.head}`.execute(db);
  const { own, currencies } = rows[0]!;
  const chosen = currency ?? (currencies.includes(own) ? own : (currencies[0] ?? own));
  return { currency: chosen, currencies: currencies.length === 0 ? [own] : currencies };
}

function parsed(row: { opening: bigint | string; invoiced: string; paid: string }): Movements {
  return { opening: BigInt(row.opening), invoiced: BigInt(row.invoiced), paid: BigInt(row.paid) };
}

function told({ opening, invoiced, paid }: Movements) {
  return {
    opening: toNumber(opening),
    invoiced: toNumber(invoiced),
    paid: toNumber(paid),
    closing: toNumber(opening + invoiced - paid),
  };
}

/**
 * The movements behind a group's statement, newest or oldest first. What touches both the account of who pays and what is owed for
 * another organization (credit, money beyond what was owed) is a line of each, so that the lines of each add up to its sums.
 */
export async function readGroupEntries(
  db: Db,
  group: Group,
  asked: Omit<Asked, 'currency'> & { currency: string; after?: string | undefined; limit: number },
  order: 'newest first' | 'oldest first',
): Promise<Pick<GroupStatement, 'items' | 'next'>> {
  const { currency, after, limit } = asked;
  const newest = order === 'newest first';
  const cursor =
    after === undefined ? null : decodeCursor(after, ['date', 'instant', 'id', 'integer', 'integer']);
  const beyond = cursor
    ? sql`(e.booked_on, e.booked_at, e.organization_id, e.sequence, p.part) ${newest ? sql`<` : sql`>`}
        (${cursor[0]}::date, ${cursor[1]}::timestamptz, ${cursor[2]}::uuid, ${cursor[3]}::bigint, ${cursor[4]}::integer)`
    : sql`true`;
  const direction = newest ? sql`desc` : sql`asc`;
  const { rows } = await sql<EntryRow>`
    select e.booked_on, e.booked_at, e.organization_id as ledger, e.sequence, p.part, e.kind, p.of, p.change, i.id as invoice_id,
      i.number as invoice_number, r.number as receipt_number, coalesce(o.name, i.for_name) as name, payer.name as payer
    from (${below(group)}) payer
    join billing.entries e on e.organization_id = payer.id and e.currency = ${currency}
    left join billing.invoices i on i.organization_id = e.organization_id and i.id = e.invoice_id
    left join billing.receipts r on r.organization_id = e.organization_id and r.id = e.receipt_id
    cross join lateral (values
      (1, coalesce(i.for_organization_id, e.organization_id),
        case when i.for_organization_id is null then e.owed - e.credited else e.owed end),
      (2, e.organization_id, case when i.for_organization_id is null then 0 else -e.credited end)) as p (part, of, change)
    left join (${below(group)}) o on o.id = p.of
    where p.change <> 0 and ${within(asked)} and ${beyond}
    order by e.booked_on ${direction}, e.booked_at ${direction}, e.organization_id ${direction}, e.sequence ${direction}, p.part ${direction}
    limit ${limit + 1}`.execute(db);
  const page = pageOf(rows, limit, (row) => [
    row.booked_on,
    row.booked_at,
    row.ledger,
    row.sequence,
    BigInt(row.part),
  ]);
  return {
    next: page.next,
    items: page.items.map((row) => ({
      key: `${row.ledger} ${row.sequence} ${row.part}`,
      on: row.booked_on,
      kind: row.kind,
      of: { id: row.of, name: row.name },
      paidBy: row.of === row.ledger ? null : { id: row.ledger, name: row.payer },
      invoice: row.invoice_id ? { id: row.invoice_id, number: row.invoice_number } : null,
      receipt: row.receipt_number,
      change: toNumber(row.change),
    })),
  };
}

interface EntryRow {
  booked_on: CalendarDate;
  booked_at: Date;
  ledger: Id<'organization'>;
  sequence: bigint;
  part: number;
  kind: GroupStatement['items'][number]['kind'];
  of: string;
  change: bigint;
  invoice_id: string | null;
  invoice_number: string | null;
  receipt_number: string | null;
  name: string;
  payer: string;
}
