import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import { readSettings } from '../../../kernel/settings.ts';
import { dateIn } from '../../../kernel/values/dates.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import { assert } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { Currency } from '../../../kernel/values/money.ts';
import { isMetered } from '../../services/index.ts';
import type { DueService } from '../../services/index.ts';
import { findWindows } from '../../usage/index.ts';
import type { Window } from '../../usage/index.ts';
import type { Legal } from '../domain/legal.ts';
import type { TaxGround } from '../domain/price-lines.ts';
import { buyerKindOf, inUnion, unionCountries } from '../domain/tax-decision.ts';
import type { BuyerKind, DatedTaxRule } from '../domain/tax-decision.ts';
import type { Heading } from '../invoice-draft.ts';
import { partyOf } from '../parties.ts';
import { invoicing as invoicingSetting, seller as sellerSetting } from '../settings.ts';
import type { Invoicing, Seller } from '../settings.ts';
import { revenueTerms } from '../revenue-settings.ts';
import type { RevenueTerms } from '../revenue-settings.ts';
import { runBounds } from '../run-settings.ts';
import type { RunBounds } from '../domain/run-bounds.ts';
import { taxTerms } from '../tax-settings.ts';
import { findTimelines } from '../dunning-row.ts';
import { ruleJson, sellerOf } from './tax-ground.ts';
import type { Accounting } from './tax-ground.ts';

/** What is known of who pays for an organization, wherever in a batch it comes. */
export interface PayerGround {
  payer: Id<'organization'>;
  ground: TaxGround;
  heading(currency: Currency): Heading;
  /** What is due together stands on one invoice. */
  together: boolean;
}

export interface RunGround {
  seller: Seller;
  invoicing: Invoicing;
  revenue: RevenueTerms;
  payers: ReadonlyMap<Id<'organization'>, PayerGround>;
  /** Services whose period is invoiced already; nothing is to be done but to move on. */
  known: ReadonlySet<string>;
  bounds: RunBounds;
  /** Services whose period staff said to bill, however it looks. */
  approved: ReadonlySet<string>;
  /** Who pays and has something that is held back. */
  parked: ReadonlySet<Id<'organization'>>;
  /** Services that nobody pays without asking. */
  byHand: ReadonlySet<string>;
  /** By which timeline an invoice for a plan would be chased. */
  timelineOf: (plan: string) => string;
  /** What was used of services, up to a day. */
  used: ReadonlyMap<string, { until: CalendarDate; windows: readonly Window[] }>;
  /** Of each payer and currency, by `historyKey`. */
  histories: ReadonlyMap<string, History>;
}

/** The most that was asked for one service before today, and how many are renewed today. */
export interface History {
  largest: bigint;
  today: number;
}

export const historyKey = (payer: Id<'organization'>, currency: Currency) => `${payer} ${currency}`;

interface PayerRow {
  organization: Id<'organization'>;
  own_name: string;
  id: Id<'organization'>;
  name: string;
  email: string;
  address: string;
  country: string;
  tax_id: string;
  time_zone: string;
  kind: BuyerKind | null;
  legal: Legal | null;
  reference: string | null;
  apart: boolean | null;
}

/**
 * All that decides about the invoices of a batch, for each who pays what `issueInvoice` would read, in statements that leave together, and
 * then what they had before. A dry run has written nothing, so what it would have billed today is asked of itself. `also`: organizations
 * that are to be known although nothing of theirs is due.
 */
