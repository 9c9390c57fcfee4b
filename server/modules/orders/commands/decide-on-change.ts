import type { Membership } from '../../../kernel/auth/actor.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { readSetting } from '../../../kernel/settings.ts';
import { addDays, dateIn, startOfDay } from '../../../kernel/values/dates.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { wrongState } from '../../../kernel/values/state-machine.ts';
import { lockService } from '../../services/index.ts';
import { lockChange } from '../change.ts';
import type { LockedChange } from '../change.ts';
import { quoteStale } from '../change-contract.ts';
import { beyondYourLimit, ownOrder } from '../contract.ts';
import { isAbove } from '../domain/spending-limit.ts';
import { changeApproved } from '../events.ts';
import { orderRules } from '../settings.ts';
import { carryOut, giveUpChange } from './carry-out-change.ts';

interface Deciding {
  by: Membership;
  person: Id<'person'>;
  change: Id<'change'>;
}

/**
 * Lets a change go on that is above the limit of who asked: it is invoiced as it was shown to them, unless the service became another
 * meanwhile. Needs a transaction that sees everything. Errors: `not_found`, `wrong_state`, `own_order`, `beyond_your_limit`, `quote_stale`.
 */
export async function approveChange(tx: Tx, { by, person, change: id }: Deciding): Promise<void> {
  const change = await lockWaiting(tx, by.id, id, person);
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
  tx.emit(changeApproved, {
    organizationId: by.id,
    subject: { kind: 'service', id: change.service },
    data: { changeId: id, by: person },
  });
  await carryOut(tx, { ...change, expiresAt }, { givenUp: null });
}

/** Errors: `not_found`, `wrong_state`, `own_order`. */
export async function declineChange(tx: Tx, { by, person, change: id }: Deciding): Promise<void> {
  const change = await lockWaiting(tx, by.id, id, person);
  await tx.db
    .updateTable('orders.changes')
    .set({ decided_by: person, decided_at: tx.now })
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
