import { sql } from 'kysely';
import type { Db } from '../../kernel/db/types.ts';
import { readSetting } from '../../kernel/settings.ts';
import { dateIn, timeIn } from '../../kernel/values/dates.ts';
import type { CalendarDate } from '../../kernel/values/dates.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { findArrived } from '../notifications/index.ts';
import type { DunningFacts, StepDone } from './domain/dunning/next-step.ts';
import { gentlest } from './domain/dunning/plan.ts';
import type { DunningPlan, DunningStep } from './domain/dunning/plan.ts';
import type { WorkingDays } from './domain/dunning/working-days.ts';
import type { LockedInvoice } from './invoice-row.ts';
import { overdueNotice } from './messages.ts';
import { workingDays } from './settings.ts';

export interface Timeline {
  id: Id<'dunning-timeline'>;
  name: string;
  version: number;
  plan: DunningPlan;
}

/** `pinned`: it goes on by this version, whatever is saved later. */
export interface Dunning {
  timeline: Timeline;
  pinned: boolean;
  heldSince: Date | null;
  timeZone: string;
  facts: DunningFacts;
  /** A promise is open: its last day. */
  promise: CalendarDate | null;
}

export type Collectable = Pick<
  LockedInvoice,
  'organization' | 'id' | 'issuedOn' | 'dueOn' | 'settlement' | 'collection'
>;

/** What is going on with an invoice, and all that decides what comes next. `plans`: those of the services on it. */
export async function readDunning(
  db: Db,
  invoice: Collectable,
  plans: readonly string[],
  now: Date,
): Promise<Dunning> {
  const [dunning] = await readDunnings(db, [{ ...invoice, plans }], now);
  return dunning!;
}

/** The same of several, in their order and in as many statements as of one. */
export async function readDunnings(
  db: Db,
  invoices: readonly (Collectable & { plans: readonly string[] })[],
  now: Date,
): Promise<Dunning[]> {
  if (invoices.length === 0) return [];
  const keys: Keys = {
    organizations: [...new Set(invoices.map(({ organization }) => organization))],
    invoices: invoices.map(({ id }) => id),
  };
  const [zones, calendar, pins, allSteps, promises] = await Promise.all([
    findZones(db, keys.organizations),
    readWorkingDays(db),
    findPinned(db, keys),
    findSteps(db, keys),
    findPromised(db, keys),
  ]);
  const unpinned = invoices.filter(({ id }) => !pins.has(id));
  const [timelines, noticed] = await Promise.all([
    findTimelines(db, [...new Set(unpinned.flatMap(({ plans }) => plans))]),
    firstThatArrived(
      db,
      invoices.filter(({ id }) => !pins.get(id)?.noticedOn),
      allSteps,
      zones,
    ),
  ]);
  return invoices.map(({ organization, id, plans, issuedOn, dueOn, settlement, collection }) => {
    const pinned = pins.get(id) ?? null;
    const timeline = pinned?.timeline ?? timelines(plans);
    const promised = promises.get(id);
    const timeZone = zones.get(organization)!;
    return {
      timeline,
      pinned: pinned !== null,
      heldSince: pinned?.heldSince ?? null,
      timeZone,
      promise: promised?.state === 'open' ? promised.on : null,
      facts: {
        issuedOn,
        dueOn,
        settlement,
        collection,
        today: dateIn(timeZone, now),
        time: timeIn(timeZone, now),
        plan: timeline.plan,
        calendar,
        done: allSteps.get(id) ?? [],
        noticedOn: pinned?.noticedOn ?? noticed.get(id) ?? null,
        promisedOn: promised?.on ?? null,
      },
    };
  });
}

interface Keys {
  organizations: readonly Id<'organization'>[];
  invoices: readonly Id<'invoice'>[];
}

async function findZones(db: Db, organizations: readonly Id<'organization'>[]) {
  const { rows } = await sql<{ id: Id<'organization'>; timeZone: string }>`
    select id, time_zone as "timeZone" from organizations.organizations where id = any (${organizations}::uuid[])`.execute(
    db,
  );
  return new Map(rows.map(({ id, timeZone }) => [id, timeZone]));
}

export async function readWorkingDays(db: Db): Promise<WorkingDays> {
  const { value } = await readSetting(db, workingDays);
  return { weekend: value.weekend, holidays: value.holidays.map(({ on }) => on as CalendarDate) };
}

