import { defineModule } from '../../kernel/module.ts';
import * as events from './events.ts';
import { sendMail } from './jobs.ts';
import * as permissions from './permissions.ts';
import { routes } from './routes.ts';

export const notifications = defineModule({
  name: 'notifications',
  migrations: ['20261121-0940-notifications.sql'],
  routes,
  permissions: Object.values(permissions),
  events: Object.values(events),
  jobs: [sendMail],
  personalData: [
    {
      table: 'notifications.mails',
      columns: ['recipient', 'recipient_name', 'subject', 'body'],
      purpose: 'to show what was sent to whom',
      onErasure: 'delete',
    },
    { table: 'notifications.notices', columns: ['data'], purpose: 'to show notices', onErasure: 'delete' },
  ],
});
