import { defineModule } from '../../kernel/module.ts';
import * as events from './events.ts';
import { fireJob, followJob, watch } from './jobs.ts';
import * as messages from './messages.ts';
import * as permissions from './permissions.ts';
import { reactions } from './reactions.ts';
import { routes } from './routes.ts';

export const escalation = defineModule({
  name: 'escalation',
  migrations: ['20261130-0300-escalation.sql', '20261202-0402-offsets-in-hours.sql'],
  routes,
  permissions: Object.values(permissions),
  events: Object.values(events),
  reactions,
  jobs: [fireJob, followJob],
  sweeps: [watch],
  messages: Object.values(messages),
  personalData: [
    {
      table: 'escalation.escalations',
      columns: ['reason'],
      purpose: 'to know why a ticket was raised',
      onErasure: 'anonymize',
    },
    {
      table: 'escalation.steps',
      columns: ['note'],
      purpose: 'to know what became of it',
      onErasure: 'anonymize',
    },
  ],
});
