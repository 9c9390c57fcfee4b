import { z } from 'zod';
import type { Ctx } from '../../../kernel/context.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { id } from '../../../kernel/http/shapes.ts';
import { defineJob } from '../../../kernel/jobs/define.ts';
import { readSetting } from '../../../kernel/settings.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { Payable } from '../../billing/index.ts';
import { findAttempt, insertAttempt } from '../attempt-row.ts';
import type { Attempt } from '../attempt-row.ts';
import { readGround } from '../charge-facts.ts';
import type { Card, Ground } from '../charge-facts.ts';
import { lockCharge, writeCharge } from '../charge-row.ts';
import type { Charge, ChargeKey, Kept } from '../charge-row.ts';
import { tellOfFailedCharge } from '../charge-tellings.ts';
import { paymentInProgress } from '../contract.ts';
import { nextCharge } from '../domain/charging.ts';
import { chargePlanned, chargeStopped } from '../events.ts';
import { mayPayWith, offeredMethods } from '../queries/methods.ts';
import { offered } from '../settings.ts';
import { chargeSaved, findSavedMethod } from './charge-saved.ts';
import type { UsableMethod } from './charge-saved.ts';

/** A charge without the payer is answered at once; what is not is asked about. */
const openMilliseconds = 24 * 3_600_000;
/** When to look again at what somebody else pays: its end is told, so this is for what was not. */
const lookAgainMilliseconds = 12 * 3_600_000;

/**
 * Looks at an invoice that is to be paid without asking: charges the next method in turn when it is due, or says when it is going to be
 * or why not, and tells of what failed. It depends on what it reads under the plan's lock, so it may run late, twice or for an invoice
 * that was paid meanwhile. A run that died between storing and charging is taken up again with the same attempt, so the gateway
 * charges once; while an outcome is unknown nothing else is charged.
 */
export const chargeAutomatically = defineJob({
  name: 'payments.charge-automatically',
  input: z.object({ organization: id('organization'), invoice: id('invoice') }),
  async run(ctx, key) {
    await chargeInvoice(ctx, key, false);
  },
});

/** True when something was charged, whatever became of it. `isAsked`: a person wants it now. Needs a `ctx` that sees everything. */
export async function chargeInvoice(ctx: Ctx, key: ChargeKey, isAsked: boolean): Promise<boolean> {
  const prepared = await ctx
    .transact((tx) => prepare(ctx, tx, key, isAsked))
    .catch((error: unknown) => {
      if (error instanceof Problem && error.kind === paymentInProgress) return null;
      throw error;
    });
  if (!prepared) return false;
  const { attempt, method, payer, description } = prepared;
  await chargeSaved(ctx, attempt, method, description, payer);
  return true;
}

interface Prepared {
  attempt: Attempt;
  method: UsableMethod;
  payer: { name: string; email: string };
  description: string;
}

/** Null when there is nothing to charge now; what is to be instead is written down. */
async function prepare(ctx: Ctx, tx: Tx, key: ChargeKey, isAsked: boolean): Promise<Prepared | null> {
  const kept = await lockCharge(tx, key);
  const { toldOf } = kept;
  const ground = await readGround(tx.db, key, tx.now);
  const { payable, open } = ground;
  if (open) {
    await writeCharge(tx, key, { state: 'underway', lookAt: soon(tx) }, toldOf);
    return open.automatic && open.status === 'created' ? begunEarlier(ctx, tx, key, ground) : null;
  }
  const usable = isOwed(payable) ? await findUsable(ctx, tx, ground, payable) : [];
  const charge = decide(tx, ground, usable, isAsked);
  if ('card' in charge) {
    const attempt = await begin(tx, key, charge.card, payable!);
    await writeCharge(tx, key, { state: 'underway', lookAt: soon(tx) }, toldOf);
    return forMethod(ctx, tx, attempt, ground);
  }
  const failed = ground.tries.findLast(({ automatic, tried }) => automatic && tried !== null) ?? null;
  const isNews = failed !== null && failed.id !== toldOf;
  await writeCharge(tx, key, charge, failed?.id ?? toldOf);
  announce(tx, key, kept, charge);
  if (isNews && (charge.state === 'planned' || charge.state === 'stopped')) {
    const next = charge.state === 'planned' ? { at: charge.at, with: labelOf(ground, charge.method) } : null;
    await tellOfFailedCharge(tx, key, {
      attempt: failed.id,
      payable: payable!,
      zone: ground.facts.zone,
      next,
    });
  }
  return null;
}

