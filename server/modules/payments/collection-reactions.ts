import { on } from '../../kernel/events/reactions.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { paymentRetryDue } from '../billing/index.ts';
import { chargeAutomatically } from './commands/charge-automatically.ts';
import { wantsToBeCharged } from './charge-reactions.ts';

export const collectionReactions = [
  /** A timeline asks for another try. Whether one may be made now, and with what, the charge itself decides. */
  on(paymentRetryDue, 'payments.look-at-charge-for-collection', async (tx, { organizationId, data }) => {
    if (data.kind !== 'renewal' || !(await wantsToBeCharged(tx, organizationId!))) return;
    const invoice = data.invoiceId as Id<'invoice'>;
    tx.enqueue(chargeAutomatically, { organization: organizationId!, invoice }, { key: invoice });
  }),
];
