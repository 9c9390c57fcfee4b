import { permission } from '../../kernel/auth/roles.ts';

/** Opening tickets, and reading those one follows. */
export const useTickets = permission('support.ticket.use', { members: 'all' });
/** Every ticket of the organization, followed or not. */
export const readAllTickets = permission('support.ticket.read-all', {
  members: ['owner', 'finance', 'technical'],
});
export const readTickets = permission('support.tickets.read', {
  staff: ['administrator', 'support', 'operations'],
});
export const workTickets = permission('support.tickets.work', { staff: ['administrator', 'support'] });
export const manageQueues = permission('support.queues.manage', { staff: ['administrator', 'support'] });