const soon = (tx: Tx) => new Date(tx.now.getTime() + lookAgainMilliseconds);

function isOwed(payable: Payable | null): payable is Payable {
  return payable !== null && payable.balance > 0n && ['due', 'overdue', 'pending'].includes(payable.status);
}

type Due = (Card & { method: string })[];

/** What is to be charged now, or what is to be written down instead. */
function decide(tx: Tx, ground: Ground, usable: Due, isAsked: boolean): { card: Due[number] } | Charge {
  const { payable, hindrance, facts } = ground;
  if (!isOwed(payable)) return { state: 'over' };
  if (payable.status === 'pending') return { state: 'underway', lookAt: soon(tx) };
  if (hindrance && !(isAsked && hindrance === 'suspended')) return { state: 'stopped', why: hindrance };
  const next = nextCharge({ ...facts, methods: usable, now: tx.now, isAsked });
  if ('stopped' in next) return { state: 'stopped', why: next.stopped };
  const card = usable.find((one) => one.id === next.method)!;
  return next.at <= tx.now ? { card } : { state: 'planned', at: next.at, method: card.id };
}

/** The methods in turn whose gateway is offered and takes such a sum. */
async function findUsable(ctx: Ctx, tx: Tx, { facts }: Ground, payable: Payable): Promise<Due> {
  const { value } = await readSetting(tx.db, offered);
  const ways = offeredMethods(ctx.ports, value).filter(({ gateway }) => gateway.chargeSaved);
  const owed = { amount: payable.balance, currency: payable.currency };
  return facts.methods.flatMap((card) => {
    const way = ways.find(
      ({ gateway, method }) => gateway.name === card.gateway && method.kind === card.kind,
    );
    return way && mayPayWith(way.method, owed) === true ? [{ ...card, method: way.method.id }] : [];
  });
}

function begin(
  tx: Tx,
  { organization, invoice }: ChargeKey,
  card: Due[number],
  payable: Payable,
): Promise<Attempt> {
  const { balance: amount, currency } = payable;
  return insertAttempt(tx, {
    id: tx.newId(),
    organization,
    purpose: 'automatic',
    gateway: card.gateway,
    method: card.method,
    save: false,
    savedMethod: card.id,
    amount,
    currency,
    paidWith: card.label,
    expiresAt: new Date(tx.now.getTime() + openMilliseconds),
    startedBy: null,
    invoices: [{ invoice, amount }],
  });
}

async function begunEarlier(ctx: Ctx, tx: Tx, key: ChargeKey, ground: Ground): Promise<Prepared | null> {
  return forMethod(ctx, tx, await findAttempt(tx.db, key.organization, ground.open!.id), ground);
}

async function forMethod(
  ctx: Ctx,
  tx: Tx,
  attempt: Attempt,
  { payer, payable }: Ground,
): Promise<Prepared | null> {
  const method = await findSavedMethod(ctx, tx.db, attempt.organization, attempt.savedMethod!);
  if (!method) return null;
  const description = `${payer.locale === 'id' ? 'Tagihan' : 'Invoice'} ${payable!.number ?? ''}`.trim();
  return { attempt, method, payer: { name: payer.name, email: payer.billingEmail }, description };
}

function labelOf({ facts }: Ground, method: Id<'saved-method'>): string {
  return facts.methods.find((card) => card.id === method)!.label;
}

/** What is new in the plan. */
function announce(tx: Tx, { organization, invoice }: ChargeKey, kept: Kept, charge: Charge): void {
  const fact = { organizationId: organization, subject: { kind: 'invoice', id: invoice } };
  if (charge.state === 'planned' && kept.at?.getTime() !== charge.at.getTime()) {
    const data = { invoiceId: invoice, methodId: charge.method, at: charge.at.toISOString() };
    tx.emit(chargePlanned, { ...fact, data });
  } else if (charge.state === 'stopped' && kept.why !== charge.why) {
    tx.emit(chargeStopped, { ...fact, data: { invoiceId: invoice, why: charge.why } });
  }
}
