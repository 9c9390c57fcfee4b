import { defineModule } from '../../kernel/module.ts';
import * as events from './events.ts';
import { expireOrder, expireOrders } from './jobs.ts';
import { invariants } from './invariants.ts';
import * as messages from './messages.ts';
import * as permissions from './permissions.ts';
import { reactions } from './reactions.ts';
import { routes } from './routes.ts';
import { orderRules } from './settings.ts';

export const orders = defineModule({
  name: 'orders',
  migrations: ['20261121-1030-orders.sql'],
  routes,
  permissions: Object.values(permissions),
  events: Object.values(events),
  reactions,
  jobs: [expireOrder],
  sweeps: [expireOrders],
  messages: Object.values(messages),
  settings: [orderRules],
  invariants,
});
