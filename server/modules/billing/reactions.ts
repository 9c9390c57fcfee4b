import { on } from '../../kernel/events/reactions.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { serviceCancelScheduled, serviceCanceled } from '../services/events.ts';
import { numberDocuments } from './commands/number-documents.ts';
import { voidForEndedService } from './commands/void-for-ended-service.ts';
import { invoiceIssued, invoiceNumbered, invoiceVoided, receiptIssued, receiptNumbered } from './events.ts';
import { tellOfInvoice, tellOfReceipt, tellOfWithdrawal } from './tellings.ts';

// A job that waits already is enough: it looks later than this, and what is to be numbered is there since before the fact was told.
export const reactions = [
  on(invoiceIssued, 'billing.number-invoice', async (tx) => {
    tx.enqueue(numberDocuments, { kind: 'invoice' as const }, { key: 'invoice' });
  }),
  on(receiptIssued, 'billing.number-receipt', async (tx) => {
    tx.enqueue(numberDocuments, { kind: 'receipt' as const }, { key: 'receipt' });
  }),
  on(invoiceNumbered, 'billing.tell-of-invoice', (tx, fact) =>
    tellOfInvoice(tx, { organization: fact.organizationId!, id: fact.data.invoiceId as Id<'invoice'> }),
  ),
  on(invoiceVoided, 'billing.tell-of-withdrawal', (tx, fact) =>
    tellOfWithdrawal(tx, { organization: fact.organizationId!, id: fact.data.invoiceId as Id<'invoice'> }),
  ),
  on(receiptNumbered, 'billing.tell-of-receipt', (tx, fact) =>
    tellOfReceipt(tx, fact.organizationId!, fact.data.receiptId as Id<'receipt'>),
  ),
  on(serviceCancelScheduled, 'billing.void-for-scheduled-end', (tx, { organizationId, subject, data }) =>
    voidForEndedService(tx, organizationId!, subject.id as Id<'service'>, data.invoiceIds),
  ),
  on(serviceCanceled, 'billing.void-for-ended-service', (tx, { organizationId, subject, data }) =>
    voidForEndedService(tx, organizationId!, subject.id as Id<'service'>, data.invoiceIds),
  ),
];
