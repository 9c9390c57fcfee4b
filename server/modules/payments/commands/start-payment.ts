import type { Ctx } from '../../../kernel/context.ts';
import type { Db } from '../../../kernel/db/types.ts';
import { readSetting } from '../../../kernel/settings.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { Money } from '../../../kernel/values/money.ts';
import { findPayable } from '../../billing/index.ts';
import type { Payable } from '../../billing/index.ts';
import { attemptOf, attemptQuery, insertAttempt } from '../attempt-row.ts';
import type { Attempt, NewAttempt } from '../attempt-row.ts';
import * as contract from '../contract.ts';
import type { PayBody } from '../contract.ts';
import { mixedCurrencies, moreThanOwed } from '../many-contract.ts';
import { isOpen, startMilliseconds } from '../domain/asking.ts';
import { spread } from '../domain/spread.ts';
import { mayPayWith, offeredMethods } from '../queries/methods.ts';
import type { OfferedMethod } from '../queries/methods.ts';
import { offered } from '../settings.ts';
import { askGateway, cancelAtGateway } from './ask-gateway.ts';
import { beginAtGateway } from './begin-at-gateway.ts';
import type { AtGateway } from './begin-at-gateway.ts';
import { chargeSaved, findSavedMethod } from './charge-saved.ts';
import type { UsableMethod } from './charge-saved.ts';

export interface Starting extends AtGateway {
  organization: Id<'organization'>;
  payer: AtGateway['payer'] & { id: Id<'person'> };
  /** In one currency. */
  invoices: readonly Id<'invoice'>[];
  how: PayBody;
  /** At most what is owed on all of them, in minor units; the oldest are paid first. All of it where nothing is said. */
  amount?: bigint;
}

/**
 * Begins to pay what is owed on one or many invoices, as one payment, and returns the attempt, whatever became of it at once. Somebody who asks again for what
 * is waiting already gets the same attempt; another method takes the place of one that was not paid yet. `ctx` sees everything.
 * Errors: `not_found`, `already_paid`, `not_payable`, `payment_pending`, `method_unavailable`, `payment_in_progress`.
 */
export async function startPayment(ctx: Ctx, starting: Starting): Promise<Id<'attempt'>> {
  const { organization, invoices, how } = starting;
  const { asked, open, chosen } = await ctx.read(async (db) => {
    // What is not theirs is nothing, whatever it was to be paid with.
    const sum = await whatToPay(db, starting);
    const [attempts, way] = await Promise.all([
      findOpen(db, organization, invoices),
      chooseWay(ctx, db, organization, how),
    ]);
    return { asked: sum, open: attempts, chosen: way };
  });
  const [same, ...others] = open;
  if (same && others.length === 0 && isSame(same, starting, asked, ctx.clock.now())) return same.id;
  if (mayPayWith(chosen.method, asked.sum) !== true) throw new Problem(contract.methodUnavailable);
  for (const one of open) await clearTheWay(ctx, one);

  const attempt = await insert(ctx, starting, chosen);
  if (chosen.saved) await chargeSaved(ctx, attempt, chosen.saved, describe(starting, asked), starting.payer);
  else await beginAtGateway(ctx, attempt, { ...starting, description: describe(starting, asked) });
  return attempt.id;
}

interface Asked {
  sum: Money;
  parts: { invoice: Id<'invoice'>; amount: bigint }[];
  /** Of the only invoice; null where there are many, or it has none yet. */
  number: string | null;
}

/** What is owed and asked for, the oldest first. Errors: why one of them is not payable; `mixed_currencies`, `more_than_owed`. */
async function whatToPay(db: Db, { organization, invoices, amount }: Starting): Promise<Asked> {
  const payables = await Promise.all(
    invoices.map(async (invoice) => {
      const payable = await findPayable(db, organization, invoice);
      assertPayable(payable);
      return { ...payable, invoice };
    }),
  );
  const { currency, number } = payables[0]!;
  if (payables.some((one) => one.currency !== currency)) throw new Problem(mixedCurrencies);
  const owed = payables.reduce((sum, { balance }) => sum + balance, 0n);
  if (amount !== undefined && amount > owed) throw new Problem(moreThanOwed);
  const sum = { amount: amount ?? owed, currency };
  return { sum, parts: spread(payables, sum.amount), number: payables.length === 1 ? number : null };
}

