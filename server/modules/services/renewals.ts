import { sql } from 'kysely';
import type { Db } from '../../kernel/db/types.ts';
import type { Tx } from '../../kernel/db/tx.ts';
import { readSetting } from '../../kernel/settings.ts';
import { dateIn } from '../../kernel/values/dates.ts';
import type { CalendarDate } from '../../kernel/values/dates.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { afterTerm, periodEndFrom, stopsOn, termAfterChange } from './domain/fixed-term.ts';
import { prepaidAnew } from './domain/bill-day.ts';
import { goesOn } from './domain/pause.ts';
import { nextInvoiceDay, periodFrom, timeAfterHold } from './domain/terms.ts';
import type { Period } from './domain/terms.ts';
import { anchorFrom, columns, serviceOf, termsFrom } from './service.ts';
import type { Row, Service } from './service.ts';
import { serviceRules } from './settings.ts';
import type { ServiceRules } from './settings.ts';

/** A service whose next period is to be invoiced. */
export type DueService = Omit<Service, 'hasUnpaidInvoice' | 'nextPeriod'> & { nextPeriod: Period };

/** Up to where a pass has come. */
export interface RenewalCursor {
  on: CalendarDate;
  organization: Id<'organization'>;
  service: Id<'service'>;
}

interface Asked {
  now: Date;
  limit: number;
  /** Only those behind it. */
  after?: RenewalCursor | null;
  /** From the other end. */
  backwards?: boolean;
}

/**
 * What is due now: in the service's own zone the day has come. What is held for non-payment is not billed further: it is paid or it ends.
 * What billing held back waits until somebody has looked at it.
 */
function isDue({ now, after, backwards }: Omit<Asked, 'limit'>) {
  // The day it is furthest east comes first, so that the index finds few.
  return sql`s.next_invoice_on <= ${dateIn('Pacific/Kiritimati', now)} and s.next_invoice_on <= (${now}::timestamptz at time zone s.time_zone)::date
    and s.state in ('trialing', 'active', 'past_due') and (s.changing_until is null or s.changing_until <= ${now})
    and not s.held_back and not s.suspended_for @> '{non_payment}'
    and ${after ? sql`(s.next_invoice_on, s.organization_id, s.id) ${backwards ? sql`<` : sql`>`} (${after.on}::date, ${after.organization}::uuid, ${after.service}::uuid)` : sql`true`}`;
}

/**
 * Takes up to `limit` services whose next period must be invoiced, the longest due first and those of an organization together, which may
 * share an invoice and whose rows and index entries lie beside each other; keeps them locked until the transaction ends; those that somebody else holds are passed over. What is returned was looked at under the lock. Call `startPeriods` for those
 * that were invoiced. `last` is where to go on, null when none is left.
 */
export function claimDueServices(tx: Tx, asked: Asked) {
  return find(tx.db, asked, sql`for update of s skip locked`);
}

/** The same to look at, without locks. */
export function findDueServices(db: Db, asked: Asked) {
  return find(db, asked, sql``);
}