export async function readRunGround(
  db: Db,
  due: readonly DueService[],
  {
    at,
    dryRun = null,
    also = [],
  }: { at: Date; dryRun?: Id<'billing-run'> | null; also?: readonly Id<'organization'>[] },
): Promise<RunGround> {
  const organizations = [...new Set([...also, ...due.map(({ organization }) => organization)])];
  const currencies = [...new Set(due.map(({ currency }) => currency))];
  const plans = [...new Set(due.flatMap(({ planId, nextTerms }) => [planId, nextTerms?.planId ?? planId]))];
  const [
    [seller, invoicing, terms, bounds, revenue],
    { rows: payers },
    { rows: seen },
    rules,
    rates,
    used,
    timelines,
  ] = await Promise.all([
    readSettings(db, sellerSetting, invoicingSetting, taxTerms, runBounds, revenueTerms),
    sql<PayerRow>`
      select a.id as organization, a.name as own_name, b.id, b.name, b.billing_email as email, b.address, b.country, b.tax_id, b.time_zone,
        p.kind, p.legal, p.reference, p.apart
      from unnest(${organizations}::uuid[]) as asked (id) join organizations.organizations a on a.id = asked.id
      cross join lateral (
        select o.* from organizations.tree t join organizations.organizations o on o.id = t.ancestor_id and o.pays = 'itself'
        where t.descendant_id = a.id order by t.depth limit 1) b
      left join billing.tax_profiles p on p.organization_id = b.id`.execute(db),
    sql<{ service_id: string; invoiced: boolean; approved: boolean; by_hand: boolean }>`
      select asked.service_id, r.service_id is not null as invoiced, h.service_id is not null as approved, b.service_id is not null as by_hand
      from unnest(${due.map((one) => one.organization)}::uuid[], ${due.map((one) => one.id)}::uuid[],
        ${due.map(({ nextPeriod }) => nextPeriod.from)}::date[]) as asked (organization_id, service_id, period_from)
      left join billing.renewals r using (organization_id, service_id, period_from)
      left join billing.held_back h on h.organization_id = asked.organization_id and h.service_id = asked.service_id
        and h.period_from = asked.period_from and h.approved_at is not null
      left join billing.services_paid_by_hand b on b.organization_id = asked.organization_id and b.service_id = asked.service_id
      where r.service_id is not null or h.service_id is not null or b.service_id is not null`.execute(db),
    readRules(db),
    readRates(db, currencies, at),
    readUsed(db, due),
    findTimelines(db, plans),
  ]);
  const places = new Set(['ZZ', seller.country, ...(inUnion(seller.country) ? unionCountries : [])]);
  const shared = {
    seller: sellerOf(seller, terms),
    rules: rules.filter(({ country }) => places.has(country)),
    inclusive: terms.inclusive,
    rounding: terms.rounding,
  };
  // Zones are few, and asking what day it is in one is dear.
  const days = new Map<string, CalendarDate>();
  const todayIn = (zone: string) => {
    const known = days.get(zone) ?? dateIn(zone, at);
    days.set(zone, known);
    return known;
  };
  const rowOf = new Map(payers.map((row) => [row.organization, row]));
  const pairs = [
    ...new Map(
      due.map(({ organization, currency }) => {
        const row = rowOf.get(organization)!;
        return [historyKey(row.id, currency), { row, currency }];
      }),
    ),
  ];
  const histories = await readHistories(
    db,
    pairs.map(([, { row, currency }]) => ({ payer: row.id, currency, today: todayIn(row.time_zone) })),
    dryRun,
  );
  return {
    seller,
    invoicing,
    revenue,
    bounds,
    known: new Set(seen.flatMap((row) => (row.invoiced ? [row.service_id] : []))),
    approved: new Set(seen.flatMap((row) => (row.approved && !row.invoiced ? [row.service_id] : []))),
    byHand: new Set(seen.flatMap((row) => (row.by_hand ? [row.service_id] : []))),
    timelineOf: (plan) => timelines([plan]).id,
    used,
    parked: new Set(histories.flatMap((row) => (row.parked ? [row.payer] : []))),
    histories: new Map(histories.map((row) => [historyKey(row.payer, row.currency), row])),
    payers: new Map(
      payers.map((row) => {
        const on = todayIn(row.time_zone);
        const buyer = {
          country: row.country,
          kind: buyerKindOf({ kind: row.kind, taxId: row.tax_id }),
        };
        const who = { ...row, taxId: row.tax_id };
        const heading = {
          buyer: partyOf(who, row.legal ?? undefined, buyer.kind),
          forName: row.id === row.organization ? null : row.own_name,
          reference: row.reference ?? '',
        };
        return [
          row.organization,
          {
            payer: row.id,
            together: invoicing.together && row.apart !== true,
            ground: { ...shared, buyer, on },
            heading: (currency) => ({
              ...heading,
              accounting: rateOn(rates, currency, terms.accounting, on),
            }),
          },
        ] satisfies [Id<'organization'>, PayerGround];
      }),
    ),
  };
}

