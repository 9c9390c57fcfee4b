import type { Membership } from '../../../kernel/auth/actor.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { readSetting } from '../../../kernel/settings.ts';
import { addDays, dateIn, startOfDay } from '../../../kernel/values/dates.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { wrongState } from '../../../kernel/values/state-machine.ts';
import { lockService } from '../../services/index.ts';
import { lockChange } from '../change.ts';
import type { LockedChange } from '../change.ts';
import { quoteStale } from '../change-contract.ts';
import { openQuote } from '../change-quote.ts';
import { beyondYourLimit, ownOrder } from '../contract.ts';
import { isAbove } from '../domain/spending-limit.ts';
import { changeApproved } from '../events.ts';
import { endApproved } from '../messages.ts';
import { linesOut } from '../preview-change.ts';
import { orderRules } from '../settings.ts';
import { tellOfChange } from '../tell-of-change.ts';
import { asQuoted } from './as-quoted.ts';
import { carryOut, giveUpChange } from './carry-out-change.ts';

interface Deciding {
  by: Membership;
  person: Id<'person'>;
  change: Id<'change'>;
}

interface Approving extends Deciding {
  /** Of an end: what was shown that it comes to now. */
  quote?: string | undefined;
}

/**
 * Lets a change go on that is above the limit of who asked: it is invoiced as it was shown to them, unless the service became another
 * meanwhile. What an end costs moves with the days, so it is approved by a quote of its own. Needs a transaction that sees everything.
 * Errors: `not_found`, `wrong_state`, `own_order`, `beyond_your_limit`, `quote_stale`.
 */
export async function approveChange(tx: Tx, { by, person, change: id, quote }: Approving): Promise<void> {
  const change = await lockWaiting(tx, by.id, id, person);
  if (!change.terms) return approveEnd(tx, change, { by, person, quote });
  if (isAbove(by.limit, { amount: change.total, currency: change.currency }))
    throw new Problem(beyondYourLimit);
  const service = await lockService(tx, by.id, change.service);
  if (service.version !== change.serviceVersion) {
    throw new Problem(quoteStale, { facts: { why: 'service_changed' } });
  }
  const { value: rules } = await readSetting(tx.db, orderRules);
  const payBy = addDays(dateIn(service.timeZone, tx.now), rules.changeUnpaidDays);
  const expiresAt = startOfDay(addDays(payBy, 1), service.timeZone);
  await tx.db
    .updateTable('orders.changes')
    .set({ decided_by: person, decided_at: tx.now, expires_at: expiresAt })
    .where('organization_id', '=', by.id)
    .where('id', '=', id)
    .execute();
  emitApproved(tx, change, person);
  await carryOut(tx, { ...change, expiresAt }, { givenUp: null });
}

/** It ends now, for exactly what the quote of who decides showed. */
async function approveEnd(
  tx: Tx,
  change: LockedChange,
  { by, person, quote }: Pick<Approving, 'by' | 'person' | 'quote'>,
): Promise<void> {
  const key = { organization: change.organization, service: change.service };
  const quoted = quote === undefined ? null : openQuote(tx.vault, key, quote);
  if (quote !== undefined && quoted?.asked.what !== 'end') throw new Problem(notFound);
  const priced = await asQuoted(tx, key, quoted, { limit: by.limit, actor: 'client' });
  if (isAbove(by.limit, { amount: priced.total, currency: change.currency }))
    throw new Problem(beyondYourLimit);
  const { effectiveOn, total, credit } = priced;
  await tx.db
    .updateTable('orders.changes')
    .set({ decided_by: person, decided_at: tx.now, effective_on: effectiveOn, total, credit })
    .set({ lines: JSON.stringify(linesOut(priced)), service_version: priced.service.version })
    .where('organization_id', '=', change.organization)
    .where('id', '=', change.id)
    .execute();
  emitApproved(tx, change, person);
  await carryOut(
    tx,
    { ...change, effectiveOn, total, credit },
    { ...priced, ending: change.ending ?? undefined },
  );
  const { currency } = change;
  await tellOfChange(tx, change, endApproved, { total: Number(total), credit: Number(credit), currency });
}

function emitApproved(tx: Tx, change: LockedChange, person: Id<'person'>): void {
  tx.emit(changeApproved, {
    organizationId: change.organization,
    subject: { kind: 'service', id: change.service },
    data: { changeId: change.id, by: person },
  });
}

/** The reason is for who asked. Errors: `not_found`, `wrong_state`, `own_order`. */
export async function declineChange(
  tx: Tx,
  { by, person, change: id, reason }: Deciding & { reason: string },
): Promise<void> {
  const change = await lockWaiting(tx, by.id, id, person);
  await tx.db
    .updateTable('orders.changes')
    .set({ decided_by: person, decided_at: tx.now, decision_note: reason })
    .where('organization_id', '=', by.id)
    .where('id', '=', id)
    .execute();
  await giveUpChange(tx, change, 'declined');
}

async function lockWaiting(
  tx: Tx,
  organization: Id<'organization'>,
  id: Id<'change'>,
  person: Id<'person'>,
): Promise<LockedChange> {
  const change = await lockChange(tx, organization, id);
  if (change.state !== 'awaiting_approval') throw new Problem(wrongState);
  if (change.askedBy === person) throw new Problem(ownOrder);
  return change;
}