/** How many are due. */
export async function countDueServices(db: Db, now: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from services.services s where ${isDue({ now })}`.execute(db);
  return rows[0]!.count;
}

async function find(
  db: Db,
  asked: Asked,
  lock: ReturnType<typeof sql>,
): Promise<{ services: DueService[]; last: RenewalCursor | null }> {
  const found = await select(db, isDue(asked), asked.limit, lock, asked.backwards);
  const isAll = found.length < asked.limit;
  const rows = isAll ? found : wholeClients(found);
  const last = isAll ? null : rows.at(-1)!;
  return {
    // In one order whatever the way, since lines of an invoice follow it.
    services: (asked.backwards ? rows.toReversed() : rows).flatMap(dueOf),
    last: last && {
      on: last.next_invoice_on!,
      organization: last.organization_id as Id<'organization'>,
      service: last.id as Id<'service'>,
    },
  };
}

/** Without the last client's, of whom more may follow; where there is only one, there is nothing to leave out. */
function wholeClients(rows: readonly Row[]): readonly Row[] {
  const next = rows.at(-1)!;
  const whole = rows.filter(
    (row) => row.organization_id !== next.organization_id || row.next_invoice_on !== next.next_invoice_on,
  );
  return whole.length > 0 ? whole : rows;
}

/** A service as it is now, with what is agreed for later. */
export type RunningService = Omit<Service, 'hasUnpaidInvoice'>;

/** Of each of these organizations up to `limit` that have begun and not ended, held or not; the next to be invoiced first. */
export async function findRunningServices(
  db: Db,
  organizations: readonly Id<'organization'>[],
  limit: number,
): Promise<RunningService[]> {
  const running = sql`(s.organization_id, s.id) in (
    select o.id, one.id from unnest(${organizations}::uuid[]) as o (id) cross join lateral (
      select x.id from services.services x where x.organization_id = o.id and x.state not in ('pending', 'ended')
      order by x.next_invoice_on, x.id limit ${limit}) one)`;
  return (await select(db, running, limit * organizations.length, sql``)).map(serviceOf);
}

/** Whether its next period is invoiced by itself once that day comes: the state's part of `isDue`. */
export function isBilled(service: RunningService): service is DueService {
  const { state, suspendedFor, nextPeriod, nextInvoiceOn } = service;
  const runs = state === 'trialing' || state === 'active' || state === 'past_due';
  return runs && !suspendedFor.includes('non_payment') && nextPeriod !== null && nextInvoiceOn !== null;
}

async function select(
  db: Db,
  where: ReturnType<typeof sql>,
  limit: number,
  lock: ReturnType<typeof sql>,
  backwards = false,
): Promise<Row[]> {
  const way = backwards ? sql`desc` : sql`asc`;
  const inOrder = sql`order by s.next_invoice_on ${way}, s.organization_id ${way}, s.id ${way}`;
  // Found before anything is joined, so that they are read off the index in this order and no more than these are sorted.
  const { rows } = await sql<Row>`
    with s as materialized (select s.* from services.services s where ${where} ${inOrder} limit ${limit} ${lock})
    select ${sql.join(columns.map((column) => sql.ref(`s.${column}`)))},
      case when p.id is not null then json_build_object('category', p.tax_category, 'included', p.tax_included) end as product_tax
    from s left join catalog.plans pl on pl.id = s.plan_id left join catalog.products p on p.id = pl.product_id ${inOrder}`.execute(
    db,
  );
  return rows;
}

function dueOf(row: Row): DueService[] {
  const service = serviceOf(row);
  const { nextPeriod } = service;
  return nextPeriod ? [{ ...service, nextPeriod }] : [];
}

/** The service as it is once its next period has been invoiced; null where none follows. */
export function onceInvoiced(service: DueService, { renewalLeadDays }: ServiceRules): DueService | null {
  const { nextPeriod: period } = service;
  const anchorOn = anchorFrom(period.to, service);
  const { cycle } = termsFrom(period.to, service);
  const terms = termsFrom(period.from, service);
  const nextPeriod = anchorOn && !stopsOn(service, period.to) && periodFrom(period.to, cycle, anchorOn);
  return nextPeriod
    ? {
        ...service,
        period,
        nextPeriod,
        nextInvoiceOn: nextInvoiceDay(period, terms, renewalLeadDays),
      }
    : null;
}

/** The service as it is once the end of its term has come and it goes on. */
export function onceTermOver(service: RunningService): RunningService {
  const { cycle, recurring } = termsFrom(service.termEndsOn!, service);
  return { ...service, ...afterTerm({ ...service, cycle, recurring }) };
}

/** The service as it is once the day has come from which other terms hold, with the term of its new plan. */
export function onceChanged(service: RunningService): RunningService {
  const { nextTerms } = service;
  if (!nextTerms) return service;
  const { on: from, ...terms } = nextTerms;
  const anchor = anchorFrom(from, service);
  const after = termAfterChange(service, { ...terms, begins: null, from, last: service.period, anchor });
  const inTerm = {
    term: after && 'term' in after ? after.term : service.term,
    termEndsOn: after?.endsOn ?? service.termEndsOn,
  };
  const { nextPeriod } = service;
  return {
    ...service,
    ...terms,
    ...inTerm,
    anchorOn: anchor,
    billDay: terms.billDay ?? service.billDay,
    nextTerms: null,
    coming: null,
    nextPeriod: nextPeriod && stopsOn(inTerm, nextPeriod.from) ? null : nextPeriod,
  };
}

/** The service as it is once a pause that lay ahead has begun. */
export function oncePaused(service: RunningService): RunningService {
  return { ...service, state: 'paused', nextInvoiceOn: null };
}

/** The service as it is once its pause is over. */
export function oncePauseOver(
  service: RunningService,
  on: CalendarDate,
  { renewalLeadDays }: ServiceRules,
): RunningService {
  const resumed = {
    ...service,
    ...goesOn(service, on, renewalLeadDays),
    state: 'active',
    pause: null,
  } as const;
  const { period, anchorOn } = resumed;
  if (!period || !anchorOn || stopsOn(resumed, period.to))
    return { ...resumed, nextInvoiceOn: null, nextPeriod: null };
  const { cycle } = termsFrom(period.to, resumed);
  return { ...resumed, nextPeriod: periodFrom(period.to, cycle, anchorOn) };
}

/** The service as it is once a period of it is paid. */
export function oncePaid(service: RunningService, through: CalendarDate): RunningService {
  const { paidThrough } = service;
  return paidThrough && paidThrough >= through ? service : { ...service, paidThrough: through };
}

/** The service as it is once it is not held for non-payment any more. `onHold`: what its product says of that time. */
export function onceResumed(
  service: RunningService,
  today: CalendarDate,
  onHold: 'bill' | 'skip',
): RunningService {
  const suspendedFor = service.suspendedFor.filter((reason) => reason !== 'non_payment');
  const anew = timeAfterHold(service, today, onHold);
  if (!anew) return { ...service, suspendedFor };
  const { cycle } = termsFrom(today, service);
  const { term, termEndsOn } = service;
  const anchor = anew.anchorOn;
  const recut = term?.until && termEndsOn ? periodEndFrom(term.until, { from: today, cycle, anchor }) : null;
  return {
    ...service,
    suspendedFor,
    ...anew,
    discounts: prepaidAnew(service, { from: today, cycle, anchor }),
    ...(recut && { termEndsOn: recut }),
    nextPeriod: periodFrom(today, cycle, anchor),
  };
}

/**
 * Notes that these periods were invoiced, of services the transaction has claimed and in the transaction that issues the invoices: none
 * is found again before the period after it is due.
 */
export async function startPeriods(
  tx: Tx,
  services: readonly (Pick<DueService, 'organization' | 'id' | 'nextPeriod'> &
    Partial<Pick<DueService, 'choices' | 'nextTerms' | 'coming' | 'term' | 'termEndsOn'>>)[],
): Promise<void> {
  const { value: rules } = await readSetting(tx.db, serviceRules);
  const next = services.map(({ nextPeriod, choices = null, nextTerms = null, coming = null, ...inTerm }) => {
    const { term = null, termEndsOn = null } = inTerm;
    if (stopsOn({ term, termEndsOn }, nextPeriod.to)) return null;
    const terms = termsFrom(nextPeriod.from, { choices, nextTerms, coming });
    return nextInvoiceDay(nextPeriod, terms, rules.renewalLeadDays);
  });
  await sql`
    update services.services s set period_from = n.starts, period_to = n.ends, next_invoice_on = n.next, version = s.version + 1
    from unnest(${services.map((one) => one.organization)}::uuid[], ${services.map((one) => one.id)}::uuid[],
      ${services.map(({ nextPeriod }) => nextPeriod.from)}::date[], ${services.map(({ nextPeriod }) => nextPeriod.to)}::date[], ${next}::date[])
      as n (organization_id, id, starts, ends, next)
    where s.organization_id = n.organization_id and s.id = n.id`.execute(tx.db);
}

/** Billing holds back the next invoices of services, or lets them go: while held back they are not due. */
export async function holdBilling(
  tx: Tx,
  services: readonly { organization: Id<'organization'>; id: Id<'service'> }[],
  held: boolean,
): Promise<void> {
  await sql`
    update services.services s set held_back = ${held}, version = s.version + 1
    from unnest(${services.map((one) => one.organization)}::uuid[], ${services.map((one) => one.id)}::uuid[]) as n (organization_id, id)
    where s.organization_id = n.organization_id and s.id = n.id`.execute(tx.db);
}