/** The attempts that may still take money for one of these invoices. */
async function findOpen(
  db: Db,
  organization: Id<'organization'>,
  invoices: readonly Id<'invoice'>[],
): Promise<Attempt[]> {
  const rows = await attemptQuery(db)
    .where('a.organization_id', '=', organization)
    .where('a.id', 'in', (eb) =>
      eb
        .selectFrom('payments.attempt_invoices')
        .select('attempt_id')
        .where('organization_id', '=', organization)
        .where('invoice_id', 'in', [...invoices])
        .where('open', '=', true),
    )
    .execute();
  return rows.map(attemptOf);
}

export function assertPayable(payable: Payable | null): asserts payable is Payable {
  if (!payable) throw new Problem(notFound);
  if (payable.document !== 'issued') throw new Problem(contract.notPayable);
  if (payable.balance <= 0n) throw new Problem(contract.alreadyPaid);
  if (payable.status === 'pending') throw new Problem(contract.transferPending);
}

type Chosen = OfferedMethod & { saved: UsableMethod | null };

/** What a payer chose of what is offered. Errors: `method_unavailable`. */
export async function chooseWay(
  ctx: Ctx,
  db: Db,
  organization: Id<'organization'>,
  how: PayBody,
): Promise<Chosen> {
  const { value } = await readSetting(db, offered);
  const methods = offeredMethods(ctx.ports, value);
  const saved = 'savedMethod' in how ? await findSavedMethod(ctx, db, organization, how.savedMethod) : null;
  const found = methods.find(({ gateway, method }) =>
    'savedMethod' in how
      ? gateway.name === saved?.gateway && method.kind === saved.kind && gateway.chargeSaved
      : gateway.name === how.gateway && method.id === how.method && (method.canSave || !how.save),
  );
  if (!found) throw new Problem(contract.methodUnavailable);
  return { ...found, saved };
}

function isSame(open: Attempt, { how }: Starting, { sum, parts }: Asked, now: Date): boolean {
  const same = parts.every(({ invoice, amount }) =>
    open.invoices.some((one) => one.invoice === invoice && one.amount === amount),
  );
  return same && isWaitingFor(open, how, sum, now);
}

/** Whether an attempt waits for its payer and is what is asked for again. */
export function isWaitingFor(open: Attempt, how: PayBody, sum: Money, now: Date): boolean {
  return (
    'method' in how &&
    open.state.status === 'requires_action' &&
    open.gateway === how.gateway &&
    open.method === how.method &&
    open.save === how.save &&
    open.state.amount === sum.amount &&
    open.state.currency === sum.currency &&
    open.next !== null &&
    open.expiresAt > now
  );
}

/** Ends an attempt that nobody has paid, so that there are never two ways to pay one invoice at once. Errors: `payment_in_progress`. */
export async function clearTheWay(ctx: Ctx, open: Attempt): Promise<void> {
  const key = { organization: open.organization, attempt: open.id };
  const isStarting =
    open.state.status === 'created' &&
    ctx.clock.now().getTime() - open.startedAt.getTime() < startMilliseconds;
  let now = open;
  if (!isStarting && open.state.status !== 'requires_action') now = await askGateway(ctx, key);
  if (now.state.status === 'requires_action') now = await cancelAtGateway(ctx, now);
  if (isOpen(now.state.status)) {
    throw new Problem(contract.paymentInProgress, { facts: { status: now.state.status } });
  }
}

async function insert(ctx: Ctx, starting: Starting, chosen: Chosen): Promise<Attempt> {
  const { organization, payer, how } = starting;
  return ctx.transact(async (tx) => {
    const { sum, parts } = await whatToPay(tx.db, starting);
    const made: NewAttempt = {
      id: tx.newId(),
      organization,
      purpose: 'payment',
      gateway: chosen.gateway.name,
      method: chosen.method.id,
      save: 'save' in how && how.save,
      savedMethod: chosen.saved?.id ?? null,
      amount: sum.amount,
      currency: sum.currency,
      paidWith: chosen.saved?.label ?? chosen.label[payer.locale],
      expiresAt: new Date(tx.now.getTime() + chosen.method.lifetime.usual * 1000),
      startedBy: payer.id,
      invoices: parts,
    };
    return insertAttempt(tx, made);
  });
}

function describe({ payer }: Starting, { number, parts }: Asked): string {
  const isIndonesian = payer.locale === 'id';
  if (parts.length > 1) return isIndonesian ? `${parts.length} tagihan` : `${parts.length} invoices`;
  const noun = isIndonesian ? 'Tagihan' : 'Invoice';
  return number === null ? noun : `${noun} ${number}`;
}

/** Where members of an organization see what became of a try to pay. */
export const pageOfAttempt =
  ({ slug }: { slug: string }) =>
  (attempt: string): string =>
    `/o/${slug}/invoices/payments/${attempt}`;
