import { sql } from 'kysely';
import type { Membership } from '../../kernel/auth/actor.ts';
import { mayAsMember, mayAsStaff } from '../../kernel/auth/actor.ts';
import type { StaffRole } from '../../kernel/auth/roles.ts';
import type { Db } from '../../kernel/db/types.ts';
import { readSetting } from '../../kernel/settings.ts';
import type { CalendarDate } from '../../kernel/values/dates.ts';
import { Problem, notFound } from '../../kernel/values/errors.ts';
import type { Id } from '../../kernel/values/ids.ts';
import type { Ability } from '../../kernel/values/state-machine.ts';
import { findPausePolicy } from '../catalog/index.ts';
import { paidUntil } from './commands/cancel-service.ts';
import type { ClientServiceDetail, ServiceDetail, TimelineItem } from './contract.ts';
import { sayBy, whyNotEarly, whyNotWithTerm } from './domain/fixed-term.ts';
import { serviceAbilities, type ServiceAct } from './domain/service-states.ts';
import { changeServices, manageServices } from './permissions.ts';
import { findService, termsFrom, todayOf, type Service } from './service.ts';
import { serviceRules } from './settings.ts';

/** One service as its organization sees it. Errors: `not_found`. */
export async function showService(
  db: Db,
  membership: Membership,
  service: Id<'service'>,
  now: Date,
): Promise<ServiceDetail> {
  const { id } = membership;
  const [found, more, timeline, rules] = await Promise.all([
    findService(db, id, service),
    findMore(db, id, service),
    findTimeline(db, service, 'members'),
    readSetting(db, serviceRules),
  ]);
  const { who } = await findPausePolicy(db, found.planId);
  const mayAct = mayAsMember(changeServices, membership);
  const able = serviceAbilities('client', found);
  // One way to stop for a while is enough on a page: the one that is not billed.
  const hold: Ability = who === 'clients' ? { no: 'pause_instead' } : able.suspend;
  const allowed = (ability: Ability) => (mayAct ? ability : { no: 'your_role' });
  return {
    ...shared(found, more, now),
    timeline,
    suspensions: more.suspensions.map(({ reason, since }) => ({ reason, since })),
    can: {
      rename: allowed(true),
      suspend: allowed(rules.value.clientsMaySuspend ? hold : { no: 'not_offered' }),
      resume: allowed(able.lift),
      ...ending(found, { now, allowed, staff: false }),
    },
  };
}

/** One service as the staff see it. Errors: `not_found`. */
export async function showClientService(
  db: Db,
  roles: readonly StaffRole[],
  service: Id<'service'>,
  now: Date,
): Promise<ClientServiceDetail> {
  const organization = await organizationOf(db, service);
  const [found, more, timeline] = await Promise.all([
    findService(db, organization.id, service),
    findMore(db, organization.id, service),
    findTimeline(db, service, 'everybody'),
  ]);
  const mayAct = mayAsStaff(manageServices, roles);
  const able = serviceAbilities('staff', found);
  const allowed = (ability: Ability) => (mayAct ? ability : { no: 'your_role' });
  const of = (act: ServiceAct) => allowed(able[act]);
  return {
    ...shared(found, more, now),
    organization,
    planId: found.planId,
    orderId: found.orderId,
    provisioner: found.provisioner,
    cancelNote: more.cancel_note,
    timeline,
    suspensions: more.suspensions,
    can: {
      activate: of('activate'),
      suspend: of('suspend'),
      lift: of('lift'),
      ...ending(found, { now, allowed, staff: true }),
    },
  };
}

/** Errors: `not_found`. */
export async function organizationOf(db: Db, service: Id<'service'>) {
  const found = await db
    .selectFrom('services.services as s')
    .innerJoin('organizations.organizations as o', 'o.id', 's.organization_id')
    .select(['o.id', 'o.name', 'o.slug'])
    .where('s.id', '=', service)
    .executeTakeFirst();
  if (!found) throw new Problem(notFound);
  return { ...found, id: found.id as Id<'organization'> };
}

