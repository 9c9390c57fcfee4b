import type { Tx } from '../../kernel/db/tx.ts';
import type { Fact } from '../../kernel/events/define.ts';
import { on, onAll } from '../../kernel/events/reactions.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { isOrWasMetered } from '../services/index.ts';
import {
  serviceActivated,
  serviceCancelScheduled,
  serviceCanceled,
  serviceChanged,
  servicePaused,
} from '../services/events.ts';
import { mailBounced } from '../notifications/events.ts';
import { automaticPaymentChosen } from '../payments/events.ts';
import { alarm } from './alarm.ts';
import { billUse } from './commands/bill-use.ts';
import { doubtNotices } from './commands/doubt-notices.ts';
import { contestTellings } from './contest-tellings.ts';
import { grantBeforeOpen } from './commands/grant-paid.ts';
import { giveBackDays } from './commands/give-back-days.ts';
import { notePaidByHand } from './commands/note-paid-by-hand.ts';
import { numberAtLeast } from './commands/number-documents.ts';
import { settlePromises } from './commands/promise-to-pay.ts';
import { voidForEndedService } from './commands/void-for-ended-service.ts';
import { beginDeferrals, resumeDeferrals } from './deferrals.ts';
import {
  creditNoteIssued,
  creditNoteNumbered,
  invoiceCredited,
  invoiceIssued,
  invoiceNumbered,
  invoicePaid,
  invoiceVoided,
  receiptIssued,
  receiptNumbered,
} from './events.ts';
import { tellOfCreditNote } from './credit-tellings.ts';
import { tellOfInvoice, tellOfReceipts, tellOfWithdrawal } from './tellings.ts';

/** What was used up to today is billed by itself. */
async function billUseSoFar(tx: Tx, { organizationId, subject }: Fact): Promise<void> {
  const service = subject.id as Id<'service'>;
  const asked = { organization: organizationId!, service };
  if (await isOrWasMetered(tx.db, asked)) tx.enqueue(billUse, asked, { key: service });
}

const subjectOf = ({ subject }: { subject: { id: string } }) => subject.id;

export const reactions = [
  alarm,
  ...contestTellings,
  onAll(invoiceIssued, 'billing.number-invoice', (tx, facts) => numberAtLeast(tx, 'invoice', facts.length)),
  onAll(receiptIssued, 'billing.number-receipt', (tx, facts) => numberAtLeast(tx, 'receipt', facts.length)),
  on(invoiceNumbered, 'billing.tell-of-invoice', (tx, fact) =>
    tellOfInvoice(tx, { organization: fact.organizationId!, id: fact.data.invoiceId as Id<'invoice'> }),
  ),
  on(invoiceVoided, 'billing.tell-of-withdrawal', (tx, fact) =>
    tellOfWithdrawal(tx, { organization: fact.organizationId!, id: fact.data.invoiceId as Id<'invoice'> }),
  ),
  onAll(creditNoteIssued, 'billing.number-credit-note', (tx, facts) =>
    numberAtLeast(tx, 'credit_note', facts.length),
  ),
  on(creditNoteNumbered, 'billing.tell-of-credit-note', (tx, fact) =>
    tellOfCreditNote(tx, {
      organization: fact.organizationId!,
      id: fact.data.creditNoteId as Id<'credit-note'>,
    }),
  ),
  onAll(receiptNumbered, 'billing.tell-of-receipt', tellOfReceipts),
  on(mailBounced, 'billing.doubt-notices', (tx, { data }) => doubtNotices(tx, data.mailId)),
  on(invoicePaid, 'billing.grant-before-open-invoice', async (tx, { organizationId, data }) => {
    const organization = (data.forOrganization ?? organizationId) as Id<'organization'>;
    if (data.kind === 'renewal') await grantBeforeOpen(tx, organization, data.serviceIds);
  }),
  onAll(invoicePaid, 'billing.keep-promise', (tx, facts) => settlePromises(tx, facts, 'kept')),
  onAll(invoiceVoided, 'billing.forget-promise-of-void-invoice', (tx, facts) =>
    settlePromises(tx, facts, 'withdrawn'),
  ),
  onAll(invoiceCredited, 'billing.forget-promise-of-credited-invoice', (tx, facts) =>
    settlePromises(tx, facts, 'withdrawn'),
  ),
  on(serviceCancelScheduled, 'billing.void-for-scheduled-end', (tx, { organizationId, subject, data }) =>
    voidForEndedService(tx, organizationId!, subject.id as Id<'service'>, data.invoiceIds),
  ),
  on(serviceChanged, 'billing.bill-use-before-change', billUseSoFar),
  on(servicePaused, 'billing.bill-use-before-pause', billUseSoFar),
  on(serviceCanceled, 'billing.void-for-ended-service', async (tx, { organizationId, subject, data }) => {
    const service = subject.id as Id<'service'>;
    await voidForEndedService(tx, organizationId!, service, data.invoiceIds);
    await giveBackDays(tx, { organization: organizationId!, service });
  }),
  on(
    automaticPaymentChosen,
    'billing.note-who-is-paid-by-hand',
    async (tx, { data: { serviceId, isOn } }) => {
      if (serviceId) await notePaidByHand(tx, serviceId as Id<'service'>, !isOn);
    },
  ),
  onAll(serviceActivated, 'billing.begin-deferrals', (tx, facts) => beginDeferrals(tx, facts.map(subjectOf))),
  onAll(serviceCanceled, 'billing.begin-deferrals-of-ended', async (tx, facts) => {
    await beginDeferrals(tx, facts.map(subjectOf));
    // What stood still and was not given back passes from now on.
    await resumeDeferrals(tx, facts.map(subjectOf));
  }),
];
