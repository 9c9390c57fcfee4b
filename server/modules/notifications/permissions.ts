import { permission } from '../../kernel/auth/roles.ts';

export const readOutbox = permission('notifications.outbox.read', { staff: ['administrator', 'support'] });
export const retryMail = permission('notifications.outbox.retry', { staff: ['administrator'] });
