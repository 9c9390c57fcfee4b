import { defineModule } from '../../kernel/module.ts';
import * as events from './events.ts';
import { changeRoutes } from './change-routes.ts';
import { expireChange, expireChanges, expireOrder, expireOrders } from './jobs.ts';
import { invariants } from './invariants.ts';
import * as messages from './messages.ts';
import * as permissions from './permissions.ts';
import { changeReactions } from './change-reactions.ts';
import { reactions } from './reactions.ts';
import { routes } from './routes.ts';
import { orderRules } from './settings.ts';

export const orders = defineModule({
  name: 'orders',
  migrations: [
    '20261121-1030-orders.sql',
    '20261122-1100-chosen-services.sql',
    '20261122-1130-approvals.sql',
    '20261124-0401-paid-by-a-parent.sql',
    '20261126-0503-changes.sql',
    '20261128-0503-discounts-of-items.sql',
    '20261201-0500-ends-above-a-limit.sql',
  ],
  routes: [...routes, ...changeRoutes],
  permissions: Object.values(permissions),
  events: Object.values(events),
  reactions: [...reactions, ...changeReactions],
  jobs: [expireOrder, expireChange],
  sweeps: [expireOrders, expireChanges],
  messages: Object.values(messages),
  settings: [orderRules],
  invariants,
});
