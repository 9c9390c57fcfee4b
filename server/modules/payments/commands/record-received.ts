import type { Session } from '../../../kernel/auth/actor.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { dateIn, startOfDay } from '../../../kernel/values/dates.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { money } from '../../../kernel/values/money.ts';
import type { Currency } from '../../../kernel/values/money.ts';
import { findPayable } from '../../billing/index.ts';
import { findOrganization } from '../../organizations/index.ts';
import { alreadyPaid, notPayable, paidInFuture } from '../contract.ts';
import { settlePayment } from './settle-payment.ts';

/** Noon of a past day, or now when it is today: what a person knows of money they found on an account. Errors: `paid_in_future`. */
export function dayReceived(now: Date, timeZone: string, day: CalendarDate | undefined): Date {
  const today = dateIn(timeZone, now);
  if (day === undefined || day === today) return now;
  if (day > today)
    throw new Problem(paidInFuture, {
      fields: [{ path: 'receivedOn', code: 'paid_in_future', message: 'not after today' }],
    });
  return new Date(startOfDay(day, timeZone).getTime() + 12 * 3_600_000);
}

/**
 * Staff hold money for an invoice that came by ways this product does not see: in cash, or seen on the bank account. Errors:
 * `not_found`, `not_payable`, `already_paid`, `paid_in_future`.
 */
export async function recordReceived(
  tx: Tx,
  {
    session,
    invoice,
    amount,
    method,
    receivedOn,
    note,
  }: {
    session: Session;
    invoice: Id<'invoice'>;
    amount: bigint;
    method: string;
    receivedOn: CalendarDate | undefined;
    note: string;
  },
): Promise<Id<'payment'>> {
  const organization = await organizationOfInvoice(tx, invoice);
  const [payable, { timeZone }] = await Promise.all([
    findPayable(tx.db, organization, invoice),
    findOrganization(tx.db, organization),
  ]);
  if (payable?.document !== 'issued') throw new Problem(notPayable);
  if (payable.balance === 0n) throw new Problem(alreadyPaid);
  const payment = await settlePayment(tx, {
    organization,
    invoice,
    amount: money(amount, payable.currency),
    cause: { recordedBy: session.person.id },
    method: 'other',
    gateway: 'manual',
    paidWith: method,
    receivedAt: dayReceived(tx.now, timeZone, receivedOn),
    note,
  });
  return payment!;
}

/** Staff hold money that a client adds to its credit, in the client's currency. Errors: `not_found`, `paid_in_future`. */
export async function recordDeposit(
  tx: Tx,
  input: {
    session: Session;
    client: Id<'organization'>;
    amount: bigint;
    method: string;
    receivedOn?: CalendarDate | undefined;
    note: string;
  },
): Promise<Id<'payment'>> {
  const { timeZone, currency } = await findOrganization(tx.db, input.client);
  const payment = await settlePayment(tx, {
    organization: input.client,
    invoice: null,
    amount: money(input.amount, currency as Currency),
    cause: { recordedBy: input.session.person.id },
    method: 'other',
    gateway: 'manual',
    paidWith: input.method,
    receivedAt: dayReceived(tx.now, timeZone, input.receivedOn),
    note: input.note,
  });
  return payment!;
}

/** The organization of an invoice, for staff, who name only the invoice. Errors: `not_found`. */
export async function organizationOfInvoice(tx: Tx, invoice: Id<'invoice'>): Promise<Id<'organization'>> {
  const row = await tx.db
    .selectFrom('billing.invoices')
    .select('organization_id')
    .where('id', '=', invoice)
    .executeTakeFirst();
  if (!row) throw new Problem(notFound);
  return row.organization_id as Id<'organization'>;
}
