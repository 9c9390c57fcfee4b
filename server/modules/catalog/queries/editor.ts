import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import { JsonText } from '../../../kernel/http/route.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { inForce } from './in-force.ts';
import { cycleRank } from './store.ts';

const instant = (column: string) =>
  sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The prices in force; `tiers` and `charges` only where a price has them. */
const prices = (item: string, at: Date) => sql`coalesce((
  select json_agg(jsonb_build_object('currency', currency, 'cycle', cycle, 'recurring', recurring, 'setup', setup)
      || case when tiers is null then '{}' else jsonb_build_object('tiers', tiers) end
      || case when charges is null then '{}' else jsonb_build_object('charges', charges) end
    order by currency, ${cycleRank})
  from catalog.prices x where item_id = ${sql.ref(item)} and ${inForce('x', at)}), '[]')`;

const groupJson = sql`
  'id', g.id, 'slug', g.slug, 'name', g.name, 'description', g.description, 'visible', g.visible, 'position', g.position,
  'archivedAt', ${instant('g.archived_at')}, 'version', g.version`;

const addonJson = (at: Date) => sql`
  'id', a.id, 'code', a.code, 'name', a.name, 'description', a.description, 'position', a.position,
  'archivedAt', ${instant('a.archived_at')}, 'version', a.version, 'prices', ${prices('a.id', at)}`;

/** Everything the staff keep in the catalog, archived things last within their list. A catalog is at most a few hundred products. */
export async function showTree(db: Db, at: Date): Promise<JsonText> {
  const { rows } = await sql<{ json: string }>`
    select json_build_object(
      'groups', coalesce((
        select json_agg(json_build_object(${groupJson}, 'products', coalesce((
          select json_agg(json_build_object(
            'id', p.id, 'slug', p.slug, 'name', p.name, 'visible', p.visible, 'position', p.position,
            'provisioner', p.provisioner, 'stock', p.stock, 'archivedAt', ${instant('p.archived_at')},
            'plans', (select count(*) from catalog.plans pl where pl.product_id = p.id and pl.archived_at is null)
          ) order by p.archived_at is not null, p.position, p.id)
          from catalog.products p where p.group_id = g.id), '[]')
        ) order by g.archived_at is not null, g.position, g.id) from catalog.groups g), '[]'),
      'addons', coalesce((
        select json_agg(json_build_object(${addonJson(at)}) order by a.archived_at is not null, a.position, a.id)
        from catalog.addons a), '[]')
    )::text as json`.execute(db);
  return new JsonText(rows[0]!.json);
}

export async function showGroup(db: Db, group: Id<'group'>): Promise<JsonText> {
  return one(
    db,
    sql`select json_build_object(${groupJson})::text as json from catalog.groups g where g.id = ${group}`,
  );
}

export async function showAddon(db: Db, addon: Id<'addon'>, at: Date): Promise<JsonText> {
  return one(
    db,
    sql`select json_build_object(${addonJson(at)})::text as json from catalog.addons a where a.id = ${addon}`,
  );
}

/** A product as its edit page needs it: with its plans, options and all their prices. */
export async function showProductForStaff(db: Db, product: Id<'product'>, at: Date): Promise<JsonText> {
  return one(
    db,
    sql`
    select json_build_object(
      'id', p.id, 'group', p.group_id, 'slug', p.slug, 'name', p.name, 'description', p.description, 'visible', p.visible,
      'position', p.position, 'provisioner', p.provisioner, 'configuration', p.configuration, 'taxCategory', p.tax_category, 'taxIncluded', p.tax_included,
      'stock', p.stock, 'trialDays', p.trial_days, 'existingClientsOnly', p.existing_clients_only,
      'needsAccount', p.needs_account, 'changes', p.changes, 'pauses', p.pauses,
      'archivedAt', ${instant('p.archived_at')}, 'version', p.version,
      'plans', coalesce((
        select json_agg(json_build_object(
          'id', pl.id, 'name', pl.name, 'description', pl.description, 'position', pl.position,
          'minimum', pl.minimum, 'maximum', pl.maximum, 'configuration', pl.configuration,
          'existingClientsOnly', pl.existing_clients_only, 'introduction', pl.introduction_steps, 'term', pl.term, 'billDay', pl.bill_day, 'archivedAt', ${instant('pl.archived_at')},
          'version', pl.version, 'prices', ${prices('pl.id', at)}
        ) order by pl.archived_at is not null, pl.position, pl.id)
        from catalog.plans pl where pl.product_id = p.id), '[]'),
      'options', coalesce((
        select json_agg(json_build_object(
          'id', o.id, 'code', o.code, 'name', o.name, 'kind', o.kind, 'required', o.required, 'minimum', o.minimum,
          'maximum', o.maximum, 'position', o.position, 'archivedAt', ${instant('o.archived_at')}, 'version', o.version,
          'choices', coalesce((
            select json_agg(json_build_object('code', c.code, 'name', c.name, 'prices', ${prices('c.id', at)})
              order by c.position, c.id)
            from catalog.choices c where c.option_id = o.id), '[]')
        ) order by o.archived_at is not null, o.position, o.id)
        from catalog.options o where o.product_id = p.id), '[]'),
      'addons', coalesce((select json_agg(addon_id) from catalog.product_addons where product_id = p.id), '[]')
    )::text as json
    from catalog.products p where p.id = ${product}`,
  );
}

async function one(db: Db, query: ReturnType<typeof sql>): Promise<JsonText> {
  const { rows } = await query.execute(db);
  const row = rows[0] as { json: string } | undefined;
  if (!row) throw new Problem(notFound);
  return new JsonText(row.json);
}
