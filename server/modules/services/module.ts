import { defineModule } from '../../kernel/module.ts';
import * as events from './events.ts';
import { invariants } from './invariants.ts';
import { jobs, sweeps } from './jobs.ts';
import * as messages from './messages.ts';
import * as termMessages from './term-messages.ts';
import * as pauseMessages from './pause-messages.ts';
import * as permissions from './permissions.ts';
import { reactions } from './reactions.ts';
import { routes } from './routes.ts';
import { serviceRules } from './settings.ts';

export const services = defineModule({
  name: 'services',
  migrations: [
    '20261121-1000-services.sql',
    '20261122-1100-chosen-services.sql',
    '20261122-1800-services-at-a-glance.sql',
    '20261126-0501-changed-terms.sql',
    '20261127-0700-discounts.sql',
    '20261127-0801-prices-of-services.sql',
    '20261127-0905-not-billed.sql',
    '20261128-0310-metered-terms.sql',
    '20261130-0520-terms-of-services.sql',
    '20261202-0110-bill-days-of-services.sql',
    '20261202-0210-pauses.sql',
    '20261203-0100-renewals-by-organization.sql',
    '20261204-0010-nobody-asks-by-order.sql',
  ],
  routes,
  permissions: Object.values(permissions),
  events: Object.values(events),
  reactions,
  jobs,
  sweeps,
  messages: [...messages.all, ...Object.values(termMessages), ...Object.values(pauseMessages)],
  settings: [serviceRules],
  invariants,
  personalData: [
    {
      table: 'services.services',
      columns: ['label', 'cancel_note'],
      purpose: 'to know a service by the name its owner gave it, and why it was left',
      onErasure: 'keep for legal retention',
    },
  ],
});