function ending(
  service: Service,
  { now, allowed, staff }: { now: Date; allowed: (ability: Ability) => Ability; staff: boolean },
) {
  const { cancel, keep, end } = serviceAbilities('client', service);
  const today = todayOf(service, now);
  const paid = paidUntil(service, now);
  const early = (on: CalendarDate) => whyNotEarly(service, { on, today, staff });
  const later = paid && early(paid);
  const atPeriodEnd = later ? { no: later } : paid ? cancel : { no: 'nothing_paid_ahead' };
  // Who waits for the end of the period may still leave at once; what leaving before the end of a term costs is told with a quote.
  const atOnce =
    end !== true && end.no === 'ended' ? end : early(today) === 'in_term' ? { no: 'in_term' } : true;
  const withTerm = whyNotWithTerm(service, today);
  return {
    cancelNow: allowed(atOnce),
    cancelAtPeriodEnd: allowed(cancel === true ? atPeriodEnd : cancel),
    cancelAtTermEnd: allowed(withTerm ? { no: withTerm } : true),
    keep: allowed(service.state !== 'ended' && service.term?.leaves ? true : keep),
  };
}

async function findMore(db: Db, organization: Id<'organization'>, service: Id<'service'>) {
  const row = await db
    .selectFrom('services.services as s')
    .select(['s.facts', 's.dashboard_url', 's.cancel_reason', 's.cancel_note'])
    .select(['s.created_at', 's.activated_at', 's.ended_at'])
    .select(
      sql<ClientServiceDetail['suspensions']>`coalesce((
        select json_agg(json_build_object('reason', h.reason, 'since', h.since, 'note', h.note) order by h.since)
        from services.suspensions h
        where h.organization_id = s.organization_id and h.service_id = s.id and h.lifted_at is null
      ), '[]')`.as('suspensions'),
    )
    .where('s.organization_id', '=', organization)
    .where('s.id', '=', service)
    .executeTakeFirst();
  if (!row) throw new Problem(notFound);
  return row;
}

function shared(service: Service, more: Awaited<ReturnType<typeof findMore>>, now: Date) {
  const today = todayOf(service, now);
  const { id, label, names, state, technicalState, quantity, cycle, choices, version } = service;
  const { period, nextPeriod, paidThrough, nextInvoiceOn, trialEndsOn, cancelOn } = service;
  return {
    id,
    label,
    names,
    state,
    technicalState,
    quantity,
    cycle,
    choices,
    version,
    period,
    paidThrough,
    nextInvoiceOn,
    trialEndsOn,
    cancelOn,
    pause: service.pause && { on: service.pause.on, resumeOn: service.pause.resumeOn },
    nextPrice: nextPeriod && {
      amount: Number(termsFrom(nextPeriod.from, service).recurring),
      currency: service.currency,
    },
    suspendedFor: [...service.suspendedFor],
    price: { amount: Number(service.recurring), currency: service.currency },
    priceVersion: service.priceVersion,
    discounts: service.discounts
      .filter(({ until }) => until === null || until > today)
      .map(({ names, percent, amount, from, until }) => ({
        names,
        percent,
        amount: amount === null ? null : { amount, currency: service.currency },
        from: from ?? null,
        until,
      })),
    term: termShown(service),
    billDay: service.billDay,
    coming: service.coming && {
      on: service.coming.on,
      price: { amount: Number(service.coming.recurring), currency: service.currency },
    },
    facts: more.facts as Record<string, string>,
    dashboardUrl: more.dashboard_url,
    cancelReason: more.cancel_reason as ServiceDetail['cancelReason'],
    createdAt: more.created_at.toISOString(),
    activatedAt: more.activated_at?.toISOString() ?? null,
    endedAt: more.ended_at?.toISOString() ?? null,
  };
}

function termShown(service: Service): ServiceDetail['term'] {
  const { term, termEndsOn } = service;
  if (!term || !termEndsOn) return null;
  const { months, follows, noticeDays, early, leaves } = term;
  return { months, follows, noticeDays, early, leaves, endsOn: termEndsOn, sayBy: sayBy(service) };
}

/** What happened to a service, newest first. The portal's role is shown only the facts meant for its organization. */
async function findTimeline(
  db: Db,
  service: Id<'service'>,
  names: 'members' | 'everybody',
): Promise<TimelineItem[]> {
  const name =
    names === 'everybody'
      ? sql<string | null>`(select p.name from identity.people p where p.id = e.actor_id)`
      : sql<
          string | null
        >`(select m.name from organizations.member_names(e.organization_id) m where m.id = e.actor_id)`;
  const rows = await db
    .selectFrom('kernel.events as e')
    .select(['e.id', 'e.name', 'e.data', 'e.happened_at', name.as('by')])
    .where('e.subject_id', '=', service)
    .where('e.subject_kind', '=', 'service')
    .orderBy('e.happened_at', 'desc')
    .orderBy('e.id', 'desc')
    .limit(50)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    data: row.data as Record<string, unknown>,
    by: row.by,
    happenedAt: row.happened_at.toISOString(),
  }));
}
