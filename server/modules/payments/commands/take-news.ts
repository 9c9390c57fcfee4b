import type { Tx } from '../../../kernel/db/tx.ts';
import { money } from '../../../kernel/values/money.ts';
import { about, noteEvent, writeAttempt } from '../attempt-row.ts';
import type { Attempt, InboxNote } from '../attempt-row.ts';
import { merge } from '../domain/attempt.ts';
import type { AttemptState, MergeOutcome, PaymentStatus } from '../domain/attempt.ts';
import {
  otherMoneyArrived,
  paymentCanceled,
  paymentExpired,
  paymentFailed,
  paymentProcessing,
  paymentUnknown,
} from '../events.ts';
import type { PaymentSnapshot } from '../gateway.ts';
import type { StoredStep } from '../next-step.ts';
import { keepMethod } from './keep-method.ts';
import { keepUnmatched } from './keep-unmatched.ts';
import { settlePayment, takeBackPayment } from './settle-payment.ts';

/** What is known of an attempt from outside. Without a reference it is our own conclusion. */
export type News = Omit<PaymentSnapshot, 'reference'> & { reference: string | null; next?: StoredStep };

export interface Told {
  /** The event that brought the news. */
  note?: InboxNote;
  /** We had asked for it. */
  asked?: boolean;
}

/**
 * Merges news into a locked attempt and does all that follows from it: the one place where an attempt changes, so duplicated, late
 * and reordered news from webhooks, questions and answers come to the same. Needs a transaction that sees everything.
 */
export async function takeNews(tx: Tx, attempt: Attempt, news: News, told: Told = {}): Promise<MergeOutcome> {
  const before = attempt.state;
  const { state, outcome } = merge(before, news);
  const note = told.note && { ...told.note, outcome };
  if (outcome === 'other_attempt' || outcome === 'other_amount' || outcome === 'other_currency') {
    if ((await keepUnmatched(tx, attempt, news)) && attempt.otherMoneyAt === null) {
      attempt.otherMoneyAt = tx.now;
      tx.emit(otherMoneyArrived, { ...subject(attempt), data: about(attempt) });
    }
    if (told.asked) attempt.asked += 1;
    await writeAttempt(tx, attempt, { note, askAgain: attempt.otherMoneyAt === null });
    return outcome;
  }
  const learned = learn(attempt, news);
  if (outcome === 'nothing_new' && !learned && !told.asked) {
    if (note) await noteEvent(tx, note);
    return outcome;
  }
  attempt.state = { ...state, currency: before.currency };
  attempt.asked = state.status === before.status ? attempt.asked + (told.asked ? 1 : 0) : 0;
  // Sent without waiting for each other: the row is locked, and both succeed or neither.
  await Promise.all([
    writeAttempt(tx, attempt, { note, askAgain: true }),
    outcome === 'advanced' && follow(tx, attempt, before, news),
  ]);
  return outcome;
}

/** Takes what is not part of the state; false when all of it was known. */
function learn(attempt: Attempt, news: News): boolean {
  const reference = attempt.reference ?? news.reference;
  const next = news.next ?? attempt.next;
  const paidWith = news.paidWith?.label ?? attempt.paidWith;
  const isNew = reference !== attempt.reference || next !== attempt.next || paidWith !== attempt.paidWith;
  Object.assign(attempt, { reference, next, paidWith });
  return isNew;
}

async function follow(tx: Tx, attempt: Attempt, before: AttemptState, news: News): Promise<void> {
  const { status } = attempt.state;
  if (hasPaid(status) && !hasPaid(before.status)) {
    if (news.saved) await keepMethod(tx, attempt, news.saved);
    await settle(tx, attempt);
  }
  if (status === 'refunded') await takeBack(tx, attempt);
  announce(tx, attempt);
}

function hasPaid(status: PaymentStatus): boolean {
  return status === 'succeeded' || status === 'refunded';
}

async function settle(tx: Tx, { id, organization, state, method, gateway, paidWith, invoices }: Attempt) {
  for (const { invoice, amount } of invoices) {
    await settlePayment(tx, {
      organization,
      invoice,
      amount: money(amount, state.currency),
      cause: { attempt: id },
      method,
      gateway,
      paidWith,
      receivedAt: state.at,
    });
  }
}

async function takeBack(tx: Tx, { id, organization }: Attempt): Promise<void> {
  const rows = await tx.db
    .selectFrom('payments.payments')
    .select('id')
    .where('organization_id', '=', organization)
    .where('attempt_id', '=', id)
    .orderBy('invoice_id')
    .execute();
  for (const row of rows) {
    await takeBackPayment(tx, { organization, payment: row.id as never, why: 'refunded by the gateway' });
  }
}

const announcements = {
  unknown: paymentUnknown,
  processing: paymentProcessing,
  expired: paymentExpired,
  canceled: paymentCanceled,
} as const;

function announce(tx: Tx, attempt: Attempt): void {
  const { status, failure } = attempt.state;
  const fact = subject(attempt);
  if (failure) {
    tx.emit(paymentFailed, {
      ...fact,
      data: { ...about(attempt), class: failure.class, code: failure.code },
    });
  } else if (status in announcements) {
    tx.emit(announcements[status as keyof typeof announcements], { ...fact, data: about(attempt) });
  }
}

function subject({ organization, id }: Attempt) {
  return { organizationId: organization, subject: { kind: 'attempt', id } };
}
