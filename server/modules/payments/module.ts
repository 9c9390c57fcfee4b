import { defineModule } from '../../kernel/module.ts';
import * as events from './events.ts';
import { invariants } from './invariants.ts';
import { jobs, sweeps } from './jobs.ts';
import * as messages from './messages.ts';
import * as disputeMessages from './dispute-messages.ts';
import * as refundMessages from './refund-messages.ts';
import * as permissions from './permissions.ts';
import { reactions } from './reactions.ts';
import { routes } from './routes.ts';
import { automaticPayment, disputeRules, offered, refunds } from './settings.ts';

export const payments = defineModule({
  name: 'payments',
  migrations: [
    '20261121-1020-payments.sql',
    '20261122-1200-fewer-indexes.sql',
    '20261127-0411-refunds.sql',
    '20261127-0421-many-invoices.sql',
    '20261127-0430-automatic-payment.sql',
    '20261127-0820-chosen-services-paid-by-hand.sql',
    '20261128-0110-deposits.sql',
    '20261128-0120-gateway-fees.sql',
    '20261128-0202-disputes.sql',
    '20261204-0001-tell-who-is-paid-by-hand.sql',
  ],
  routes,
  permissions: Object.values(permissions),
  events: Object.values(events),
  reactions,
  jobs,
  sweeps,
  messages: [...Object.values(messages), ...Object.values(refundMessages), ...Object.values(disputeMessages)],
  settings: [offered, automaticPayment, refunds, disputeRules],
  invariants,
  personalData: [
    {
      table: 'payments.saved_methods',
      columns: ['token', 'brand', 'last4', 'expires_on'],
      purpose: 'to pay again without asking',
      onErasure: 'delete',
    },
    {
      table: 'payments.refunds',
      columns: ['to_bank', 'to_account', 'to_holder', 'proof_name'],
      purpose: 'to give money back by bank transfer, and to prove it',
      onErasure: 'keep for legal retention',
    },
    {
      table: 'payments.fee_rules',
      columns: ['added_by'],
      purpose: 'to say who set what a gateway keeps',
      onErasure: 'keep for legal retention',
    },
    {
      table: 'payments.disputes',
      columns: ['submitted_by', 'accepted_by'],
      purpose: 'to know who answered a bank',
      onErasure: 'keep for legal retention',
    },
    {
      table: 'payments.transfers',
      columns: ['bank', 'sender', 'proof', 'note'],
      purpose: 'to find a transfer on the bank account',
      onErasure: 'keep for legal retention',
    },
  ],
});