/** Which timeline an invoice for services of these plans would follow if it became overdue now, told for any of them and for none. */
export async function findTimelines(
  db: Db,
  plans: readonly string[],
): Promise<(plans: readonly string[]) => Timeline> {
  const { rows } = await sql<Timeline & { plans: (string | null)[] }>`
    select t.id, t.name, t.version, v.plan, array_agg(wanted.plan_id) as plans
    from billing.dunning_timelines usual
      join (select null::uuid as plan_id union all select unnest(${[...plans]}::uuid[])) as wanted on true
      left join catalog.plans p on p.id = wanted.plan_id
      left join catalog.products pr on pr.id = p.product_id
      left join billing.dunning_families own on own.product_id = pr.id
      left join billing.dunning_families shared on shared.group_id = pr.group_id
      join billing.dunning_timelines t on t.id = coalesce(own.timeline_id, shared.timeline_id, usual.id)
      join billing.dunning_versions v on v.timeline_id = t.id and v.version = t.version
    where usual.is_default group by t.id, t.name, t.version, v.plan`.execute(db);
  const byPlan = new Map(
    rows.flatMap(({ plans: those, ...timeline }) => those.map((plan) => [plan, timeline])),
  );
  return (wanted) =>
    gentlest(wanted.length === 0 ? [byPlan.get(null)!] : wanted.map((plan) => byPlan.get(plan)!));
}

async function findPinned(db: Db, { organizations, invoices }: Keys) {
  const rows = await db
    .selectFrom('billing.dunnings as d')
    .innerJoin('billing.dunning_timelines as t', 't.id', 'd.timeline_id')
    .innerJoin('billing.dunning_versions as v', (join) =>
      join.onRef('v.timeline_id', '=', 'd.timeline_id').onRef('v.version', '=', 'd.timeline_version'),
    )
    .select(['d.invoice_id', 't.id', 't.name', 'v.version', 'v.plan', 'd.noticed_on', 'd.held_since'])
    .where('d.organization_id', 'in', organizations)
    .where('d.invoice_id', 'in', invoices)
    .execute();
  return new Map(
    rows.map((row) => [
      row.invoice_id,
      {
        timeline: {
          id: row.id as Timeline['id'],
          name: row.name,
          version: row.version,
          plan: row.plan as unknown as DunningPlan,
        },
        noticedOn: row.noticed_on,
        heldSince: row.held_since,
      },
    ]),
  );
}

/** The last promise that was open or broken; one that was kept or withdrawn holds nothing up. */
async function findPromised(db: Db, { organizations, invoices }: Keys) {
  const rows = await db
    .selectFrom('billing.promises')
    .select(['invoice_id', 'promised_on as on', 'state'])
    .where('organization_id', 'in', organizations)
    .where('invoice_id', 'in', invoices)
    .where('state', 'in', ['open', 'broken'])
    .orderBy('promised_on')
    .execute();
  return new Map(rows.map(({ invoice_id: invoice, on, state }) => [invoice, { on, state }]));
}

interface StepRow extends StepDone {
  /** Null: from before it was kept whom a step was written to. */
  told: readonly string[] | null;
}

async function findSteps(db: Db, { organizations, invoices }: Keys): Promise<Map<string, StepRow[]>> {
  const rows = await db
    .selectFrom('billing.dunning_steps')
    .select(['invoice_id', 'kind', 'days', 'done_on', 'told'])
    .where('organization_id', 'in', organizations)
    .where('invoice_id', 'in', invoices)
    .orderBy('done_on')
    .execute();
  const found = new Map<string, StepRow[]>();
  for (const { invoice_id: invoice, kind, days, done_on: on, told } of rows) {
    const step = { kind: kind as DunningStep['kind'], days, on, told };
    found.set(invoice, [...(found.get(invoice) ?? []), step]);
  }
  return found;
}

/** What makes a reminder or notice of an invoice be told once. */
export const occurrenceOf = (invoice: string, { kind, days }: DunningStep): string =>
  `${invoice}:${kind}:${days}`;

/** The day on which of each a notice reached somebody first. */
async function firstThatArrived(
  db: Db,
  invoices: readonly Pick<Collectable, 'organization' | 'id'>[],
  steps: ReadonlyMap<string, readonly StepRow[]>,
  zones: ReadonlyMap<Id<'organization'>, string>,
): Promise<Map<string, CalendarDate>> {
  const notices = invoices.flatMap(({ organization, id }) =>
    (steps.get(id) ?? [])
      .filter(({ kind }) => kind === 'notice')
      .map((step) => ({ organization, id, ...step, occurrence: occurrenceOf(id, step) })),
  );
  const told = notices.flatMap(({ told: people, occurrence }) =>
    (people ?? []).map((person) => ({ person, occurrence })),
  );
  const arrived = await findArrived(db, overdueNotice.name, told);
  const first = new Map<string, CalendarDate>();
  for (const { organization, id, told: people, on, occurrence } of notices) {
    const at = arrived.get(occurrence);
    const day = people === null ? on : at && dateIn(zones.get(organization)!, at);
    if (day && day < (first.get(id) ?? '9999-12-31')) first.set(id, day);
  }
  return first;
}
