import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import { JsonText } from '../../../kernel/http/route.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { cycles } from '../domain/cycles.ts';
import { inForce } from './in-force.ts';

/** Said to buyers only when it is this few or fewer. */
const few = 10;

/** The order of cycles in prices: the shortest first. */
export const cycleRank = sql`array_position(${sql.lit(`{${cycles.join(',')}}`)}::text[], cycle)`;

/**
 * What everybody may buy in one currency, as groups of product cards. What is only for existing clients is shown to those who belong
 * to an organization; whether that one may have it is decided when it is ordered.
 */
export async function showStore(db: Db, currency: string, belongs: boolean, at: Date): Promise<JsonText> {
  const { rows } = await sql<{ json: string }>`
    select json_build_object(
      'currency', ${currency}::text,
      'currencies', coalesce((
        select json_agg(distinct x.currency order by x.currency) from catalog.prices x
        where x.plan_id is not null and ${inForce('x', at)}), '[]'),
      'groups', coalesce(json_agg(json_build_object(
        'id', g.id, 'slug', g.slug, 'name', g.name, 'description', g.description, 'products', cards.products
      ) order by g.position, g.id), '[]')
    )::text as json
    from catalog.groups g
    join lateral (
      select json_agg(json_build_object(
        'id', p.id, 'slug', p.slug, 'name', p.name, 'description', p.description, 'trialDays', p.trial_days,
        'existingClientsOnly', p.existing_clients_only, 'soldOut', p.stock is not distinct from 0,
        'from', json_build_object('cycle', lowest.cycle, 'recurring', lowest.recurring, 'setup', lowest.setup,
          'tiered', lowest.tiers is not null)
      ) order by p.position, p.id) as products
      from catalog.products p
      join lateral (
        select pr.cycle, pr.recurring, pr.setup, pr.tiers
        from catalog.plans pl join catalog.prices pr on pr.item_id = pl.id
        where pl.product_id = p.id and pl.archived_at is null and pr.currency = ${currency} and ${inForce('pr', at)}
          and (${belongs} or not pl.existing_clients_only)
        order by ${cycleRank}, pr.recurring, pr.setup limit 1
      ) lowest on true
      where p.group_id = g.id and p.visible and p.archived_at is null and (${belongs} or not p.existing_clients_only)
    ) cards on cards.products is not null
    where g.visible and g.archived_at is null`.execute(db);
  return new JsonText(rows[0]!.json);
}

/** One product with all that can be chosen, in one currency. What has no price in it is left out. */
export async function showProduct(
  db: Db,
  slug: string,
  currency: string,
  belongs: boolean,
  at: Date,
): Promise<JsonText> {
  const prices = (item: string) => sql`(
    select json_agg(jsonb_build_object('cycle', cycle, 'recurring', recurring, 'setup', setup)
      || case when tiers is null then '{}' else jsonb_build_object('tiers', tiers) end
      || case when charges is null then '{}' else jsonb_build_object('charges', charges) end order by ${cycleRank})
    from catalog.prices x where item_id = ${sql.ref(item)} and currency = ${currency} and ${inForce('x', at)})`;
  const { rows } = await sql<{ json: string }>`
    select json_build_object(
      'id', p.id, 'slug', p.slug, 'name', p.name, 'description', p.description, 'currency', ${currency}::text,
      'currencies', (
        select json_agg(distinct pr.currency order by pr.currency)
        from catalog.plans pl join catalog.prices pr on pr.item_id = pl.id
        where pl.product_id = p.id and pl.archived_at is null and ${inForce('pr', at)}
          and (${belongs} or not pl.existing_clients_only)),
      'group', json_build_object('slug', g.slug, 'name', g.name),
      'trialDays', p.trial_days, 'existingClientsOnly', p.existing_clients_only,
      'needsAccount', p.needs_account, 'left', case when p.stock <= ${few} then p.stock end,
      'plans', plans.list,
      'options', coalesce((
        select json_agg(json_build_object(
          'code', o.code, 'name', o.name, 'kind', o.kind, 'required', o.required, 'minimum', o.minimum, 'maximum', o.maximum,
          'choices', coalesce((
            select json_agg(json_build_object('code', c.code, 'name', c.name, 'prices', sold.prices) order by c.position, c.id)
            from catalog.choices c join lateral (select ${prices('c.id')} as prices) sold on sold.prices is not null
            where c.option_id = o.id), '[]')
        ) order by o.position, o.id)
        from catalog.options o where o.product_id = p.id and o.archived_at is null), '[]'),
      'addons', coalesce((
        select json_agg(json_build_object('code', a.code, 'name', a.name, 'description', a.description, 'prices', sold.prices)
          order by a.position, a.id)
        from catalog.product_addons pa join catalog.addons a on a.id = pa.addon_id and a.archived_at is null
        join lateral (select ${prices('a.id')} as prices) sold on sold.prices is not null
        where pa.product_id = p.id), '[]')
    )::text as json
    from catalog.products p
    join catalog.groups g on g.id = p.group_id and g.visible and g.archived_at is null
    join lateral (
      select json_agg(json_build_object(
        'id', pl.id, 'name', pl.name, 'description', pl.description, 'minimum', pl.minimum, 'maximum', pl.maximum,
        'existingClientsOnly', pl.existing_clients_only, 'introduction', pl.introduction_steps, 'term', pl.term, 'billDay', pl.bill_day, 'prices', sold.prices
      ) order by pl.position, pl.id) as list
      from catalog.plans pl join lateral (select ${prices('pl.id')} as prices) sold on sold.prices is not null
      where pl.product_id = p.id and pl.archived_at is null and (${belongs} or not pl.existing_clients_only)
    ) plans on plans.list is not null
    where p.slug = ${slug} and p.visible and p.archived_at is null and (${belongs} or not p.existing_clients_only)`.execute(
    db,
  );
  if (!rows[0]) throw new Problem(notFound);
  return new JsonText(rows[0].json);
}

/** The currency most plans are sold in, for visitors who did not choose one. */
export async function usualCurrency(db: Db, at: Date): Promise<string> {
  const { rows } = await sql<{ currency: string }>`
    select currency from catalog.prices x where plan_id is not null and ${inForce('x', at)}
    group by currency order by count(*) desc, currency limit 1`.execute(db);
  return rows[0]?.currency ?? 'IDR';
}

export async function currencyOf(db: Db, organization: Id<'organization'>): Promise<string> {
  const { currency } = await db
    .selectFrom('organizations.organizations')
    .select('currency')
    .where('id', '=', organization)
    .executeTakeFirstOrThrow();
  return currency;
}
