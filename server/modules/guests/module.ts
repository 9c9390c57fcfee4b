import { defineModule } from '../../kernel/module.ts';
import * as events from './events.ts';
import { invariants } from './invariants.ts';
import * as messages from './messages.ts';
import * as orderMessages from './order-messages.ts';
import { orderReactions } from './order-reactions.ts';
import { reactions } from './reactions.ts';
import { routes } from './routes.ts';
import { guestOrders, guestRules } from './settings.ts';
import { forgetRequests } from './sweeps.ts';

export const guests = defineModule({
  name: 'guests',
  migrations: ['20261124-0520-guests.sql', '20261126-0120-guest-orders.sql'],
  routes,
  events: Object.values(events),
  reactions: [...reactions, ...orderReactions],
  messages: [...Object.values(messages), ...Object.values(orderMessages)],
  sweeps: [forgetRequests],
  settings: [guestRules, guestOrders],
  invariants,
  personalData: [
    {
      table: 'guests.guests',
      columns: ['email', 'name'],
      purpose: 'to answer somebody without an account',
      onErasure: 'anonymize',
    },
    {
      table: 'guests.requests',
      columns: ['address', 'network', 'sealed'],
      purpose: 'to keep a message or order until its address is proven, and to stop floods',
      onErasure: 'delete',
    },
  ],
});
