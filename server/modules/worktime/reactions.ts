import type { Id } from '../../kernel/values/ids.ts';
import { on } from '../../kernel/events/reactions.ts';
import { invoiceVoided } from '../billing/events.ts';
import { timeFreed } from './events.ts';

/** What was on an invoice that is taken back can be billed again. */
export const reactions = [
  on(invoiceVoided, 'worktime.free-time', async (tx, { data, organizationId }) => {
    const { numUpdatedRows } = await tx.db
      .updateTable('worktime.entries')
      .set((eb) => ({ invoice_id: null, billed_at: null, version: eb('version', '+', 1) }))
      .where('invoice_id', '=', data.invoiceId)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return;
    tx.emit(timeFreed, {
      organizationId: (data.forOrganization as Id<'organization'> | undefined) ?? organizationId,
      subject: { kind: 'invoice', id: data.invoiceId },
      data: { invoiceId: data.invoiceId, entries: Number(numUpdatedRows) },
    });
  }),
];