/**
 * What was used before the next periods of services; nothing is asked where nothing is metered. What was metered until it was changed is
 * billed with that change.
 */
async function readUsed(db: Db, due: readonly DueService[]): Promise<RunGround['used']> {
  const metered = due.filter((service) => isMetered(service));
  const used = new Map(
    metered.map(({ id, nextPeriod }) => [id as string, { until: nextPeriod.from, windows: [] as Window[] }]),
  );
  if (metered.length === 0) return used;
  const asked = metered.map(({ organization, id: service, nextPeriod }) => {
    return { organization, service, until: nextPeriod.from };
  });
  for (const window of await findWindows(db, asked)) used.get(window.service)!.windows.push(window);
  return used;
}

/** So many renewals of one day are counted. */
const countedAtMost = 100_000;

async function readHistories(
  db: Db,
  asked: readonly { payer: Id<'organization'>; currency: Currency; today: CalendarDate }[],
  dryRun: Id<'billing-run'> | null,
) {
  const { rows } = await sql<History & { payer: Id<'organization'>; currency: Currency; parked: boolean }>`
    select a.payer, a.currency, coalesce(case when b.newest_on < a.today then greatest(b.largest, b.newest) else b.largest end, 0) as largest,
      (select count(*)::integer from (select distinct l.service_id from billing.invoices i join billing.invoice_lines l
          on l.organization_id = i.organization_id and l.invoice_id = i.id
        where i.organization_id = a.payer and i.issued_on = a.today and i.kind = 'renewal' limit ${countedAtMost}) of_today)
        + coalesce((select sum(c.services)::integer from billing.run_clients c where c.run_id = ${dryRun}::uuid and c.organization_id = a.payer), 0) as today,
      exists (select from billing.held_back h where h.payer_id = a.payer and h.approved_at is null)
        or exists (select from billing.run_clients c where c.run_id = ${dryRun}::uuid and c.organization_id = a.payer and c.held > 0) as parked
    from unnest(${asked.map((one) => one.payer)}::uuid[], ${asked.map((one) => one.currency)}::text[],
      ${asked.map((one) => one.today)}::date[]) as a (payer, currency, today)
    left join billing.balances b on b.organization_id = a.payer and b.currency = a.currency`.execute(db);
  return rows;
}

async function readRules(db: Db): Promise<DatedTaxRule[]> {
  const { rows } = await sql<{ rules: DatedTaxRule[] }>`
    select coalesce(json_agg(${ruleJson}), '[]') as rules from billing.tax_rules r`.execute(db);
  return rows[0]!.rules;
}

type Rate = Accounting & { of: string };

/** Those of the days it may be somewhere now, and the last ones before. */
async function readRates(db: Db, currencies: readonly Currency[], at: Date): Promise<Rate[]> {
  const [first, last] = [dateIn('Pacific/Pago_Pago', at), dateIn('Pacific/Kiritimati', at)];
  const { rows } = await sql<Rate>`
    select x.currency as of, x.accounting as currency, trim_scale(x.rate)::text as rate, x.day as on, x.source
    from billing.exchange_rates x
    where x.currency = any (${currencies}::text[]) and x.day <= ${last}
      and x.day >= coalesce((select max(y.day) from billing.exchange_rates y
        where y.currency = x.currency and y.accounting = x.accounting and y.day <= ${first}), x.day)
    order by x.day desc`.execute(db);
  return rows;
}

function rateOn(
  rates: readonly Rate[],
  of: Currency,
  accounting: string,
  day: CalendarDate,
): Accounting | null {
  const found = rates.find((rate) => rate.of === of && rate.currency === accounting && rate.on <= day);
  return found ? { currency: found.currency, rate: found.rate, on: found.on, source: found.source } : null;
}

/** Every organization of a batch has somebody who pays for it. */
export function payerOf(ground: RunGround, organization: Id<'organization'>): PayerGround {
  const found = ground.payers.get(organization);
  assert(found, `somebody pays for organization ${organization}`);
  return found;
}
