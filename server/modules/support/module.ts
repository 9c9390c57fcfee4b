import { defineModule } from '../../kernel/module.ts';
import * as events from './events.ts';
import { closeResolved, closeTicketJob, dropUpload, sweepUploads } from './jobs.ts';
import * as messages from './messages.ts';
import * as permissions from './permissions.ts';
import { reactions } from './reactions.ts';
import { routes } from './routes.ts';
import { fileRules, ticketRules } from './settings.ts';

export const support = defineModule({
  name: 'support',
  migrations: ['20261121-1070-support.sql'],
  routes,
  permissions: Object.values(permissions),
  events: Object.values(events),
  reactions,
  messages: Object.values(messages),
  jobs: [closeTicketJob, dropUpload],
  sweeps: [closeResolved, sweepUploads],
  settings: [ticketRules, fileRules],
  personalData: [
    {
      table: 'support.tickets',
      columns: ['requester_name', 'assignee_name', 'subject'],
      purpose: 'to answer who asked',
      onErasure: 'anonymize',
    },
    {
      table: 'support.messages',
      columns: ['author_name', 'body'],
      purpose: 'to know what was agreed with the organization',
      onErasure: 'anonymize',
    },
    {
      table: 'support.attachments',
      columns: ['name'],
      purpose: 'to know what was agreed with the organization',
      onErasure: 'anonymize',
    },
    {
      table: 'support.search',
      columns: ['document'],
      purpose: 'to find tickets again',
      onErasure: 'delete',
    },
  ],
});
