import { defineModule } from '../../kernel/module.ts';
import * as events from './events.ts';
import { findWaiting, forgetDecisions, giveOutJob, takeBackJob } from './jobs.ts';
import * as messages from './messages.ts';
import * as permissions from './permissions.ts';
import { reactions } from './reactions.ts';
import { routes } from './routes.ts';

export const assignment = defineModule({
  name: 'assignment',
  migrations: ['20261130-0210-assignment.sql', '20261202-0404-tiers.sql'],
  routes,
  permissions: Object.values(permissions),
  events: Object.values(events),
  reactions,
  jobs: [giveOutJob, takeBackJob],
  sweeps: [findWaiting, forgetDecisions],
  messages: Object.values(messages),
});
