import { defineModule } from '../../kernel/module.ts';
import * as events from './events.ts';
import { findSilentTickets, forgetRuns, runRulesJob } from './jobs.ts';
import * as messages from './messages.ts';
import * as permissions from './permissions.ts';
import { reactions } from './reactions.ts';
import { routes } from './routes.ts';

export const automation = defineModule({
  name: 'automation',
  migrations: ['20261129-0400-replies-and-macros.sql', '20261129-0410-rules.sql'],
  routes,
  permissions: Object.values(permissions),
  events: Object.values(events),
  reactions,
  jobs: [runRulesJob],
  sweeps: [findSilentTickets, forgetRuns],
  messages: Object.values(messages),
});
