import type { Tx } from '../../../kernel/db/tx.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { money } from '../../../kernel/values/money.ts';
import { about, whenToAsk, writeAttempt } from '../attempt-row.ts';
import type { Attempt } from '../attempt-row.ts';
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
import { noteEvent } from '../news.ts';
import type { InboxNote, News } from '../news.ts';
import { followWaitingDisputes } from './follow-dispute.ts';
import { settleFee } from './settle-fee.ts';
import { keepMethod } from './keep-method.ts';
import { keepUnmatched } from './keep-unmatched.ts';
import { settlePayment, takeBackPayment } from './settle-payment.ts';

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
    await writeAttempt(tx, attempt, {
      note,
      askAt: attempt.otherMoneyAt === null ? whenToAsk(attempt, tx.now) : null,
    });
    return outcome;
  }
  const { fee } = attempt;
  // News overtake each other, and do not say which fee is the later one: the answer to a question does.
  const isDoubtful = !told.asked && fee !== null && (news.fee ?? fee) !== fee;
  const learned = learn(attempt, isDoubtful ? { ...news, fee } : news);
  if (outcome === 'nothing_new' && !learned && !told.asked && !isDoubtful) {
    if (note) await noteEvent(tx, note);
    return outcome;
  }
  attempt.state = { ...state, currency: before.currency };
  attempt.asked = state.status === before.status ? attempt.asked + (told.asked ? 1 : 0) : 0;
  const askAt = isDoubtful ? tx.now : whenToAsk(attempt, tx.now);
  const isCorrected = attempt.fee !== fee && hasPaid(before.status);
  if (isCorrected) {
    await writeAttempt(tx, attempt, { note, askAt });
    await correctFees(tx, attempt);
    if (outcome === 'advanced') await follow(tx, attempt, before, news);
    return outcome;
  }
  // Sent without waiting for each other: the row is locked, and both succeed or neither.
  await Promise.all([
    writeAttempt(tx, attempt, { note, askAt }),
    outcome === 'advanced' && follow(tx, attempt, before, news),
  ]);
  return outcome;
}

/** Takes what is not part of the state; false when all of it was known. */
function learn(attempt: Attempt, news: News): boolean {
  const reference = attempt.reference ?? news.reference;
  const next = news.next ?? attempt.next;
  const paidWith = news.paidWith?.label ?? attempt.paidWith;
  const authenticated = attempt.authenticated || (news.authenticated ?? false);
  const fee = news.fee ?? attempt.fee;
  const isNew =
    reference !== attempt.reference ||
    next !== attempt.next ||
    paidWith !== attempt.paidWith ||
    authenticated !== attempt.authenticated ||
    fee !== attempt.fee;
  Object.assign(attempt, { reference, next, paidWith, authenticated, fee });
  return isNew;
}

async function follow(tx: Tx, attempt: Attempt, before: AttemptState, news: News): Promise<void> {
  const { status } = attempt.state;
  if (hasPaid(status) && !hasPaid(before.status)) {
    if (news.saved) await keepMethod(tx, attempt, news.saved);
    await settle(tx, attempt);
    if (attempt.isDisputed) await followWaitingDisputes(tx, attempt);
  }
  if (status === 'refunded' && !(await areOurs(tx, attempt))) await takeBack(tx, attempt);
  announce(tx, attempt);
}

export function hasPaid(status: PaymentStatus): boolean {
  return status === 'succeeded' || status === 'refunded';
}

async function settle(
  tx: Tx,
  { id, organization, purpose, state, method, gateway, paidWith, fee, invoices }: Attempt,
) {
  const came = { organization, cause: { attempt: id }, method, gateway, paidWith, fee, receivedAt: state.at };
  const [first, ...others] = invoices;
  if (purpose === 'deposit')
    await settlePayment(tx, { ...came, invoice: null, amount: money(state.amount, state.currency) });
  if (first === undefined) return;
  if (others.length === 0) {
    await settlePayment(tx, { ...came, invoice: first.invoice, amount: money(first.amount, state.currency) });
  } else {
    const all = invoices.map(({ invoice }) => invoice);
    const amount = money(state.amount, state.currency);
    await settlePayment(tx, { ...came, invoice: null, invoices: all, amount });
  }
}

/** The gateway tells later what it kept, or another sum than before. */
async function correctFees(tx: Tx, { id, organization }: Attempt): Promise<void> {
  const rows = await tx.db
    .selectFrom('payments.payments')
    .select('id')
    .where('organization_id', '=', organization)
    .where('attempt_id', '=', id)
    .execute();
  for (const row of rows) await settleFee(tx, { organization, payment: row.id as Id<'payment'> });
}

/** Whether we have given back all of it ourselves: then it came out of the client's credit, and nothing is owed again. */
async function areOurs(tx: Tx, { id, organization, state }: Attempt): Promise<boolean> {
  const { total } = await tx.db
    .selectFrom('payments.refunds')
    .select((eb) => eb.fn.coalesce(eb.fn.sum<string>('amount'), eb.val('0')).as('total'))
    .where('organization_id', '=', organization)
    .where('attempt_id', '=', id)
    .where('way', '=', 'gateway')
    .where('payment_id', 'is not', null)
    .where('state', 'not in', ['failed', 'rejected'])
    .executeTakeFirstOrThrow();
  return BigInt(total) >= state.refunded;
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
    await takeBackPayment(tx, {
      organization,
      payment: row.id as Id<'payment'>,
      why: 'refunded by the gateway',
    });
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
