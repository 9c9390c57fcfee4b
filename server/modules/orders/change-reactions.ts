import { on } from '../../kernel/events/reactions.ts';
import type { Tx } from '../../kernel/db/tx.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { invoicePaid, invoiceVoided } from '../billing/events.ts';
import { serviceCanceled, serviceCancelScheduled, serviceChanged } from '../services/index.ts';
import { closeChange, findAndLockChange } from './change.ts';
import type { LockedChange } from './change.ts';
import { complete, giveUpChange } from './commands/carry-out-change.ts';
import { changeCanceled, changeMade } from './events.ts';
import { changeDone, changeGivenUp } from './messages.ts';
import { tellOfChange } from './tell-of-change.ts';

// Facts may arrive in any order and after a change is over: each is noted where it still matters.

export const changeReactions = [
  on(invoicePaid, 'orders.make-paid-change', async (tx, { data }) => {
    if (data.kind !== 'change') return;
    const change = await findAndLockChange(tx, { invoice: data.invoiceId });
    if (change?.state === 'awaiting_payment') await complete(tx, change);
  }),
  on(invoiceVoided, 'orders.give-up-voided-change', async (tx, { data }) => {
    if (data.kind !== 'change') return;
    const change = await findAndLockChange(tx, { invoice: data.invoiceId });
    if (change?.state === 'awaiting_payment') await giveUpChange(tx, change, 'invoice_voided');
  }),
  on(serviceChanged, 'orders.note-scheduled-change', async (tx, { subject }) => {
    const change = await findAndLockChange(tx, { openOf: subject.id });
    if (change?.state !== 'scheduled') return;
    await closeChange(tx, change, { state: 'done' });
    tx.emit(changeMade, { ...about(change), data: { changeId: change.id } });
  }),
  on(serviceCanceled, 'orders.give-up-change-of-ended', (tx, { subject }) => giveUpOpen(tx, subject.id)),
  on(serviceCancelScheduled, 'orders.give-up-change-of-ending', (tx, { subject }) =>
    giveUpOpen(tx, subject.id),
  ),
  on(changeMade, 'orders.tell-of-change', async (tx, { data, organizationId }) => {
    const change = await findAndLockChange(tx, { organization: organizationId!, change: data.changeId });
    if (!change?.terms) return;
    await tellOfChange(tx, change, changeDone, {
      credit: Number(change.credit),
      currency: change.currency,
    });
  }),
  on(changeCanceled, 'orders.tell-of-change-given-up', async (tx, { data, organizationId }) => {
    const { why } = data;
    if (why !== 'expired' && why !== 'declined' && why !== 'not_approved') return;
    const change = await findAndLockChange(tx, { organization: organizationId!, change: data.changeId });
    if (!change) return;
    const { decisionNote: reason, terms } = change;
    await tellOfChange(tx, change, changeGivenUp, { why, ends: terms === null, reason });
  }),
];

async function giveUpOpen(tx: Tx, service: string): Promise<void> {
  const change = await findAndLockChange(tx, { openOf: service });
  if (change) await giveUpChange(tx, change, 'service_ended');
}

function about({ organization, service }: LockedChange) {
  return { organizationId: organization as Id<'organization'>, subject: { kind: 'service', id: service } };
}
