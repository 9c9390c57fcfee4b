import { defineModule } from '../../kernel/module.ts';
import * as events from './events.ts';
import { jobs, sweeps } from './jobs.ts';
import * as permissions from './permissions.ts';
import { reactions } from './reactions.ts';
import { routes } from './routes.ts';
import { watching } from './watching/service.ts';

export const mailroom = defineModule({
  name: 'mailroom',
  migrations: ['20261128-0710-mailroom.sql', '20261201-0400-watching.sql'],
  routes,
  permissions: Object.values(permissions),
  events: Object.values(events),
  reactions,
  jobs,
  sweeps,
  services: [watching],
  personalData: [
    {
      table: 'mailroom.mails',
      columns: ['message_id', 'sender', 'sender_name', 'subject'],
      purpose: 'to find who wrote, and to take each mail once',
      onErasure: 'delete',
    },
    {
      table: 'mailroom.blocked_senders',
      columns: ['sender'],
      purpose: 'to keep out whoever floods us',
      onErasure: 'keep for legal retention',
    },
  ],
});
