import { oncePaid, onceResumed } from '../../services/index.ts';
import type { LiveInvoice, LiveService, Play } from './live.ts';
import { isOverdue, tell } from './live.ts';

/** Pays what is left of an invoice, or so much of it; what was held for it runs again once nothing else of it is overdue. */
export function pay(play: Play, invoice: LiveInvoice, amount: bigint): void {
  invoice.open -= amount;
  invoice.partlyPaid = true;
  if (invoice.open > 0n) return;
  play.invoices.delete(invoice);
  for (const { id } of invoice.services) {
    const live = play.services.get(id);
    const through = invoice.parts.get(id)?.through;
    if (live && through) live.service = oncePaid(live.service, through);
    resume(play, live);
  }
}

function resume(play: Play, live: LiveService | undefined): void {
  if (!live || live.ended || !live.service.suspendedFor.includes('non_payment')) return;
  const { id } = live.named;
  const owes = [...play.invoices].some(
    (other) => other.services.some((one) => one.id === id) && isOverdue(play, other),
  );
  if (owes) return;
  const { billsHolds } = play.ground;
  const onHold = billsHolds.has(live.service.planId) ? 'bill' : 'skip';
  live.service = onceResumed(live.service, play.clock.on, onHold);
  tell(play, 'resume', { services: [live.named] });
}

/** Credit pays what is owed by itself, the earliest due first, where the business lets it. */
export function useCredit(play: Play, invoice: LiveInvoice): void {
  const credit = play.credit.get(invoice.currency) ?? 0n;
  if (!play.run.invoicing.creditAutomatically || credit === 0n || invoice.pending) return;
  const amount = credit < invoice.open ? credit : invoice.open;
  play.credit.set(invoice.currency, credit - amount);
  tell(play, 'credit', { invoice, amount });
  pay(play, invoice, amount);
}

/** A service ends: nothing further is invoiced for it, and what is only for time that has not begun is taken back. */
export function end(play: Play, live: LiveService): void {
  live.ended = true;
  for (const invoice of play.invoices) {
    const { alone, parts, partlyPaid, kind, open } = invoice;
    const part = parts.get(live.named.id);
    const begun = part?.from && part.from <= play.clock.on;
    if (!part || begun || invoice.pending || part.amount === 0n) continue;
    if (alone ? partlyPaid : kind !== 'renewal') continue;
    const amount = alone || part.amount > open ? open : part.amount;
    tell(play, alone ? 'void' : 'credit_note', { invoice, services: [live.named], amount });
    if (alone) play.invoices.delete(invoice);
    else pay(play, invoice, amount);
  }
}
