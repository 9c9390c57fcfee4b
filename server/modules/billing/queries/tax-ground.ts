import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import { dateIn } from '../../../kernel/values/dates.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { Currency } from '../../../kernel/values/money.ts';
import type { Legal } from '../domain/legal.ts';
import type { TaxGround } from '../domain/price-lines.ts';
import { buyerKindOf, inUnion } from '../domain/tax-decision.ts';
import type { BuyerKind, DatedTaxRule, TaxSeller } from '../domain/tax-decision.ts';
import type { Seller } from '../settings.ts';
import type { TaxTerms } from '../tax-settings.ts';

/** What an amount was worth in the currency of the books; `rate` is a decimal. */
export interface Accounting {
  currency: string;
  rate: string;
  on: string;
  source: string;
}

interface Asked {
  /** Null: somebody in the seller's own country. */
  organization: Id<'organization'> | null;
  seller: Pick<Seller, 'country' | 'legal'>;
  terms: TaxTerms;
  at: Date;
}

/**
 * What decides about the taxes on something sold to an organization at this moment, in one statement: whoever pays for it is the buyer.
 * Errors: `not_found`.
 */
export async function readTaxGround(db: Db, asked: Asked): Promise<TaxGround> {
  const rows = await find(db, asked, sql`null::json as profile, null::json as rate`);
  return groundOf(asked, rows);
}

/** The same with what only documents need; beyond what the portal's role may read. */
export async function readTaxGroundOfDocument(
  db: Db,
  asked: Asked & { organization: Id<'organization'>; currency: Currency },
): Promise<{
  ground: TaxGround;
  profile: { legal: Legal; reference: string } | null;
  accounting: Accounting | null;
}> {
  const { currency, terms, at } = asked;
  const row = await find(
    db,
    asked,
    sql`(select json_build_object('legal', p.legal, 'reference', p.reference) from billing.tax_profiles p
        where p.organization_id = b.id) as profile,
      (select json_build_object('currency', x.accounting, 'rate', trim_scale(x.rate)::text, 'on', x.day, 'source', x.source)
        from billing.exchange_rates x where x.currency = ${currency} and x.accounting = ${terms.accounting}
          and x.day <= (${at}::timestamptz at time zone b.time_zone)::date order by x.day desc limit 1) as rate`,
  );
  return { ground: groundOf(asked, row), profile: row.profile, accounting: row.rate };
}

interface Row {
  country: string | null;
  tax_id: string | null;
  kind: BuyerKind | null;
  time_zone: string | null;
  rules: DatedTaxRule[];
  profile: { legal: Legal; reference: string } | null;
  rate: Accounting | null;
}

async function find(db: Db, { organization, seller }: Asked, more: ReturnType<typeof sql>): Promise<Row> {
  const places = [seller.country, 'ZZ', ...(inUnion(seller.country) ? ['EU'] : [])];
  const { rows } = await sql<Row>`
    select b.country, b.tax_id, b.kind, b.time_zone, (
      select coalesce(json_agg(${ruleJson}), '[]') from billing.tax_rules r
      where r.country = any (${places}::text[]) or (${inUnion(seller.country)} and r.country = b.country)) as rules, ${more}
    from (select 1) as always left join billing.buyer_of(${organization}::uuid) b on true`.execute(db);
  const row = rows[0]!;
  if (organization !== null && row.country === null) throw new Problem(notFound);
  return row;
}

/** A rule `r` as the domain knows it. */
export const ruleJson = sql`json_build_object('id', r.id, 'country', r.country, 'region', r.region, 'category', r.category, 'buyer', r.buyer,
  'from', r.valid_from, 'until', r.valid_until, 'name', r.name, 'percent', r.percent,
  'base', json_build_object('numerator', r.base_numerator, 'denominator', r.base_denominator), 'code', r.code,
  'exemptionCode', r.exemption_code, 'reason', r.reason, 'transactionCode', r.transaction_code, 'version', r.version)`;

function groundOf({ seller, terms, at }: Asked, row: Row): TaxGround {
  return {
    seller: sellerOf(seller, terms),
    buyer: {
      country: row.country ?? seller.country,
      kind: row.country === null ? 'consumer' : buyerKindOf({ kind: row.kind, taxId: row.tax_id! }),
    },
    on: dateIn(row.time_zone ?? 'UTC', at),
    rules: row.rules,
    inclusive: terms.inclusive,
    rounding: terms.rounding,
  };
}

export function sellerOf(
  { country, legal }: Pick<Seller, 'country' | 'legal'>,
  { registered, oneStopShop }: TaxTerms,
): TaxSeller {
  return { country, region: legal.region, registered, oneStopShop };
}
