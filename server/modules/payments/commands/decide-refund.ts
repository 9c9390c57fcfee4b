import type { Session } from '../../../kernel/auth/actor.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { dateIn } from '../../../kernel/values/dates.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { wrongState } from '../../../kernel/values/state-machine.ts';
import { settleRefund } from '../../billing/index.ts';
import { findOrganization } from '../../organizations/index.ts';
import { paidInFuture } from '../contract.ts';
import { refundStates } from '../domain/refund.ts';
import { refundApproved, refundDone } from '../events.ts';
import { proofMissing, sameHands } from '../refund-contract.ts';
import { lockRefund } from '../refund-row.ts';
import { refundAtGateway } from './send-refund.ts';
import { fact, move, rejectLocked } from './take-refund-news.ts';

interface Decision {
  refund: Id<'refund'>;
  session: Session;
}

/** A second member of staff lets a refund go. Errors: `not_found`, `wrong_state`, `same_hands` for who asked for it. */
export async function approveRefund(tx: Tx, { refund: id, session }: Decision): Promise<void> {
  const refund = await lockRefund(tx, id);
  const next = refund.way === 'gateway' ? 'asked' : 'to_pay';
  refundStates.assertMove(refund.state, next);
  if (refund.askedBy === session.person.id) throw new Problem(sameHands);
  await move(tx, refund, next, { decided_by: session.person.id, decided_at: tx.now });
  tx.emit(refundApproved, fact(refund));
  if (next === 'asked') tx.enqueue(refundAtGateway, { refund: id }, { key: id });
}

/** It does not go, and is the client's credit again. Who asked for it may take it back. Errors: `not_found`, `wrong_state`. */
export async function rejectRefund(
  tx: Tx,
  { refund: id, session, reason }: Decision & { reason: string },
): Promise<void> {
  const refund = await lockRefund(tx, id);
  refundStates.assertMove(refund.state, 'rejected');
  const waits = refund.state === 'to_approve' && refund.askedBy !== session.person.id;
  await rejectLocked(tx, refund, reason, waits ? session.person.id : null);
}

/** It was transferred by hand, as its proof shows. Errors: `not_found`, `wrong_state`, `proof_missing`, `paid_in_future`. */
export async function noteRefundPaid(
  tx: Tx,
  { refund: id, paidOn, reference }: { refund: Id<'refund'>; paidOn: CalendarDate; reference: string },
): Promise<void> {
  const refund = await lockRefund(tx, id);
  if (refund.state !== 'to_pay') throw new Problem(wrongState, { facts: { from: refund.state, to: 'done' } });
  if (!refund.hasProof) throw new Problem(proofMissing);
  const { timeZone } = await findOrganization(tx.db, refund.organization);
  if (paidOn > dateIn(timeZone, tx.now)) throw new Problem(paidInFuture);
  await move(tx, refund, 'done', { paid_on: paidOn, reference });
  await settleRefund(tx, { ...refund, gateway: 'bank' });
  tx.emit(refundDone, fact(refund));
}
