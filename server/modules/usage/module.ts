import { defineModule } from '../../kernel/module.ts';
import * as events from './events.ts';
import { invariants } from './invariants.ts';
import { jobs } from './jobs.ts';
import * as messages from './messages.ts';
import * as permissions from './permissions.ts';
import { routes } from './routes.ts';
import { usageRules } from './settings.ts';

export const usage = defineModule({
  name: 'usage',
  migrations: ['20261128-0320-usage.sql', '20261128-0330-sources.sql'],
  routes,
  permissions: Object.values(permissions),
  events: Object.values(events),
  jobs,
  messages: Object.values(messages),
  settings: [usageRules],
  invariants,
  personalData: [
    {
      table: 'usage.events',
      columns: ['key'],
      purpose: 'to count what was used once, by the name its sender gave it',
      onErasure: 'keep for legal retention',
    },
  ],
});
