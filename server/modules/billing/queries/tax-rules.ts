import { sql } from 'kysely';
import type { z } from 'zod';
import type { Db } from '../../../kernel/db/types.ts';
import { readSetting, readSettings } from '../../../kernel/settings.ts';
import { dateIn } from '../../../kernel/values/dates.ts';
import type { TaxCategory } from '../../catalog/index.ts';
import { priceLines } from '../domain/price-lines.ts';
import { inUnion } from '../domain/tax-decision.ts';
import type { TaxBuyer } from '../domain/tax-decision.ts';
import { seller as sellerSetting } from '../settings.ts';
import type { ExchangeRates, TaxExamples, TaxRuleRow, TaxRules, exampleBody } from '../tax-contract.ts';
import { taxTerms } from '../tax-settings.ts';
import { ruleJson, sellerOf } from './tax-ground.ts';

/** The rules that concern a business in `country`, or where it is; the youngest of each first. */
export async function listTaxRules(db: Db, country?: string): Promise<TaxRules> {
  const { value: seller } = await readSetting(db, sellerSetting);
  const place = country ?? seller.country;
  return { country: place, items: await findRules(db, [place, ...(inUnion(place) ? ['EU'] : []), 'ZZ']) };
}

async function findRules(db: Db, places: readonly string[]): Promise<TaxRuleRow[]> {
  const { rows } = await sql<{ rule: TaxRuleRow }>`
    select ${ruleJson} as rule from billing.tax_rules r where r.country = any (${[...places]}::text[])
    order by array_position(${[...places]}::text[], r.country), r.region, r.category, r.buyer, r.valid_from desc`.execute(
    db,
  );
  return rows.map(({ rule }) => rule);
}

/** What an amount would become today for different buyers, under terms that may not be saved yet. */
export async function workExamples(
  db: Db,
  { amount, currency, terms }: z.output<typeof exampleBody>,
  now: Date,
): Promise<TaxExamples> {
  const [seller, saved] = await readSettings(db, sellerSetting, taxTerms);
  const { country } = seller;
  const neighbor = country === 'FR' ? 'DE' : 'FR';
  const places = [country, 'ZZ', ...(inUnion(country) ? ['EU', neighbor] : [])];
  const rules = await findRules(db, places);
  const cases: [TaxExamples['items'][number]['who'], TaxBuyer, TaxCategory][] = [
    ['consumer', { country, kind: 'consumer' }, 'standard'],
    ['business', { country, kind: 'business' }, 'standard'],
    ...(country === 'ID'
      ? ([
          ['treasurer', { country, kind: 'treasurer' }, 'standard'],
          ['luxury', { country, kind: 'consumer' }, 'luxury'],
        ] as typeof cases)
      : []),
    ...(inUnion(country)
      ? ([['neighbor', { country: neighbor, kind: 'business' }, 'standard']] as typeof cases)
      : []),
    ['abroad', { country: country === 'US' ? 'SG' : 'US', kind: 'business' }, 'standard'],
  ];
  return {
    items: cases.map(([who, buyer, taxCategory]) => {
      const line = { quantity: 1, unitPrice: BigInt(amount), taxable: true, taxCategory };
      const { subtotal, tax, total, taxes } = priceLines(currency, [line], {
        seller: sellerOf(seller, { ...saved, ...terms }),
        buyer,
        on: dateIn('Asia/Jakarta', now),
        rules,
        inclusive: terms.inclusive,
        rounding: saved.rounding,
      });
      const { label, share, code, reason, transactionCode, base } = taxes[0]!;
      return {
        who,
        label,
        share,
        code,
        reason,
        transactionCode,
        base,
        net: Number(subtotal.amount),
        tax: Number(tax.amount),
        total: Number(total.amount),
      };
    }),
  };
}

/** The latest rates of each currency, newest first. */
export async function listExchangeRates(db: Db): Promise<ExchangeRates> {
  const { value: terms } = await readSetting(db, taxTerms);
  const items = await db
    .selectFrom('billing.exchange_rates')
    .select(['currency', 'day', 'rate', 'source'])
    .where('accounting', '=', terms.accounting)
    .orderBy('day', 'desc')
    .orderBy('currency')
    .limit(60)
    .execute();
  return {
    accounting: terms.accounting,
    items: items.map((row) => ({ ...row, rate: String(Number(row.rate)) })),
  };
}
