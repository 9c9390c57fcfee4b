import { defineModule } from '../../kernel/module.ts';
import * as events from './events.ts';
import { forgetReaders } from './jobs.ts';
import * as permissions from './permissions.ts';
import { reactions } from './reactions.ts';
import { routes } from './routes.ts';

export const knowledge = defineModule({
  name: 'knowledge',
  migrations: ['20261122-0910-knowledge.sql'],
  routes,
  permissions: Object.values(permissions),
  events: Object.values(events),
  reactions,
  sweeps: [forgetReaders],
  personalData: [
    {
      table: 'knowledge.feedback',
      columns: ['person_id', 'comment'],
      purpose: 'to take one answer of each person on whether an article helped, and to learn what it lacks',
      onErasure: 'anonymize',
    },
    {
      table: 'knowledge.askings',
      columns: ['person_id'],
      purpose: 'to see for a day whether a ticket came after articles were shown',
      onErasure: 'anonymize',
    },
    {
      table: 'knowledge.articles',
      columns: ['edited_by'],
      purpose: 'to say who among staff wrote what clients read',
      onErasure: 'keep for legal retention',
    },
  ],
});
