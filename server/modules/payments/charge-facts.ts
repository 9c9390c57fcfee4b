import { sql } from 'kysely';
import type { Db } from '../../kernel/db/types.ts';
import { readSetting } from '../../kernel/settings.ts';
import type { CalendarDate } from '../../kernel/values/dates.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { findPayable, servicesOn } from '../billing/index.ts';
import type { Payable } from '../billing/index.ts';
import { findOrganization } from '../organizations/index.ts';
import type { ChargeKey, WhyNotCharged } from './charge-row.ts';
import type { DeclineClass, PaymentStatus } from './domain/attempt.ts';
import { neverReached } from './domain/decline.ts';
import type { Chargeable, ChargeFacts, Tried } from './domain/charging.ts';
import type { MethodKind } from './gateway.ts';
import { automaticPayment } from './settings.ts';

/** A method in turn. */
export interface Card extends Chargeable {
  id: Id<'saved-method'>;
  gateway: string;
  kind: MethodKind;
  /** 'Visa •••• 4242' */
  label: string;
}

/** A charge without the payer that has ended without money, or may still take some. */
interface Try {
  id: Id<'attempt'>;
  automatic: boolean;
  status: PaymentStatus;
  tried: Tried | null;
}

export interface Ground {
  payable: Payable | null;
  payer: Awaited<ReturnType<typeof findOrganization>>;
  /** Why nothing is charged whatever the methods, or null. */
  hindrance: WhyNotCharged | null;
  facts: Omit<ChargeFacts, 'now' | 'methods'> & { methods: Card[] };
  /** Oldest first. */
  tries: Try[];
  open: Try | null;
}

/** Everything that decides when and with what an invoice is charged by itself. Needs a `db` that sees everything. */
export async function readGround(db: Db, key: ChargeKey, now: Date): Promise<Ground> {
  const { organization, invoice } = key;
  const [payable, payer, { value: set }, tries, hindered] = await Promise.all([
    findPayable(db, organization, invoice),
    findOrganization(db, organization),
    readSetting(db, automaticPayment),
    findTries(db, key),
    findHindrance(db, key),
  ]);
  const since = new Date(now.getTime() - set.most.days * 24 * 3_600_000);
  const methods = (await findMethods(db, [organization], since)).get(organization) ?? [];
  const tried = tries.flatMap((one) => (one.automatic && one.tried ? [one.tried] : []));
  return {
    payable,
    payer,
    hindrance: payable?.isDisputed ? 'disputed' : set.renewals ? hindered : 'turned_off',
    facts: { zone: payer.timeZone, rules: set, methods, tried },
    tries,
    open: tries.find(({ status, tried: ended }) => ended === null && mayTake.includes(status)) ?? null,
  };
}

const mayTake: readonly PaymentStatus[] = [
  'created',
  'unknown',
  'requires_action',
  'processing',
  'authorized',
];

async function findTries(db: Db, { organization, invoice }: ChargeKey): Promise<Try[]> {
  const rows = await db
    .selectFrom('payments.attempt_invoices as i')
    .innerJoin('payments.attempts as a', (join) =>
      join.onRef('a.organization_id', '=', 'i.organization_id').onRef('a.id', '=', 'i.attempt_id'),
    )
    .select([
      'a.id',
      'a.purpose',
      'a.status',
      'a.status_at',
      'a.saved_method_id',
      'a.failure_class',
      'a.failure_code',
    ])
    .where('i.organization_id', '=', organization)
    .where('i.invoice_id', '=', invoice)
    .orderBy('a.id')
    .execute();
  return rows.map((row) => ({
    id: row.id as Id<'attempt'>,
    automatic: row.purpose === 'automatic',
    status: row.status as PaymentStatus,
    tried:
      row.failure_class === null
        ? null
        : {
            method: row.saved_method_id ?? '',
            at: row.status_at,
            class: row.failure_class as DeclineClass,
            code: row.failure_code!,
          },
  }));
}

/** Of each client up to 20 in turn, the default one first. Without a default nothing is charged: a person chooses it. */
export async function findMethods(
  db: Db,
  organizations: readonly Id<'organization'>[],
  since: Date,
): Promise<Map<Id<'organization'>, Card[]>> {
  const { rows } = await sql<{
    organization: Id<'organization'>;
    id: Id<'saved-method'>;
    gateway: string;
    kind: MethodKind;
    label: string;
    lastDay: CalendarDate | null;
    refusedAt: Date | null;
    renewedAt: Date | null;
    declines: { at: string; code: string }[];
  }>`
    select m.organization_id as organization, m.id, m.gateway, m.kind, m.brand || ' •••• ' || m.last4 as label, m.expires_on as "lastDay",
      m.refused_at as "refusedAt", m.renewed_at as "renewedAt", coalesce((
        select json_agg(json_build_object('at', a.status_at, 'code', a.failure_code) order by a.status_at)
        from payments.attempts a where a.organization_id = m.organization_id and a.saved_method_id = m.id
          and a.status = 'failed' and a.status_at > ${since}), '[]') as declines
    from unnest(${organizations}::uuid[]) as client (id) cross join lateral (
      select * from payments.saved_methods x
      where x.organization_id = client.id and x.turn is not null and x.removed_at is null and exists (
        select from payments.saved_methods d
        where d.organization_id = client.id and d.turn is not null and d.removed_at is null and d.is_default)
      order by x.is_default desc, x.turn, x.id limit 20) m
    order by m.organization_id, m.is_default desc, m.turn, m.id`.execute(db);
  const found = new Map<Id<'organization'>, Card[]>();
  for (const { organization, declines, refusedAt, ...card } of rows) {
    const declinedAt = declines.filter(({ code }) => !neverReached(code)).map(({ at }) => new Date(at));
    const cards = found.get(organization) ?? [];
    found.set(organization, [...cards, { ...card, isRefused: refusedAt !== null, declinedAt }]);
  }
  return found;
}

/** Payers who pay by hand, and invoices of which every service is held for the debt or has ended. */
async function findHindrance(db: Db, { organization, invoice }: ChargeKey): Promise<WhyNotCharged | null> {
  const { rows } = await sql<{ byHand: boolean; suspended: boolean }>`
    with lines as (${servicesOn(sql`${organization}`, sql`${invoice}`)})
    select exists (select from payments.paid_by_hand where organization_id = ${organization})
        or exists (select from payments.services_paid_by_hand h join lines l on l.service_id = h.service_id
          where h.organization_id = ${organization}) as "byHand",
      (select coalesce(bool_and(s.state = 'ended' or 'non_payment' = any (s.suspended_for)), false)
        from services.services s join lines l on l.for_organization_id = s.organization_id and l.service_id = s.id) as suspended`.execute(
    db,
  );
  const { byHand, suspended } = rows[0]!;
  if (byHand) return 'by_hand';
  return suspended ? 'suspended' : null;
}
