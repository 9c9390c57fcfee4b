import { defineModule } from '../../kernel/module.ts';
import * as events from './events.ts';
import * as permissions from './permissions.ts';
import { routes } from './routes.ts';

export const evidence = defineModule({
  name: 'evidence',
  migrations: ['20261128-0203-evidence.sql'],
  routes,
  permissions: Object.values(permissions),
  events: Object.values(events),
  personalData: [
    {
      table: 'evidence.packs',
      columns: ['collected', 'statement', 'collected_by', 'frozen_by'],
      purpose: 'to answer a bank about a disputed payment',
      onErasure: 'keep for legal retention',
    },
  ],
});
