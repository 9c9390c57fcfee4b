import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import { startOfDay } from '../../../kernel/values/dates.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { Json } from '../../../kernel/values/json.ts';
import { findPriceVersions } from '../../catalog/index.ts';
import type { KnownPrice } from '../../catalog/index.ts';
import { periodFrom } from '../../services/index.ts';
import { tooManyServices } from '../contract.ts';
import type { CampaignBody } from '../contract.ts';
import { earliestDay, firstPeriodFrom, newPrice } from '../domain/new-price.ts';
import type { NewPrice } from '../domain/new-price.ts';

/** What a campaign is about, as it is kept. */
export type Plan = Pick<CampaignBody, 'selection' | 'rule' | 'effectiveOn' | 'noticeDays'>;

export interface Assessed {
  service: Id<'service'>;
  organization: Id<'organization'>;
  client: string;
  names: { id: string; en: string };
  label: string;
  quantity: number;
  currency: string;
  cycle: string;
  before: bigint;
  /** Null where the price does not change, and why. */
  after: NewPrice | null;
  on: CalendarDate | null;
  why:
    | 'no_price'
    | 'same_price'
    | 'announced_already'
    | 'change_scheduled'
    | 'change_under_way'
    | 'ends_with_term'
    | 'excluded'
    | null;
}

/** What one campaign may be about at most: a person looks at it as a whole. */
const most = 20_000;

interface Row {
  id: Id<'service'>;
  organization_id: Id<'organization'>;
  client: string;
  names: { id: string; en: string };
  label: string;
  plan_id: string;
  quantity: number;
  choices: Json;
  currency: string;
  cycle: string;
  recurring: bigint;
  time_zone: string;
  anchor_on: CalendarDate | null;
  period_to: CalendarDate | null;
  trial_ends_on: CalendarDate | null;
  term_ends_on: CalendarDate | null;
  stops: boolean;
  announced: boolean;
  scheduled: boolean;
  changing: boolean;
}

/**
 * Every service a campaign would reach and what its price would become, by client: one statement for services, one for prices. Errors:
 * `too_many_services`.
 */
export async function assess(db: Db, plan: Plan, now: Date): Promise<Assessed[]> {
  const { plans, currency, cycle, soldBefore, countries, excluded } = plan.selection;
  const { rows } = await sql<Row>`
    select s.id, s.organization_id, o.name as client, s.names, s.label, s.plan_id, s.quantity, s.choices, s.currency, s.cycle, s.recurring,
      s.time_zone, s.anchor_on, s.period_to, s.trial_ends_on, s.term_ends_on,
      s.term_ends_on is not null and (s.term ->> 'follows' = 'ends' or (s.term ->> 'leaves')::boolean) as stops, s.next_terms is not null as scheduled,
      s.coming_on is not null or exists (select from pricing.moves m
        where m.service_id = s.id and m.state in ('waiting', 'told', 'agreed', 'undelivered')) as announced,
      coalesce(s.changing_until > ${now}, false) as changing
    from services.services s join organizations.organizations o on o.id = s.organization_id
    where s.plan_id = any (${plans}::uuid[]) and s.cycle <> 'one_time' and s.state in ('trialing', 'active', 'past_due', 'paused')
      and (${currency}::text is null or s.currency = ${currency}) and (${cycle}::text is null or s.cycle = ${cycle})
      and (${soldBefore}::date is null or (s.created_at at time zone s.time_zone)::date < ${soldBefore})
      and (${countries.length === 0} or o.country = any (${countries}::text[]))
    order by o.name, s.organization_id, s.id limit ${most + 1}`.execute(db);
  if (rows.length > most) throw new Problem(tooManyServices, { facts: { most } });
  const versions = plan.rule.kind === 'version' ? await findPriceVersions(db, plans) : [];
  const isExcluded = new Set<string>(excluded);
  return rows.map((row) => assessOne(row, plan, versions, isExcluded, now));
}

function assessOne(
  row: Row,
  plan: Plan,
  versions: readonly KnownPrice[],
  excluded: ReadonlySet<string>,
  now: Date,
): Assessed {
  const { id, organization_id, client, names, label, quantity, currency, cycle, recurring: before } = row;
  const from = row.period_to ?? row.trial_ends_on;
  const nextPeriod = from && row.anchor_on && periodFrom(from, row.cycle as never, row.anchor_on);
  const on = firstPeriodFrom(
    { nextPeriod, cycle, anchorOn: row.anchor_on, termEndsOn: row.term_ends_on },
    earliestDay(plan, now, row.time_zone),
  );
  const price = on && versionOn(versions, row, startOfDay(on, row.time_zone));
  const after = newPrice({ recurring: before, quantity, choices: row.choices }, plan.rule, price);
  const why = excluded.has(id)
    ? 'excluded'
    : row.announced
      ? 'announced_already'
      : row.scheduled
        ? 'change_scheduled'
        : row.changing
          ? 'change_under_way'
          : row.stops
            ? 'ends_with_term'
            : !after || !on
              ? 'no_price'
              : after.recurring === before
                ? 'same_price'
                : null;
  return {
    service: id,
    organization: organization_id,
    client,
    names,
    label,
    quantity,
    currency,
    cycle,
    before,
    after: why ? null : after,
    on: why ? null : on,
    why,
  };
}

/** The version of a plan's price that new orders have at an instant. */
export function versionOn(
  versions: readonly KnownPrice[],
  { plan_id: plan, currency, cycle }: Pick<Row, 'plan_id' | 'currency' | 'cycle'>,
  at: Date,
): KnownPrice | null {
  const found = versions.find(
    ({ planId, startsAt, endsAt, ...of }) =>
      planId === plan &&
      of.currency === currency &&
      of.cycle === cycle &&
      (startsAt === null || startsAt <= at) &&
      (endsAt === null || endsAt > at),
  );
  return found ?? null;
}

/** Stands for all that was shown: which services, from what to what. Days move on with the clock, so they are no part of it. */
export function digestOf(assessed: readonly Assessed[]): string {
  const hash = createHash('sha256');
  for (const { service, before, after } of assessed)
    if (after) hash.update(`${service} ${before} ${after.recurring} ${after.version}\n`);
  return hash.digest('base64url');
}
