import { sql } from 'kysely';
import type { Tx } from '../../kernel/db/tx.ts';
import type { Db } from '../../kernel/db/types.ts';
import { Problem, assert, notFound } from '../../kernel/values/errors.ts';
import type { Id } from '../../kernel/values/ids.ts';
import type { Currency } from '../../kernel/values/money.ts';
import { paymentInProgress } from './contract.ts';
import type { AttemptState, DeclineClass, PaymentStatus } from './domain/attempt.ts';
import { isOpen, nextAsk } from './domain/asking.ts';
import { paymentStarted } from './events.ts';
import type { InboxNote } from './news.ts';
import { noteInsert } from './news.ts';
import type { StoredStep } from './next-step.ts';

/** One try to pay. Amounts are minor units of `state.currency`. */
export interface Attempt {
  id: Id<'attempt'>;
  organization: Id<'organization'>;
  /** `automatic`: charged for a renewal without the payer. `save_method`: takes no money. `deposit`: is for no invoice. */
  purpose: 'payment' | 'automatic' | 'save_method' | 'deposit';
  gateway: string;
  method: string;
  save: boolean;
  savedMethod: Id<'saved-method'> | null;
  state: AttemptState & { currency: Currency };
  reference: string | null;
  next: StoredStep | null;
  paidWith: string;
  /** The payer confirmed it at the bank (3-D Secure). */
  authenticated: boolean;
  /** What the gateway has told to keep of it; null while it has not. */
  fee: bigint | null;
  otherMoneyAt: Date | null;
  expiresAt: Date;
  startedBy: Id<'person'> | null;
  startedAt: Date;
  asked: number;
  invoices: { invoice: Id<'invoice'>; amount: bigint }[];
  /** A bank has told of a dispute before the money was heard of. */
  isDisputed: boolean;
}

export function attemptQuery(db: Db) {
  return db
    .selectFrom('payments.attempts as a')
    .selectAll('a')
    .select(
      sql<{ invoice: Id<'invoice'>; amount: string }[]>`coalesce((
        select json_agg(json_build_object('invoice', i.invoice_id, 'amount', i.amount::text) order by i.invoice_id)
        from payments.attempt_invoices i where i.organization_id = a.organization_id and i.attempt_id = a.id), '[]')`.as(
        'invoices',
      ),
    )
    .select(
      sql<boolean>`exists (select from payments.disputes d where d.organization_id = a.organization_id
        and d.attempt_id = a.id and d.payment_id is null)`.as('is_disputed'),
    );
}

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof attemptQuery>['executeTakeFirst']>>>;

export function attemptOf(row: Row): Attempt {
  const failure =
    row.failure_class === null
      ? {}
      : {
          failure: {
            class: row.failure_class as DeclineClass,
            code: row.failure_code!,
            message: row.failure_message!,
          },
        };
  return {
    id: row.id as Id<'attempt'>,
    organization: row.organization_id as Id<'organization'>,
    purpose: row.purpose as Attempt['purpose'],
    gateway: row.gateway,
    method: row.method,
    save: row.save,
    savedMethod: row.saved_method_id as Id<'saved-method'> | null,
    state: {
      attemptId: row.id,
      amount: row.amount,
      currency: row.currency as Currency,
      status: row.status as PaymentStatus,
      at: row.status_at,
      refunded: row.refunded,
      ...failure,
    },
    reference: row.gateway_reference,
    next: row.next as StoredStep | null,
    paidWith: row.paid_with,
    authenticated: row.authenticated,
    fee: row.fee,
    otherMoneyAt: row.other_money_at,
    expiresAt: row.expires_at,
    startedBy: row.started_by as Id<'person'> | null,
    startedAt: row.started_at,
    asked: row.asked,
    invoices: row.invoices.map(({ invoice, amount }) => ({ invoice, amount: BigInt(amount) })),
    isDisputed: row.is_disputed,
  };
}

/** Errors: `not_found`. */
export async function findAttempt(
  db: Db,
  organization: Id<'organization'>,
  attempt: Id<'attempt'>,
): Promise<Attempt> {
  const row = await attemptQuery(db)
    .where('a.organization_id', '=', organization)
    .where('a.id', '=', attempt)
    .executeTakeFirst();
  if (!row) throw new Problem(notFound);
  return attemptOf(row);
}

/** Takes the attempt's row: news of it is merged one after the other. Take it before invoices. Errors: `not_found`. */
export async function lockAttempt(
  tx: Tx,
  organization: Id<'organization'>,
  attempt: Id<'attempt'>,
): Promise<Attempt> {
  const row = await attemptQuery(tx.db)
    .where('a.organization_id', '=', organization)
    .where('a.id', '=', attempt)
    .forUpdate('a')
    .executeTakeFirst();
  if (!row) throw new Problem(notFound);
  return attemptOf(row);
}

