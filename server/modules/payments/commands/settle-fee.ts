import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/tx.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import { assert } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { Money } from '../../../kernel/values/money.ts';
import { bookGatewayFee } from '../../billing/index.ts';
import { feeGivenBack, feeOf } from '../domain/fee.ts';
import type { FeeRule } from '../domain/fee.ts';

interface Known {
  gateway: string;
  method: string;
  currency: string;
  amount: bigint;
  /** What the gateway has told. */
  told: bigint | null;
  share: number | null;
  fixed: bigint | null;
  given_back: boolean | null;
  /** What went back through the gateway. */
  refunded: string;
  kept: string;
  back: string;
  moves: number;
  on: CalendarDate;
}

/**
 * Brings what is booked as the fee of a payment to what follows from what is known: what the gateway told, else the rule that held when the
 * money came; less what comes back with refunds where the rule says so. Books only the difference, so it may be asked at any time. What the
 * gateway took back by itself leaves the fee as it is. Takes the payment's row.
 */
export async function settleFee(
  tx: Tx,
  { organization, payment }: { organization: Id<'organization'>; payment: Id<'payment'> },
): Promise<void> {
  await lockPayment(tx, { organization, payment });
  const known = await readKnown(tx, organization, payment);
  const byRule = known.share === null ? 0n : feeOf({ share: known.share, fixed: known.fixed! }, known.amount);
  const fee = known.told ?? byRule;
  const back = known.given_back ? feeGivenBack(fee, known.amount, BigInt(known.refunded)) : 0n;
  const more = fee - BigInt(known.kept);
  const returned = back - BigInt(known.back);
  const first = known.told === null ? 'estimated' : 'told';
  let position = known.moves;
  const move = async (amount: bigint, why: 'estimated' | 'told' | 'corrected' | 'given_back') => {
    if (amount === 0n) return;
    position += 1;
    await tx.db
      .insertInto('payments.fees')
      .values({
        organization_id: organization,
        payment_id: payment,
        position,
        why,
        gateway: known.gateway,
        method: known.method,
        currency: known.currency,
        amount,
        booked_on: known.on,
        booked_at: tx.now,
      })
      .execute();
    const booked = why === 'estimated' || why === 'told' ? 'charged' : why;
    await bookGatewayFee(tx, { organization, payment, gateway: known.gateway, amount, why: booked });
  };
  await move(more, known.moves === 0 ? first : 'corrected');
  await move(-returned, 'given_back');
}

/** Takes a payment's row, which comes before its receipt and the ledger. */
export async function lockPayment(
  tx: Tx,
  { organization, payment }: { organization: Id<'organization'>; payment: Id<'payment'> },
): Promise<void> {
  await sql`select from payments.payments where organization_id = ${organization} and id = ${payment} for update`.execute(
    tx.db,
  );
}

async function readKnown(tx: Tx, organization: Id<'organization'>, payment: Id<'payment'>): Promise<Known> {
  const { rows } = await sql<Known>`
    select p.gateway, p.method, p.currency, p.amount, a.fee as told, r.share, r.fixed, r.given_back, m.kept, m.back, m.moves,
      (${tx.now}::timestamptz at time zone o.time_zone)::date as "on",
      (select coalesce(sum(f.amount), 0)::text from payments.refunds f
        where f.organization_id = p.organization_id and f.payment_id = p.id and f.way = 'gateway' and f.state = 'done') as refunded
    from payments.payments p
    join organizations.organizations o on o.id = p.organization_id
    left join payments.attempts a on a.organization_id = p.organization_id and a.id = p.attempt_id
    left join payments.fee_rules r on r.id = p.fee_rule_id
    cross join lateral (
      select coalesce(sum(amount) filter (where why <> 'given_back'), 0)::text as kept,
        coalesce(-sum(amount) filter (where why = 'given_back'), 0)::text as back, count(*)::integer as moves
      from payments.fees f where f.organization_id = p.organization_id and f.payment_id = p.id) m
    where p.organization_id = ${organization} and p.id = ${payment}`.execute(tx.db);
  const known = rows[0];
  assert(known, 'a payment whose fee is settled is there');
  return known;
}

interface Came {
  organization: Id<'organization'>;
  payment: Id<'payment'>;
  gateway: string;
  method: string;
  amount: Money;
  /** What the gateway has told with it. */
  told: bigint | null;
  rule: Pick<FeeRule, 'share' | 'fixed'> | null;
}

/** The same for a payment that has just come, of which all is known. */
export async function bookFirstFee(
  tx: Tx,
  { organization, payment, gateway, method, amount: { amount, currency }, told, rule }: Came,
): Promise<void> {
  const fee = told ?? (rule ? feeOf(rule, amount) : 0n);
  if (fee === 0n) return;
  await tx.db
    .insertInto('payments.fees')
    .values({
      organization_id: organization,
      payment_id: payment,
      position: 1,
      why: told === null ? 'estimated' : 'told',
      gateway,
      method,
      currency,
      amount: fee,
      booked_on: sql<CalendarDate>`(select (${tx.now}::timestamptz at time zone o.time_zone)::date
        from organizations.organizations o where o.id = ${organization})`,
      booked_at: tx.now,
    })
    .execute();
  await bookGatewayFee(tx, { organization, payment, gateway, amount: fee, why: 'charged' });
}

/** The rule for money that comes by a way, on the day it came in the client's zone: that of the method before that for all. */
export const feeRuleFor = (came: {
  organization: Id<'organization'>;
  gateway: string;
  method: string;
  currency: string;
  receivedAt: Date;
}) => sql<string | null>`(
  select r.id from payments.fee_rules r join organizations.organizations o on o.id = ${came.organization}
  where r.gateway = ${came.gateway} and r.currency = ${came.currency} and (r.method = ${came.method} or r.method is null)
    and r.valid_from <= (${came.receivedAt}::timestamptz at time zone o.time_zone)::date
  order by r.method nulls last, r.valid_from desc limit 1)`;
