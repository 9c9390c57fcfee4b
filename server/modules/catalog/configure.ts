import { sql } from 'kysely';
import type { Db } from '../../kernel/db/types.ts';
import { Problem, invalidInput } from '../../kernel/values/errors.ts';
import type { Id } from '../../kernel/values/ids.ts';
import type { Json } from '../../kernel/values/json.ts';
import type { Currency } from '../../kernel/values/money.ts';
import { notForSale, outOfStock } from './contract.ts';
import type { Bilingual } from './domain/bilingual.ts';
import { configureOffer } from './domain/configure.ts';
import type { Configured, OfferedChoice, OfferedOption, Price, Selection } from './domain/configure.ts';
import type { Cycle } from './domain/cycles.ts';

export interface PricedPlan {
  planId: Id<'plan'>;
  productId: Id<'product'>;
  /** Product and plan: 'VPS · Medium'. */
  names: Bilingual;
  currency: Currency;
  cycle: Cycle;
  /** Minor units each period for the whole quantity; for `one_time`, the only payment. */
  recurring: bigint;
  /** Minor units once, for the whole quantity. */
  setup: bigint;
  trialDays: number;
  taxable: boolean;
  quantity: number;
  /** What was chosen as it was then: `options` [{code, name, kind, value, label, recurring, setup}], `addons` [{code, name, recurring, setup}]. */
  choices: { options: Json[]; addons: Json[] };
  /** Only organizations that have a service already may have it; who calls knows that. */
  existingClientsOnly: boolean;
}

export interface ConfiguredPlan extends PricedPlan {
  provisioner: string;
  /** The product's settings with the plan's over them. */
  provisionerConfiguration: { [key: string]: Json };
}

export type AskedPlan = Selection & { plan: Id<'plan'>; currency: Currency; cycle: Cycle };

/**
 * A plan as it is priced by `priceSelection`, with how it is provisioned, which needs a view of everything. Errors: the same.
 */
export async function configure(db: Db, asked: AskedPlan): Promise<ConfiguredPlan> {
  const priced = await priceSelection(db, asked);
  const row = await db
    .selectFrom('catalog.plans as pl')
    .innerJoin('catalog.products as p', 'p.id', 'pl.product_id')
    .select('p.provisioner')
    .select(sql<{ [key: string]: Json }>`p.configuration || pl.configuration`.as('configuration'))
    .where('pl.id', '=', asked.plan)
    .executeTakeFirstOrThrow();
  return { ...priced, provisioner: row.provisioner, provisionerConfiguration: row.configuration };
}

/**
 * What a plan costs as configured, from the prices of this moment. The stock is looked at and not touched.
 * Errors: `not_for_sale` (unknown, hidden or archived, or without a price in this currency and cycle), `out_of_stock`,
 * `invalid_input` naming `quantity`, `options.<code>` or `addons.<index>`.
 */
export async function priceSelection(db: Db, asked: AskedPlan): Promise<PricedPlan> {
  const { plan, currency, cycle } = asked;
  const row = await findOffer(db, plan, currency, cycle);
  if (!row) throw new Problem(notForSale);
  const offer = {
    ...row,
    price: { recurring: row.recurring, setup: row.setup },
    options: row.options.map(optionOf),
    addons: row.addons.map((addon) => ({ ...addon, price: priceOf(addon.price) })),
  };
  const result = configureOffer(offer, asked);
  if ('refused' in result) throw new Problem(invalidInput, { fields: result.refused });
  if (row.stock !== null && row.stock < asked.quantity) throw new Problem(outOfStock);
  return {
    planId: plan,
    productId: row.product_id,
    names: row.names,
    currency,
    cycle,
    trialDays: cycle === 'one_time' ? 0 : row.trial_days,
    taxable: row.taxable,
    existingClientsOnly: row.existing_clients_only,
    recurring: result.ok.recurring,
    setup: result.ok.setup,
    quantity: result.ok.quantity,
    choices: choicesOf(result.ok),
  };
}

interface OfferRow {
  product_id: Id<'product'>;
  names: Bilingual;
  minimum: number;
  maximum: number;
  stock: number | null;
  trial_days: number;
  taxable: boolean;
  existing_clients_only: boolean;
  recurring: bigint;
  setup: bigint;
  options: OptionJson[];
  addons: { code: string; name: Bilingual; price: PriceJson }[];
}
interface PriceJson {
  recurring: number;
  setup: number;
}
type OptionJson = Omit<OfferedOption, 'choices'> & {
  choices: (Omit<OfferedChoice, 'price'> & { price: PriceJson | null })[];
};

async function findOffer(db: Db, plan: string, currency: string, cycle: string) {
  const price = (item: string) => sql`(
    select json_build_object('recurring', recurring, 'setup', setup) from catalog.prices
    where item_id = ${sql.ref(item)} and currency = ${currency} and cycle = ${cycle})`;
  const { rows } = await sql<OfferRow>`
    select p.id as product_id, p.stock, p.trial_days, p.taxable, pl.minimum, pl.maximum,
      p.existing_clients_only or pl.existing_clients_only as existing_clients_only,
      pr.recurring, pr.setup,
      jsonb_build_object(
        'id', (p.name ->> 'id') || ' · ' || (pl.name ->> 'id'), 'en', (p.name ->> 'en') || ' · ' || (pl.name ->> 'en')
      ) as names,
      coalesce((
        select jsonb_agg(jsonb_build_object(
          'code', o.code, 'name', o.name, 'kind', o.kind, 'required', o.required, 'minimum', o.minimum, 'maximum', o.maximum,
          'choices', coalesce((
            select jsonb_agg(jsonb_build_object('code', c.code, 'name', c.name, 'price', ${price('c.id')}) order by c.position, c.id)
            from catalog.choices c where c.option_id = o.id), '[]')
        ) order by o.position, o.id)
        from catalog.options o where o.product_id = p.id and o.archived_at is null), '[]') as options,
      coalesce((
        select jsonb_agg(jsonb_build_object('code', a.code, 'name', a.name, 'price', sold.price) order by a.position, a.id)
        from catalog.product_addons pa join catalog.addons a on a.id = pa.addon_id and a.archived_at is null
        join lateral (select ${price('a.id')} as price) sold on sold.price is not null
        where pa.product_id = p.id), '[]') as addons
    from catalog.plans pl
    join catalog.products p on p.id = pl.product_id and p.visible and p.archived_at is null
    join catalog.groups g on g.id = p.group_id and g.visible and g.archived_at is null
    join catalog.prices pr on pr.item_id = pl.id and pr.currency = ${currency} and pr.cycle = ${cycle}
    where pl.id = ${plan} and pl.archived_at is null`.execute(db);
  return rows[0];
}

const priceOf = ({ recurring, setup }: PriceJson): Price => ({
  recurring: BigInt(recurring),
  setup: BigInt(setup),
});

function optionOf(option: OptionJson): OfferedOption {
  const choices = option.choices.map((choice) => ({
    ...choice,
    price: choice.price && priceOf(choice.price),
  }));
  return { ...option, choices };
}

function choicesOf({ options, addons }: Configured): PricedPlan['choices'] {
  const plain = <Part extends Price>(part: Part) => ({
    ...part,
    recurring: Number(part.recurring),
    setup: Number(part.setup),
  });
  return { options: options.map(plain) as unknown as Json[], addons: addons.map(plain) as unknown as Json[] };
}
