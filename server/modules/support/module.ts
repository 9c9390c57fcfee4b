import { defineModule } from '../../kernel/module.ts';
import * as events from './events.ts';
import {
  closeResolved,
  closeTicketJob,
  dropBytes,
  dropUpload,
  sweepDrafts,
  sweepUndoable,
  sweepUploads,
} from './jobs.ts';
import { invariants } from './invariants.ts';
import * as messages from './messages.ts';
import * as permissions from './permissions.ts';
import { matchTicketsJob } from './match-job.ts';
import { reactions } from './reactions.ts';
import { extendCalendars, watchClocks } from './sla-sweeps.ts';
import { routes } from './routes.ts';
import { wakeTicketJob } from './wake-job.ts';
import {
  copyRules,
  correctionRules,
  fileRules,
  priorityMatrix,
  statusNames,
  ticketRules,
} from './settings.ts';

export const support = defineModule({
  name: 'support',
  migrations: [
    '20261121-1070-support.sql',
    '20261122-1100-chosen-services.sql',
    '20261122-1800-active-tickets.sql',
    '20261124-0510-moving-tickets.sql',
    '20261128-0502-tickets-about-offers.sql',
    '20261128-0600-ticket-properties.sql',
    '20261129-0110-service-levels.sql',
    '20261129-0120-sharing.sql',
    '20261130-0200-unassigned-tickets.sql',
    '20261130-0400-bulk.sql',
    '20261130-0410-presence.sql',
    '20261130-0420-snooze.sql',
    '20261130-0430-split-and-family.sql',
    '20261130-0600-breach-credits.sql',
    '20261201-0101-corrections.sql',
    '20261201-0102-mentions.sql',
    '20261201-0200-drafts.sql',
    '20261201-0210-copied.sql',
    '20261201-0301-promises-by-tier.sql',
    '20261202-0401-match-again.sql',
    '20261203-0400-nearer-of-equal-clocks.sql',
    '20261204-0100-search-by-sample.sql',
  ],
  routes,
  permissions: Object.values(permissions),
  events: Object.values(events),
  reactions,
  messages: Object.values(messages),
  jobs: [closeTicketJob, dropUpload, dropBytes, wakeTicketJob, matchTicketsJob],
  sweeps: [closeResolved, sweepUploads, sweepUndoable, sweepDrafts, watchClocks, extendCalendars],
  invariants,
  settings: [ticketRules, correctionRules, priorityMatrix, statusNames, fileRules, copyRules],
  personalData: [
    {
      table: 'support.tickets',
      columns: ['requester_name', 'assignee_name', 'subject'],
      purpose: 'to answer who asked',
      onErasure: 'anonymize',
    },
    {
      table: 'support.messages',
      columns: ['author_name', 'body', 'redacted_by_name', 'redacted_reason'],
      purpose: 'to know what was agreed with the organization',
      onErasure: 'anonymize',
    },
    {
      table: 'support.message_versions',
      columns: ['written_by_name', 'body'],
      purpose: 'to show what a message said before it was corrected',
      onErasure: 'anonymize',
    },
    {
      table: 'support.mentions',
      columns: ['handle'],
      purpose: 'to know whom of staff a note names',
      onErasure: 'anonymize',
    },
    {
      table: 'support.attachments',
      columns: ['name'],
      purpose: 'to know what was agreed with the organization',
      onErasure: 'anonymize',
    },
    {
      table: 'support.drafts',
      columns: ['subject', 'body', 'choices'],
      purpose: 'to go on with what one was writing',
      onErasure: 'delete',
    },
    {
      table: 'support.copied',
      columns: ['address', 'name', 'added_by_name'],
      purpose: 'to copy what is said to whom a client or the desk named',
      onErasure: 'delete',
    },
    {
      table: 'support.search',
      columns: ['document'],
      purpose: 'to find tickets again',
      onErasure: 'delete',
    },
  ],
});
