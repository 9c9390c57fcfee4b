import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { decodeCursor, pageOf } from '../../../kernel/values/page.ts';
import { campaignOf } from '../campaign.ts';
import type { CampaignItem, PriceCampaign } from '../contract.ts';
import { campaignAbilities } from '../domain/abilities.ts';
import { monthly } from '../domain/new-price.ts';
import { moveStates } from '../domain/states.ts';
import type { MoveState } from '../domain/states.ts';

const counts = sql<Partial<Record<MoveState, number>>>`coalesce((
  select json_object_agg(state, n) from (
    select m.state, count(*)::int as n from pricing.moves m where m.campaign_id = c.id group by m.state) as counted), '{}')`;
const nameOf = (column: string) =>
  sql<string | null>`(select p.name from identity.people p where p.id = ${sql.ref(column)})`;

function select(db: Db) {
  return db
    .selectFrom('pricing.campaigns as c')
    .selectAll('c')
    .select([
      counts.as('counts'),
      nameOf('c.created_by').as('creator'),
      nameOf('c.approved_by').as('approver'),
    ]);
}
type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>;

/** Newest first. */
export async function listCampaigns(
  db: Db,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<{ items: CampaignItem[]; next: string | null }> {
  const from = after === undefined ? null : decodeCursor(after, ['id'])[0];
  const rows = await select(db)
    .$if(from !== null, (query) => query.where('c.id', '<', from!))
    .orderBy('c.id', 'desc')
    .limit(limit + 1)
    .execute();
  const page = pageOf(rows, limit, (row) => [row.id as Id<'campaign'>]);
  return { next: page.next, items: page.items.map(listed) };
}

function listed(row: Row): CampaignItem {
  return {
    id: row.id,
    name: row.name,
    state: row.state as CampaignItem['state'],
    effectiveOn: row.effective_on,
    createdBy: row.creator,
    createdAt: row.created_at.toISOString(),
    approvedBy: row.approver,
    approvedAt: row.approved_at?.toISOString() ?? null,
    withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
    moves: Object.fromEntries(moveStates.all.map((state) => [state, row.counts[state] ?? 0])) as never,
  };
}

/** Errors: `not_found`. */
export async function showCampaign(db: Db, id: Id<'campaign'>): Promise<PriceCampaign> {
  const row = await select(db).where('c.id', '=', id).executeTakeFirst();
  if (!row) throw new Problem(notFound);
  const { selection, rule, noticeDays, optOut, keepUntil, texts, version, state } = campaignOf(row);
  const [plans, moved] = await Promise.all([
    sql<{ id: string; productId: string; names: { id: string; en: string } }>`
      select pl.id, p.id as "productId", jsonb_build_object('id', (p.name ->> 'id') || ' · ' || (pl.name ->> 'id'), 'en', (p.name ->> 'en') || ' · ' || (pl.name ->> 'en')) as names
      from catalog.plans pl join catalog.products p on p.id = pl.product_id where pl.id = any (${selection.plans}::uuid[])
      order by p.position, pl.position`.execute(db),
    sql<SumRow>`select currency, cycle, count(*)::int as services, sum(before)::text as before, sum(after)::text as after
      from pricing.moves where campaign_id = ${id} and state <> 'skipped' group by currency, cycle`.execute(
      db,
    ),
  ]);
  const clients = await sql<{ currency: string; clients: number }>`
    select currency, count(distinct organization_id)::int as clients from pricing.moves
    where campaign_id = ${id} and state <> 'skipped' group by currency`.execute(db);
  const clientsOf = new Map(clients.rows.map((of) => [of.currency, of.clients]));
  return {
    ...listed(row),
    selection: { ...selection, plans: plans.rows },
    rule,
    noticeDays,
    optOut,
    keepUntil,
    texts,
    sums: sumsOf(moved.rows, (currency) => clientsOf.get(currency) ?? 0),
    version,
    can: campaignAbilities(state),
  };
}

interface SumRow {
  currency: string;
  cycle: string;
  services: number;
  before: string;
  after: string;
}

/** What recurs in a month of each currency. */
export function sumsOf(
  rows: readonly SumRow[],
  clients: (currency: string) => number,
): PriceCampaign['sums'] {
  return [...new Set(rows.map(({ currency }) => currency))].sort().map((currency) => {
    const of = rows.filter((row) => row.currency === currency);
    const sum = (part: 'before' | 'after') => ({
      amount: Number(monthly(of.map((row) => ({ cycle: row.cycle, amount: BigInt(row[part]) })))),
      currency,
    });
    const services = of.reduce((all, row) => all + row.services, 0);
    return { currency, services, clients: clients(currency), before: sum('before'), after: sum('after') };
  });
}
