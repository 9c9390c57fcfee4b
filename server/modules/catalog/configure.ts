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
import { chargesFor } from './domain/metered.ts';
import type { MeteredCharge } from './domain/metered.ts';
import type { TaxCategory } from './domain/tax-category.ts';
import type { BillDay } from './domain/bill-day.ts';
import { termIn } from './domain/fixed-term.ts';
import type { AgreedTerm, TermRule } from './domain/fixed-term.ts';
import { introducedPeriods } from './domain/introduction.ts';
import type { IntroducedPeriods, Introduction } from './domain/introduction.ts';
import type { Tiers } from './domain/tiers.ts';
import { inForce } from './queries/in-force.ts';

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
  /** What its first periods cost less, for who has not had the product; who calls knows that. */
  introduction: readonly IntroducedPeriods[];
  /** For how long it is agreed on; null: from period to period. */
  term: AgreedTerm | null;
  /** The day of the month it is billed on; null: that on which it begins. */
  billDay: BillDay | null;
  /** Whether tax may fall on it, what it is for taxes, and whether its prices contain tax (null: as the business says). */
  taxable: boolean;
  taxCategory: TaxCategory;
  taxIncluded: boolean | null;
  quantity: number;
  /**
   * What was chosen as it was then: `options` [{code, name, kind, value, label, recurring, setup}], `addons` [{code, name, recurring, setup}].
   * `steps` [{units, each, fixed, amount}]: what the plan's own price is made of, where it has tiers. `metered`: what use costs, a
   * `MeteredCharge` each, of the whole quantity.
   */
  choices: { options: Json[]; addons: Json[]; steps?: Json[]; metered?: Json[] };
  /** Which version of the plan's price in this currency and cycle it is. */
  priceVersion: number;
  /** Only organizations that have a service already may have it; who calls knows that. */
  existingClientsOnly: boolean;
  /** Not sold to guests; who calls knows whether it is one. */
  needsAccount: boolean;
}

export interface ConfiguredPlan extends PricedPlan {
  provisioner: string;
  /** The product's settings with the plan's over them. */
  provisionerConfiguration: { [key: string]: Json };
}

/** `at`: the prices of that instant. `held`: how many of the product somebody has already, which take none of the stock again. */
export type AskedPlan = Selection & {
  plan: Id<'plan'>;
  currency: Currency;
  cycle: Cycle;
  at: Date;
  held?: number;
};

/**
 * A plan as it is priced by `priceSelection`, with how it is provisioned, which needs a view of everything. Errors: the same.
 */
export async function configure(db: Db, asked: AskedPlan): Promise<ConfiguredPlan> {
  const row = await findOffer<SetUp>(
    db,
    asked,
    sql`, p.provisioner, p.configuration || pl.configuration as configuration`,
  );
  const priced = pricedOf(row, asked);
  return { ...priced, provisioner: row!.provisioner, provisionerConfiguration: row!.configuration };
}

/**
 * What a plan costs as configured. The stock is looked at and not touched.
 * Errors: `not_for_sale` (unknown, hidden or archived, or without a price in this currency and cycle), `out_of_stock`,
 * `invalid_input` naming `quantity`, `options.<code>` or `addons.<index>`.
 */
export async function priceSelection(db: Db, asked: AskedPlan): Promise<PricedPlan> {
  return pricedOf(await findOffer(db, asked), asked);
}

function pricedOf(row: OfferRow | undefined, asked: AskedPlan): PricedPlan {
  const { plan, currency, cycle } = asked;
  if (!row) throw new Problem(notForSale);
  const offer = {
    ...row,
    price: { recurring: row.recurring, setup: row.setup, tiers: row.tiers },
    options: row.options.map(optionOf),
    addons: row.addons.map((addon) => ({ ...addon, price: priceOf(addon.price) })),
  };
  const result = configureOffer(offer, asked);
  if ('refused' in result) throw new Problem(invalidInput, { fields: result.refused });
  if (row.stock !== null && row.stock < asked.quantity - (asked.held ?? 0)) throw new Problem(outOfStock);
  return {
    planId: plan,
    productId: row.product_id,
    names: row.names,
    currency,
    cycle,
    trialDays: cycle === 'one_time' ? 0 : row.trial_days,
    introduction: introducedPeriods(row.introduction_steps, cycle),
    term: termIn(row.term, cycle, currency),
    billDay: cycle === 'one_time' ? null : row.bill_day,
    taxable: row.tax_category !== 'outside',
    taxCategory: row.tax_category,
    taxIncluded: row.tax_included,
    priceVersion: row.version,
    existingClientsOnly: row.existing_clients_only,
    needsAccount: row.needs_account,
    recurring: result.ok.recurring,
    setup: result.ok.setup,
    quantity: result.ok.quantity,
    choices: choicesOf(result.ok, row.charges ?? []),
  };
}

interface SetUp {
  provisioner: string;
  configuration: { [key: string]: Json };
}
interface OfferRow {
  product_id: Id<'product'>;
  names: Bilingual;
  minimum: number;
  maximum: number;
  stock: number | null;
  trial_days: number;
  introduction_steps: Introduction;
  term: TermRule | null;
  bill_day: BillDay | null;
  tax_category: TaxCategory;
  tax_included: boolean | null;
  existing_clients_only: boolean;
  version: number;
  needs_account: boolean;
  recurring: bigint;
  setup: bigint;
  tiers: Tiers | null;
  charges: MeteredCharge[] | null;
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

/** `more`: further columns, which only a view of everything may read. */
async function findOffer<More = unknown>(
  db: Db,
  { plan, currency, cycle, at }: AskedPlan,
  more = sql``,
): Promise<(OfferRow & More) | undefined> {
  const price = (item: string) => sql`(
    select json_build_object('recurring', x.recurring, 'setup', x.setup) from catalog.prices x
    where x.item_id = ${sql.ref(item)} and x.currency = ${currency} and x.cycle = ${cycle} and ${inForce('x', at)})`;
  const { rows } = await sql<OfferRow & More>`
    select p.id as product_id, p.stock, p.trial_days, p.tax_category, p.tax_included, pl.minimum, pl.maximum, pl.introduction_steps, pl.term, pl.bill_day,
      p.existing_clients_only or pl.existing_clients_only as existing_clients_only, p.needs_account,
      pr.version, pr.recurring, pr.setup, pr.tiers, pr.charges,
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
        where pa.product_id = p.id), '[]') as addons ${more}
    from catalog.plans pl
    join catalog.products p on p.id = pl.product_id and p.visible and p.archived_at is null
    join catalog.groups g on g.id = p.group_id and g.visible and g.archived_at is null
    join catalog.prices pr on pr.item_id = pl.id and pr.currency = ${currency} and pr.cycle = ${cycle} and ${inForce('pr', at)}
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

function choicesOf(
  { options, addons, steps, quantity }: Configured,
  charges: readonly MeteredCharge[],
): PricedPlan['choices'] {
  const plain = <Part extends Price>(part: Part) => ({
    ...part,
    recurring: Number(part.recurring),
    setup: Number(part.setup),
  });
  return {
    options: options.map(plain) as unknown as Json[],
    addons: addons.map(plain) as unknown as Json[],
    ...(steps && { steps: steps as unknown as Json[] }),
    ...(charges.length > 0 && { metered: chargesFor(charges, quantity) as unknown as Json[] }),
  };
}
