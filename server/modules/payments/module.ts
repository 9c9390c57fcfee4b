import { defineModule } from '../../kernel/module.ts';
import * as events from './events.ts';
import { invariants } from './invariants.ts';
import { jobs, sweeps } from './jobs.ts';
import * as messages from './messages.ts';
import * as permissions from './permissions.ts';
import { reactions } from './reactions.ts';
import { routes } from './routes.ts';
import { automaticPayment, offered } from './settings.ts';

export const payments = defineModule({
  name: 'payments',
  migrations: ['20261121-1020-payments.sql'],
  routes,
  permissions: Object.values(permissions),
  events: Object.values(events),
  reactions,
  jobs,
  sweeps,
  messages: Object.values(messages),
  settings: [offered, automaticPayment],
  invariants,
  personalData: [
    {
      table: 'payments.saved_methods',
      columns: ['token', 'brand', 'last4', 'expires_on'],
      purpose: 'to pay again without asking',
      onErasure: 'delete',
    },
    {
      table: 'payments.transfers',
      columns: ['bank', 'sender', 'proof', 'note'],
      purpose: 'to find a transfer on the bank account',
      onErasure: 'keep for legal retention',
    },
  ],
});