/** The organization of an attempt, for staff, who name only the attempt. Errors: `not_found`. */
export async function organizationOf(db: Db, attempt: Id<'attempt'>): Promise<Id<'organization'>> {
  const row = await db
    .selectFrom('payments.attempts')
    .select('organization_id')
    .where('id', '=', attempt)
    .executeTakeFirst();
  if (!row) throw new Problem(notFound);
  return row.organization_id as Id<'organization'>;
}

export type NewAttempt = Omit<
  Attempt,
  | 'reference'
  | 'next'
  | 'fee'
  | 'otherMoneyAt'
  | 'startedAt'
  | 'asked'
  | 'state'
  | 'isDisputed'
  | 'authenticated'
> & {
  amount: bigint;
  currency: Currency;
};

/** Errors: `payment_in_progress` when one of the invoices, or a deposit, has an attempt that may still take money. */
export async function insertAttempt(tx: Tx, made: NewAttempt): Promise<Attempt> {
  const { id, organization, purpose, expiresAt, invoices } = made;
  const kept = await tx.db
    .insertInto('payments.attempts')
    .values({
      organization_id: organization,
      id,
      purpose,
      gateway: made.gateway,
      method: made.method,
      currency: made.currency,
      amount: made.amount,
      save: made.save,
      saved_method_id: made.savedMethod,
      status: 'created',
      status_at: tx.now,
      paid_with: made.paidWith,
      expires_at: expiresAt,
      started_by: made.startedBy,
      started_at: tx.now,
      ask_at: nextAsk({ status: 'created', statusAt: tx.now, expiresAt, asked: 0 }, tx.now),
    })
    // Only that a deposit is waiting stands in its way.
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!kept) throw new Problem(paymentInProgress);
  if (invoices.length > 0) {
    const added = await tx.db
      .insertInto('payments.attempt_invoices')
      .values(
        invoices.map(({ invoice, amount }) => ({
          organization_id: organization,
          attempt_id: id,
          invoice_id: invoice,
          amount,
          open: true,
          automatic: purpose === 'automatic',
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .returning('invoice_id')
      .execute();
    if (added.length < invoices.length) throw new Problem(paymentInProgress);
  }
  tx.emit(paymentStarted, {
    organizationId: organization,
    subject: { kind: 'attempt', id },
    data: {
      ...about(made),
      gateway: made.gateway,
      method: made.method,
      amount: Number(made.amount),
      currency: made.currency,
    },
  });
  const { amount, currency, ...same } = made;
  const state = { attemptId: id, amount, currency, status: 'created', at: tx.now, refunded: 0n } as const;
  return {
    ...same,
    state,
    reference: null,
    next: null,
    fee: null,
    otherMoneyAt: null,
    startedAt: tx.now,
    asked: 0,
    isDisputed: false,
    authenticated: false,
  };
}

/** What facts about an attempt carry. */
export function about({ id, purpose, invoices }: Pick<Attempt, 'id' | 'purpose' | 'invoices'>) {
  return {
    attemptId: id,
    invoiceIds: invoices.map(({ invoice }) => invoice),
    automatic: purpose === 'automatic',
  };
}

/** When to ask the gateway about it by ourselves, as it is now. */
export function whenToAsk({ state, expiresAt, asked }: Attempt, now: Date): Date | null {
  return nextAsk({ status: state.status, statusAt: state.at, expiresAt, asked }, now);
}

/**
 * Writes a locked attempt as it is now, with the note of the event that changed it, in one statement. `asked` counts the question
 * that brought the news, if one did.
 */
export async function writeAttempt(
  tx: Tx,
  attempt: Attempt,
  more: { note?: (InboxNote & { outcome: string }) | undefined; askAt: Date | null },
): Promise<void> {
  const { state } = attempt;
  const open = isOpen(state.status);
  const noted = more.note ? sql`, noted as (${noteInsert(tx, more.note)})` : sql``;
  const { rows } = await sql<{ id: string }>`
    with written as (
      update payments.attempts set status = ${state.status}, status_at = ${state.at}, refunded = ${state.refunded},
        failure_class = ${state.failure?.class ?? null}, failure_code = ${state.failure?.code ?? null},
        failure_message = ${state.failure?.message ?? null}, gateway_reference = ${attempt.reference},
        next = ${attempt.next === null ? null : JSON.stringify(attempt.next)}::jsonb, paid_with = ${attempt.paidWith},
        authenticated = ${attempt.authenticated}, fee = ${attempt.fee},
        other_money_at = ${attempt.otherMoneyAt}, ask_at = ${more.askAt}, asked = ${attempt.asked}
      where organization_id = ${attempt.organization} and id = ${attempt.id} returning id
    ), closed as (
      update payments.attempt_invoices set open = ${open}
      where organization_id = ${attempt.organization} and attempt_id = ${attempt.id} and open <> ${open}
    )${noted}
    select id from written`.execute(tx.db);
  assert(rows.length === 1, 'a locked attempt is there');
}
