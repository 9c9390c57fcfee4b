import { permission } from '../../kernel/auth/roles.ts';

/** Reading the tickets one follows. */
export const viewTickets = permission('support.ticket.read', { members: 'all' });
/** Opening tickets, and writing in those one may read. */
export const useTickets = permission('support.ticket.use', {
  members: ['owner', 'finance', 'technical', 'member', 'approver'],
});
/** Who of the organization reads all of its tickets. */
export const shareTickets = permission('support.ticket.share', { members: ['owner'], whole: true });
/** Every ticket of the organization, followed or not. */
export const readAllTickets = permission('support.ticket.read-all', {
  members: ['owner', 'finance', 'technical', 'viewer'],
});
export const readTickets = permission('support.tickets.read', {
  staff: ['administrator', 'support', 'operations'],
});
export const workTickets = permission('support.tickets.work', { staff: ['administrator', 'support'] });
/** Taking the words out of a message for good, with what it said before. */
export const redactMessages = permission('support.messages.redact', { staff: ['administrator', 'support'] });
/** Calendars, what is promised, and how it was kept. */
export const manageSla = permission('support.sla.manage', { staff: ['administrator', 'support'] });
/** What clients are owed for missed promises; giving it is billing's `giveCredit`. */
export const readBreachCredits = permission('support.breach-credits.read', {
  staff: ['administrator', 'support', 'finance'],
});
export const manageQueues = permission('support.queues.manage', { staff: ['administrator', 'support'] });
