import { defineModule } from '../../kernel/module.ts';
import * as events from './events.ts';
import { invariants } from './invariants.ts';
import { followOffer, followOffers } from './jobs.ts';
import * as messages from './messages.ts';
import * as permissions from './permissions.ts';
import { routes } from './routes.ts';
import { offerRules } from './settings.ts';

export const offers = defineModule({
  name: 'offers',
  migrations: [
    '20261127-0710-offers.sql',
    '20261128-0501-offers-by-client.sql',
    '20261128-0504-offer-links.sql',
  ],
  routes,
  permissions: Object.values(permissions),
  events: Object.values(events),
  jobs: [followOffer],
  sweeps: [followOffers],
  messages: Object.values(messages),
  settings: [offerRules],
  invariants,
  personalData: [
    {
      table: 'offers.offers',
      columns: ['prospect', 'signature'],
      purpose: 'to know to whom something was offered, and who accepted it',
      onErasure: 'anonymize',
    },
  ],
});
