import { defineModule } from '../../kernel/module.ts';
import * as events from './events.ts';
import { invariants } from './invariants.ts';
import { jobs, sweeps } from './jobs.ts';
import * as alarmMessages from './alarm-messages.ts';
import * as contestMessages from './contest-messages.ts';
import * as creditMessages from './credit-messages.ts';
import { creditTerms } from './credit-settings.ts';
import * as messages from './messages.ts';
import * as taxMessages from './tax-messages.ts';
import * as permissions from './permissions.ts';
import { reactions } from './reactions.ts';
import { routes } from './routes.ts';
import { revenueTerms } from './revenue-settings.ts';
import { runBounds } from './run-settings.ts';
import { contestLimits, invoicing, lateFees, promiseLimits, seller, workingDays } from './settings.ts';
import { taxTerms } from './tax-settings.ts';

export const billing = defineModule({
  name: 'billing',
  migrations: [
    '20261121-1010-billing.sql',
    '20261122-1100-chosen-services.sql',
    '20261124-0400-paid-by-a-parent.sql',
    '20261124-0402-above-for-any-role.sql',
    '20261126-0302-taxes.sql',
    '20261126-0304-one-tax-becomes-rules.sql',
    '20261126-0306-withholding.sql',
    '20261126-0400-credit-notes.sql',
    '20261126-0410-refunds.sql',
    '20261126-0502-change-invoices.sql',
    '20261126-0620-withholding-in-the-ledger.sql',
    '20261127-0420-write-off.sql',
    '20261127-0600-dunning-timelines.sql',
    '20261127-0610-promises.sql',
    '20261127-0620-late-fees.sql',
    '20261127-0701-line-discounts.sql',
    '20261127-0900-billing-runs.sql',
    '20261127-0910-held-back.sql',
    '20261128-0100-credit-lots.sql',
    '20261128-0120-gateway-fees.sql',
    '20261128-0201-disputed-money.sql',
    '20261128-0800-invoices-written-last.sql',
    '20261129-0301-deferred-revenue.sql',
    '20261129-0330-contests.sql',
    '20261202-0220-paused-deferrals.sql',
    '20261204-0000-renewals-together.sql',
  ],
  routes,
  permissions: Object.values(permissions),
  events: Object.values(events),
  reactions,
  jobs,
  sweeps,
  messages: [
    ...Object.values(messages),
    ...Object.values(creditMessages),
    ...Object.values(contestMessages),
    ...Object.values(taxMessages),
    ...Object.values(alarmMessages),
  ],
  settings: [
    seller,
    invoicing,
    creditTerms,
    workingDays,
    promiseLimits,
    contestLimits,
    lateFees,
    taxTerms,
    runBounds,
    revenueTerms,
  ],
  invariants,
  personalData: [
    {
      table: 'billing.credit_lots',
      columns: ['given_by'],
      purpose: 'to say who gave a client credit',
      onErasure: 'keep for legal retention',
    },
    {
      table: 'billing.invoices',
      columns: ['seller', 'buyer'],
      purpose: 'to say who owes whom, as the law asks of invoices',
      onErasure: 'keep for legal retention',
    },
    {
      table: 'billing.tax_profiles',
      columns: ['legal', 'reference'],
      purpose: 'to say on invoices who buys, as the tax law asks',
      onErasure: 'keep for legal retention',
    },
    {
      table: 'billing.withholdings',
      columns: ['declared_by', 'decided_by', 'slip_number', 'slip_file_name'],
      purpose: 'to prove tax that was withheld',
      onErasure: 'keep for legal retention',
    },
    {
      table: 'billing.promises',
      columns: ['made_by'],
      purpose: 'to know who promised to pay',
      onErasure: 'keep for legal retention',
    },
    {
      table: 'billing.contests',
      columns: ['opened_by', 'message', 'answer', 'decided_by'],
      purpose: 'to know what was said against an invoice, and what was answered',
      onErasure: 'keep for legal retention',
    },
    {
      table: 'billing.held_back',
      columns: ['approved_by'],
      purpose: 'to say who let an unusual invoice go',
      onErasure: 'keep for legal retention',
    },
    {
      table: 'billing.runs',
      columns: ['started_by'],
      purpose: 'to say who looked at what would be billed',
      onErasure: 'keep for legal retention',
    },
    {
      table: 'billing.receipts',
      columns: ['seller', 'payer'],
      purpose: 'to prove who paid whom',
      onErasure: 'keep for legal retention',
    },
  ],
});
