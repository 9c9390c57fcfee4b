import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import { readSettings } from '../../../kernel/settings.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { Currency } from '../../../kernel/values/money.ts';
import { findRunningServices, serviceRules } from '../../services/index.ts';
import type { DueService, RunningService, ServiceRules } from '../../services/index.ts';
import { openStatuses } from '../domain/abilities.ts';
import type { InvoiceStatus } from '../domain/abilities.ts';
import type { WorkingDays } from '../domain/dunning/working-days.ts';
import { findTimelines, readDunnings, readWorkingDays } from '../dunning-row.ts';
import type { Collectable, Dunning, Timeline } from '../dunning-row.ts';
import type { LockedInvoice } from '../invoice-row.ts';
import { readAllLateFees } from '../queries/late-fees.ts';
import type { LateFeesSoFar } from '../queries/late-fees.ts';
import { readRunGround } from '../queries/run-ground.ts';
import type { RunGround } from '../queries/run-ground.ts';
import { lateFees } from '../settings.ts';
import type { LateFeesSetting } from '../settings.ts';
import type { NamedService } from './happening.ts';

/** What is asked for a service on an invoice, in minor units with tax: from the first day of that time, paid for up to `through`. */
export interface InvoicePart {
  amount: bigint;
  from: CalendarDate | null;
  through: CalendarDate | null;
}

/** An invoice that is owed now. `alone`: it is for one service and nothing else. */
export interface OwedInvoice extends Collectable {
  number: string | null;
  names: { id: string; en: string };
  kind: LockedInvoice['kind'];
  status: InvoiceStatus;
  currency: Currency;
  total: bigint;
  paid: bigint;
  services: readonly NamedService[];
  alone: boolean;
  parts: readonly (Omit<InvoicePart, 'amount'> & { service: string; amount: string })[];
  dunning: Dunning;
  fees: LateFeesSoFar;
}

/** Who pays, with all it pays for. */
export interface ClientAhead {
  id: Id<'organization'>;
  name: string;
  timeZone: string;
  services: readonly RunningService[];
  invoices: readonly OwedInvoice[];
  credit: ReadonlyMap<Currency, bigint>;
  /** There is more than was read. */
  more: boolean;
}

/** All that decides about what comes, for some clients. */
export interface AheadGround {
  at: Date;
  run: RunGround;
  rules: ServiceRules;
  lateFees: LateFeesSetting;
  calendar: WorkingDays;
  timelineFor: (plans: readonly string[]) => Timeline;
  /** Plans whose products bill time on hold; all others leave it out. */
  billsHolds: ReadonlySet<string>;
  clients: readonly ClientAhead[];
}

/** So many services, and so many open invoices, of a client are looked at, the earliest. */
const mostOfClient = 400;

/** Reads what decides about the time to come of those who pay for themselves. Needs to see everything. */
export async function readAhead(
  db: Db,
  payers: readonly Id<'organization'>[],
  at: Date,
): Promise<AheadGround> {
  const [{ rows: clients }, { rows: below }] = await Promise.all([
    sql<{ id: Id<'organization'>; name: string; timeZone: string }>`
      select id, name, time_zone as "timeZone" from organizations.organizations where id = any (${payers}::uuid[]) order by id`.execute(
      db,
    ),
    sql<{ payer: Id<'organization'>; id: Id<'organization'> }>`
      select t.ancestor_id as payer, t.descendant_id as id from organizations.tree t
      where t.ancestor_id = any (${payers}::uuid[]) and t.ancestor_id = (
        select p.id from organizations.tree up join organizations.organizations p on p.id = up.ancestor_id and p.pays = 'itself'
        where up.descendant_id = t.descendant_id order by up.depth limit 1)`.execute(db),
  ]);
  const payerOf = new Map(below.map(({ payer, id }) => [id, payer]));
  const [services, owed, credits, [rules, fees], calendar] = await Promise.all([
    findRunningServices(db, [...payerOf.keys()], mostOfClient + 1),
    findOwed(db, payers),
    sql<{ payer: Id<'organization'>; currency: Currency; credit: bigint }>`
      select organization_id as payer, currency, credit from billing.balances
      where organization_id = any (${payers}::uuid[]) and credit > 0`.execute(db),
    readSettings(db, serviceRules, lateFees),
    readWorkingDays(db),
  ]);
  const plans = [
    ...new Set(
      services.flatMap(({ planId, nextTerms }) => [planId, ...(nextTerms ? [nextTerms.planId] : [])]),
    ),
  ];
  const [run, timelineFor, billsHolds, invoices] = await Promise.all([
    readRunGround(db, services.filter(hasNext), { at, also: [...payerOf.keys()] }),
    findTimelines(db, plans),
    findBillsHolds(db, plans),
    withDunning(db, owed, at),
  ]);
  return {
    at,
    run,
    rules,
    lateFees: fees,
    calendar,
    timelineFor,
    billsHolds,
    clients: clients.map((client) => {
      const own = services.filter(({ organization }) => payerOf.get(organization) === client.id);
      const open = invoices.filter(({ organization }) => organization === client.id);
      return {
        ...client,
        services: own.slice(0, mostOfClient),
        invoices: open.slice(0, mostOfClient),
        more: own.length > mostOfClient || open.length > mostOfClient,
        credit: new Map(
          credits.rows
            .filter(({ payer }) => payer === client.id)
            .map(({ currency, credit }) => [currency, credit]),
        ),
      };
    }),
  };
}

