import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { decodeCursor, pageOf } from '../../../kernel/values/page.ts';
import type { Affected, PricePreview } from '../contract.ts';
import { moveAbilities } from '../domain/abilities.ts';
import type { CampaignState, MoveState } from '../domain/states.ts';
import { assess, digestOf } from './assess.ts';
import type { Assessed, Plan } from './assess.ts';
import { sumsOf } from './campaigns.ts';

/** How many services a preview shows one by one; the file has them all. */
const shown = 50;

/** Who would be affected and what it comes to, as of now. Errors: `too_many_services`. */
export async function previewCampaign(db: Db, plan: Plan, now: Date): Promise<PricePreview> {
  const assessed = await assess(db, plan, now);
  const moving = assessed.filter(({ after }) => after !== null);
  const clientsIn = (currency: string) =>
    new Set(moving.flatMap((of) => (of.currency === currency ? [of.organization] : []))).size;
  const reasons = new Map<string, number>();
  for (const { why } of assessed) if (why) reasons.set(why, (reasons.get(why) ?? 0) + 1);
  return {
    sums: sumsOf(
      moving.map(({ currency, cycle, before, after }) => ({
        currency,
        cycle,
        services: 1,
        before: String(before),
        after: String(after!.recurring),
      })),
      clientsIn,
    ),
    left: [...reasons].map(([why, services]) => ({ why, services })).sort((a, b) => b.services - a.services),
    items: assessed.slice(0, shown).map(affectedOf),
    digest: digestOf(assessed),
  };
}

export function affectedOf(of: Assessed): Affected {
  const { currency } = of;
  const money = (amount: bigint) => ({ amount: Number(amount), currency });
  return {
    id: null,
    serviceId: of.service,
    client: { id: of.organization, name: of.client },
    names: of.names,
    label: of.label,
    quantity: of.quantity,
    cycle: of.cycle,
    before: money(of.before),
    after: money(of.after?.recurring ?? of.before),
    on: of.on,
    state: null,
    why: of.why,
    can: null,
  };
}

interface Asked {
  campaign: Id<'campaign'>;
  state?: MoveState | undefined;
  after?: string | undefined;
  limit: number;
}

/** The services of an approved campaign, in the order they were written down. */
export async function listMoves(
  db: Db,
  { campaign, state, after, limit }: Asked,
): Promise<{ items: Affected[]; next: string | null }> {
  const from = after === undefined ? null : decodeCursor(after, ['id'])[0];
  const rows = await db
    .selectFrom('pricing.moves as m')
    .innerJoin('services.services as s', 's.id', 'm.service_id')
    .innerJoin('organizations.organizations as o', 'o.id', 'm.organization_id')
    .innerJoin('pricing.campaigns as c', 'c.id', 'm.campaign_id')
    .select(['m.id', 'm.service_id', 'm.organization_id', 'o.name', 's.names', 's.label', 's.quantity'])
    .select(['m.cycle', 'm.currency', 'm.before', 'm.after', 'm.begins_on', 'm.state', 'm.why'])
    .select('c.state as campaign')
    .where('m.campaign_id', '=', campaign)
    .$if(state !== undefined, (query) => query.where('m.state', '=', state!))
    .$if(from !== null, (query) => query.where('m.id', '>', from!))
    .orderBy('m.id')
    .limit(limit + 1)
    .execute();
  const page = pageOf(rows, limit, (row) => [row.id as Id<'move'>]);
  const items = page.items.map((row): Affected => {
    const money = (amount: bigint) => ({ amount: Number(amount), currency: row.currency });
    const moved = { state: row.state as MoveState, campaign: row.campaign as CampaignState };
    return {
      id: row.id,
      serviceId: row.service_id,
      client: { id: row.organization_id, name: row.name },
      names: row.names as Affected['names'],
      label: row.label,
      quantity: row.quantity,
      cycle: row.cycle,
      before: money(row.before),
      after: money(row.after),
      on: row.begins_on,
      state: moved.state,
      why: row.why,
      can: moveAbilities({ ...moved, told: row.begins_on !== null }),
    };
  });
  return { items, next: page.next };
}

/** All of them for a file: what a draft would reach now, or the moves of an approved campaign. */
export async function readAffected(db: Db, plan: Plan, campaign: Id<'campaign'>, draft: boolean, now: Date) {
  if (draft) return (await assess(db, plan, now)).map(affectedOf);
  const { items } = await listMoves(db, { campaign, limit: 100_000 });
  return items;
}

/** How many services that have not ended are at each version of a plan's prices. */
export async function countAtVersions(db: Db, plan: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ key: string; n: number }>`
    select currency || ' ' || cycle || ' ' || price_version as key, count(*)::int as n from services.services
    where plan_id = ${plan} and state <> 'ended' and price_version is not null group by 1`.execute(db);
  return new Map(rows.map(({ key, n }) => [key, n]));
}
