import type { Membership, Session } from '../../../kernel/auth/actor.ts';
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
import { isOpen, startMilliseconds } from '../domain/asking.ts';
import { mayPayWith, offeredMethods } from '../queries/methods.ts';
import type { OfferedMethod } from '../queries/methods.ts';
import { offered } from '../settings.ts';
import { askGateway, cancelAtGateway } from './ask-gateway.ts';
import { beginAtGateway } from './begin-at-gateway.ts';
import { chargeSaved, findSavedMethod } from './charge-saved.ts';
import type { UsableMethod } from './charge-saved.ts';

export interface Starting {
  organization: Membership;
  session: Session;
  invoice: Id<'invoice'>;
  how: PayBody;
}

/**
 * Begins to pay what is owed on an invoice and returns the attempt, whatever became of it at once. Somebody who asks again for what
 * is waiting already gets the same attempt; another method takes the place of one that was not paid yet. `ctx` sees everything.
 * Errors: `not_found`, `already_paid`, `not_payable`, `payment_pending`, `method_unavailable`, `payment_in_progress`.
 */
export async function startPayment(ctx: Ctx, starting: Starting): Promise<Id<'attempt'>> {
  const { organization, invoice, how } = starting;
  const { payable, open, chosen } = await ctx.read(async (db) => {
    const [found, attempt, way] = await Promise.all([
      findPayable(db, organization.id, invoice),
      findOpen(db, organization.id, invoice),
      choose(ctx, db, organization.id, how),
    ]);
    return { payable: found, open: attempt, chosen: way };
  });
  assertPayable(payable);
  const owed = { amount: payable.balance, currency: payable.currency };
  if (open && isSame(open, starting, owed, ctx.clock.now())) return open.id;
  if (mayPayWith(chosen.method, owed) !== true) throw new Problem(contract.methodUnavailable);
  if (open) await clearTheWay(ctx, open);

  const attempt = await insert(ctx, starting, chosen);
  if (chosen.saved)
    await chargeSaved(ctx, attempt, chosen.saved, describe(starting, payable), starting.session.person);
  else await beginAtGateway(ctx, attempt, { ...starting, description: describe(starting, payable) });
  return attempt.id;
}

/** The attempt that may still take money for an invoice, if there is one. */
export async function findOpen(
  db: Db,
  organization: Id<'organization'>,
  invoice: Id<'invoice'>,
): Promise<Attempt | null> {
  const row = await attemptQuery(db)
    .innerJoin('payments.attempt_invoices as open', (join) =>
      join.onRef('open.organization_id', '=', 'a.organization_id').onRef('open.attempt_id', '=', 'a.id'),
    )
    .where('open.organization_id', '=', organization)
    .where('open.invoice_id', '=', invoice)
    .where('open.open', '=', true)
    .executeTakeFirst();
  return row ? attemptOf(row) : null;
}

export function assertPayable(payable: Payable | null): asserts payable is Payable {
  if (!payable) throw new Problem(notFound);
  if (payable.document !== 'issued') throw new Problem(contract.notPayable);
  if (payable.balance <= 0n) throw new Problem(contract.alreadyPaid);
  if (payable.status === 'pending') throw new Problem(contract.transferPending);
}

type Chosen = OfferedMethod & { saved: UsableMethod | null };

async function choose(ctx: Ctx, db: Db, organization: Id<'organization'>, how: PayBody): Promise<Chosen> {
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

function isSame(open: Attempt, { how }: Starting, owed: Money, now: Date): boolean {
  return (
    'method' in how &&
    open.state.status === 'requires_action' &&
    open.gateway === how.gateway &&
    open.method === how.method &&
    open.save === how.save &&
    open.state.amount === owed.amount &&
    open.next !== null &&
    open.expiresAt > now
  );
}

/** Ends an attempt that nobody has paid, so that there are never two ways to pay one invoice at once. Errors: `payment_in_progress`. */
async function clearTheWay(ctx: Ctx, open: Attempt): Promise<void> {
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

async function insert(
  ctx: Ctx,
  { organization, session, invoice, how }: Starting,
  chosen: Chosen,
): Promise<Attempt> {
  return ctx.transact(async (tx) => {
    const payable = await findPayable(tx.db, organization.id, invoice);
    assertPayable(payable);
    const made: NewAttempt = {
      id: tx.newId(),
      organization: organization.id,
      purpose: 'payment',
      gateway: chosen.gateway.name,
      method: chosen.method.id,
      save: 'save' in how && how.save,
      savedMethod: chosen.saved?.id ?? null,
      amount: payable.balance,
      currency: payable.currency,
      paidWith: chosen.saved?.label ?? chosen.label[session.person.locale],
      expiresAt: new Date(tx.now.getTime() + chosen.method.lifetime.usual * 1000),
      startedBy: session.person.id,
      invoices: [{ invoice, amount: payable.balance }],
    };
    return insertAttempt(tx, made);
  });
}

function describe({ session }: Starting, { number }: Pick<Payable, 'number'>): string {
  const noun = session.person.locale === 'id' ? 'Tagihan' : 'Invoice';
  return number === null ? noun : `${noun} ${number}`;
}