const hasNext = (service: RunningService): service is DueService => service.nextPeriod !== null;

type Owed = Omit<OwedInvoice, 'dunning' | 'fees'> & { plans: string[] };

/** What is owed, the earliest due first, with what is to be known of the services on it. */
async function findOwed(db: Db, payers: readonly Id<'organization'>[]): Promise<Owed[]> {
  const { rows } = await sql<Owed>`
    select i.organization_id as organization, i.id, i.number, i.issued_on as "issuedOn", i.due_on as "dueOn", i.settlement, i.collection,
      i.kind, i.status, i.currency, i.total, i.paid, case when i.for_name is null then i.title else
        jsonb_build_object('id', i.title ->> 'id' || ' (' || i.for_name || ')', 'en', i.title ->> 'en' || ' (' || i.for_name || ')') end as names,
      coalesce(l.services, '[]') as services, coalesce(l.plans, '[]') as plans, l.alone, coalesce(l.parts, '[]') as parts
    from unnest(${payers}::uuid[]) as payer (id) cross join lateral (
      select * from billing.invoices x where x.organization_id = payer.id and x.status = any (${[...openStatuses]}::text[])
        and x.number is not null order by x.due_on, x.id limit ${mostOfClient + 1}) i
    left join lateral (
      select json_agg(jsonb_build_object('id', s.id, 'organization', s.organization_id, 'names',
          case when s.label = '' then s.names else jsonb_build_object('id', s.label, 'en', s.label) end) order by s.id)
          filter (where s.state not in ('pending', 'ended')) as services,
        json_agg(distinct s.plan_id) filter (where s.plan_id is not null) as plans,
        json_agg(json_build_object('service', il.service_id, 'amount', il.amount::text, 'from', il.from_day, 'through', il.to_day) order by il.service_id)
          filter (where il.service_id is not null) as parts,
        count(*) = 1 and count(il.service_id) = 1 as alone
      from (
        select x.for_organization_id, x.service_id, min(x.period_from) as from_day, max(x.period_to) as to_day,
          sum(x.net + x.tax - coalesce(c.back, 0)) as amount, bool_and(x.net = 0) as is_free
        from billing.invoice_lines x left join lateral (select sum(n.net + n.tax) as back from billing.credit_note_lines n
          where n.organization_id = x.organization_id and n.invoice_id = x.invoice_id and n.position = x.position) c on true
        where x.organization_id = i.organization_id and x.invoice_id = i.id
        group by x.for_organization_id, x.service_id) il
      left join services.services s on s.organization_id = il.for_organization_id and s.id = il.service_id and (il.amount > 0 or il.is_free)) l on true
    order by i.due_on, i.id`.execute(db);
  return rows;
}

async function withDunning(db: Db, owed: readonly Owed[], at: Date): Promise<OwedInvoice[]> {
  const [dunnings, fees] = await Promise.all([readDunnings(db, owed, at), readAllLateFees(db, owed)]);
  return owed.map((invoice, index) => ({ ...invoice, dunning: dunnings[index]!, fees: fees[index]! }));
}

async function findBillsHolds(db: Db, plans: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select pl.id from catalog.plans pl join catalog.products p on p.id = pl.product_id
    where pl.id = any (${plans}::uuid[]) and p.changes ->> 'onHold' = 'bill'`.execute(db);
  return new Set(rows.map(({ id }) => id));
}
