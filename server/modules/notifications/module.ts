import { defineModule } from '../../kernel/module.ts';
import * as events from './events.ts';
import { sendMail, sendText } from './jobs.ts';
import * as permissions from './permissions.ts';
import { routes } from './routes.ts';
import { enclosedSetting, replySetting } from './settings.ts';

export const notifications = defineModule({
  name: 'notifications',
  migrations: [
    '20261121-0940-notifications.sql',
    '20261122-1200-fewer-indexes.sql',
    '20261124-0740-texts.sql',
    '20261128-0700-threads.sql',
    '20261129-0331-bounced-addresses.sql',
    '20261203-0300-reaches.sql',
  ],
  routes,
  permissions: Object.values(permissions),
  events: Object.values(events),
  jobs: [sendMail, sendText],
  settings: [replySetting, enclosedSetting],
  personalData: [
    {
      table: 'notifications.mails',
      columns: ['recipient', 'recipient_name', 'subject', 'body', 'reply_to'],
      purpose: 'to show what was sent to whom',
      onErasure: 'delete',
    },
    {
      table: 'notifications.received_mails',
      columns: ['sender', 'message_id'],
      purpose: 'to answer in the same conversation',
      onErasure: 'delete',
    },
    { table: 'notifications.notices', columns: ['data'], purpose: 'to show notices', onErasure: 'delete' },
  ],
});
