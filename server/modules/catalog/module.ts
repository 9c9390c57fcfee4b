import { defineModule } from '../../kernel/module.ts';
import * as events from './events.ts';
import { invariants } from './invariants.ts';
import * as permissions from './permissions.ts';
import { routes } from './routes.ts';

export const catalog = defineModule({
  name: 'catalog',
  migrations: [
    '20261121-0950-catalog.sql',
    '20261126-0110-needs-account.sql',
    '20261126-0300-tax-category.sql',
    '20261126-0500-changes.sql',
    '20261127-0800-price-versions.sql',
    '20261128-0300-metered-prices.sql',
    '20261129-0310-introductions.sql',
    '20261130-0500-introductory-steps.sql',
    '20261130-0510-fixed-terms.sql',
    '20261202-0100-bill-days.sql',
    '20261202-0200-pauses.sql',
  ],
  routes,
  permissions: Object.values(permissions),
  events: Object.values(events),
  invariants,
});
