import type { Moment } from './rules.ts';

/** The facts of a ticket at which rules look, and at which moment of theirs. */
export const momentOf: Record<string, (data: { by?: string }) => Moment> = {
  'support.ticket-opened': () => 'opened',
  'support.message-posted': ({ by }) => (by === 'client' ? 'client_answered' : 'staff_answered'),
  'support.status-changed': () => 'status_changed',
  'support.priority-changed': () => 'changed',
  'support.kind-changed': () => 'changed',
  'support.queue-changed': () => 'changed',
  'support.ticket-assigned': () => 'changed',
  'support.tags-changed': () => 'changed',
};
