import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import { readSetting } from '../../../kernel/settings.ts';
import { dateIn } from '../../../kernel/values/dates.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { decodeCursor, pageOf } from '../../../kernel/values/page.ts';
import type { Cycle } from '../../catalog/index.ts';
import type { PromotionFilters, PromotionItem, PromotionShape } from '../contract.ts';
import { promotionRules } from '../settings.ts';

/** Promotions, latest first. */
export async function listPromotions(db: Db, filters: PromotionFilters, now: Date) {
  const { after, limit, state, trigger, q } = filters;
  const today = await todayOf(db, now);
  const conditions: RawBuilder<unknown>[] = [];
  if (after !== undefined) conditions.push(sql`p.id < ${decodeCursor(after, ['id'])[0]}`);
  if (state) conditions.push(sql`${stateOn(today)} = ${state}`);
  if (trigger) conditions.push(sql`p.trigger = ${trigger}`);
  if (q) {
    const pattern = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
    conditions.push(sql`(p.name ->> 'id' ilike ${pattern} or p.name ->> 'en' ilike ${pattern} or exists (
      select from promotions.codes c where c.promotion_id = p.id and c.code ilike ${pattern}))`);
  }
  const { rows } = await sql<Row>`
    select ${columns(today)} from promotions.promotions p
    where ${sql.join([sql`true`, ...conditions], sql` and `)} order by p.id desc limit ${limit + 1}`.execute(
    db,
  );
  const page = pageOf(rows, limit, (row) => [row.id as Id<'promotion'>]);
  return { ...page, items: page.items.map(itemOf) };
}

/** One with all its terms and what it came to. Errors: `not_found`. */
export async function showPromotion(db: Db, id: Id<'promotion'>, now: Date): Promise<PromotionShape> {
  const today = await todayOf(db, now);
  const { rows } = await sql<Row & Whole>`
    select ${columns(today)}, p.minimums, p.covers_setup, p.periods, p.stacking, p.cycles, p.new_clients, p.most_each, p.version,
      (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name) order by o.id), '[]')
        from catalog.products o where o.id = any (p.products)) as products,
      (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name) order by o.id), '[]')
        from catalog.plans o where o.id = any (p.plans)) as plans,
      (select coalesce(max(c.batch), 0) from promotions.codes c where c.promotion_id = p.id) as batches
    from promotions.promotions p where p.id = ${id}`.execute(db);
  const row = rows[0];
  if (!row) throw new Problem(notFound);
  const revenue = await sql<{ currency: string; orders: number; discount: bigint; paid: bigint }>`
    select r.currency, count(*)::integer as orders, sum(r.discount)::bigint as discount, coalesce(sum(i.paid), 0)::bigint as paid
    from promotions.redemptions r
    left join billing.invoices i on i.order_id = r.order_id and i.kind = 'order'
    where r.promotion_id = ${id} and r.returned_at is null group by r.currency order by r.currency`.execute(
    db,
  );
  return {
    ...itemOf(row),
    minimums: row.minimums,
    coversSetup: row.covers_setup,
    periods: row.periods,
    stacking: row.stacking,
    products: row.products,
    plans: row.plans,
    cycles: row.cycles,
    newClients: row.new_clients,
    mostEach: row.most_each,
    batches: row.batches,
    revenue: revenue.rows.map(({ currency, orders, discount, paid }) => ({
      orders,
      discount: { amount: Number(discount), currency },
      paid: { amount: Number(paid), currency },
    })),
    version: row.version,
  };
}

interface Row {
  id: string;
  name: { id: string; en: string };
  trigger: PromotionItem['trigger'];
  state: PromotionItem['state'];
  percent: number | null;
  amounts: Record<string, number> | null;
  starts_on: CalendarDate | null;
  ends_on: CalendarDate | null;
  most: number | null;
  redeemed: number;
  code: string | null;
  codes: number;
}

interface Whole {
  minimums: Record<string, number>;
  covers_setup: boolean;
  periods: number | null;
  stacking: PromotionShape['stacking'];
  products: PromotionShape['products'];
  plans: PromotionShape['plans'];
  cycles: Cycle[];
  new_clients: boolean;
  most_each: number | null;
  batches: number;
  version: number;
}

const stateOn = (today: CalendarDate) => sql`case
  when p.stopped_at is not null then 'stopped' when p.ends_on < ${today} then 'over'
  when p.redeemed >= p.most then 'used_up' when p.starts_on > ${today} then 'planned' else 'running' end`;

const columns = (
  today: CalendarDate,
) => sql`p.id, p.name, p.trigger, ${stateOn(today)} as state, p.percent, p.amounts, p.starts_on, p.ends_on,
  p.most, p.redeemed, (select min(c.code) from promotions.codes c where c.promotion_id = p.id) as code,
  (select count(*)::integer from promotions.codes c where c.promotion_id = p.id) as codes`;

async function todayOf(db: Db, now: Date): Promise<CalendarDate> {
  return dateIn((await readSetting(db, promotionRules)).value.timeZone, now);
}

function itemOf(row: Row): PromotionItem {
  return {
    id: row.id,
    name: row.name,
    trigger: row.trigger,
    state: row.state,
    percent: row.percent,
    amounts: row.amounts,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    most: row.most,
    redeemed: row.redeemed,
    code: row.code,
    codes: row.codes,
  };
}
