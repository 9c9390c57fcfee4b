import { on } from '../../kernel/events/reactions.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { serviceCancelScheduled, serviceCanceled } from '../services/events.ts';
import { voidForEndedService } from './commands/void-for-ended-service.ts';
import { invoiceNumbered, invoiceVoided, receiptNumbered } from './events.ts';
import { tellOfInvoice, tellOfReceipt, tellOfWithdrawal } from './tellings.ts';

export const reactions = [
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
