import { defineModule } from '../../kernel/module.ts';
import * as events from './events.ts';
import { askJob, findDue, followUpJob, forgetComments, remindJob } from './jobs.ts';
import * as messages from './messages.ts';
import * as permissions from './permissions.ts';
import { reactions } from './reactions.ts';
import { routes } from './routes.ts';
import { feedbackRules } from './settings.ts';

export const feedback = defineModule({
  name: 'feedback',
  migrations: ['20261130-0100-feedback.sql'],
  routes,
  permissions: Object.values(permissions),
  events: Object.values(events),
  reactions,
  jobs: [askJob, remindJob, followUpJob],
  sweeps: [findDue, forgetComments],
  messages: Object.values(messages),
  settings: [feedbackRules],
  personalData: [
    {
      table: 'feedback.ratings',
      columns: ['comment', 'outcome'],
      purpose: 'to learn how the help was, and to make good what was not',
      onErasure: 'delete',
    },
  ],
});
