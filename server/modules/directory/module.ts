import { defineModule } from '../../kernel/module.ts';
import * as events from './events.ts';
import { invariants } from './invariants.ts';
import * as messages from './messages.ts';
import * as permissions from './permissions.ts';
import { reactions } from './reactions.ts';
import { forgetRequests } from './requests.ts';
import { discoveryRoutes } from './routes/discovery.ts';
import { groupRoutes } from './routes/groups.ts';
import { settingsRoutes } from './routes/settings.ts';
import { userRoutes } from './routes/users.ts';

export const directory = defineModule({
  name: 'directory',
  migrations: ['20261124-0310-directory.sql'],
  routes: [...settingsRoutes, ...discoveryRoutes, ...userRoutes, ...groupRoutes],
  permissions: Object.values(permissions),
  events: Object.values(events),
  reactions,
  messages: Object.values(messages),
  sweeps: [forgetRequests],
  invariants,
  personalData: [
    {
      table: 'directory.users',
      columns: [
        'user_name',
        'external_id',
        'display_name',
        'formatted_name',
        'given_name',
        'family_name',
        'emails',
        'email',
      ],
      purpose: 'to follow the directory of the organization',
      onErasure: 'delete',
    },
    {
      table: 'directory.requests',
      columns: ['name'],
      purpose: 'to show what a directory asked within thirty days',
      onErasure: 'delete',
    },
  ],
});
