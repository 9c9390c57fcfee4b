import { defineModule } from '../../kernel/module.ts';
import * as events from './events.ts';
import { invariants } from './invariants.ts';
import { jobs, sweeps } from './jobs.ts';
import * as messages from './messages.ts';
import * as permissions from './permissions.ts';
import { reactions } from './reactions.ts';
import { routes } from './routes.ts';
import { dunning, invoicing, seller } from './settings.ts';

export const billing = defineModule({
  name: 'billing',
  migrations: ['20261121-1010-billing.sql'],
  routes,
  permissions: Object.values(permissions),
  events: Object.values(events),
  reactions,
  jobs,
  sweeps,
  messages: Object.values(messages),
  settings: [seller, invoicing, dunning],
  invariants,
  personalData: [
    {
      table: 'billing.invoices',
      columns: ['seller', 'buyer'],
      purpose: 'to say who owes whom, as the law asks of invoices',
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
