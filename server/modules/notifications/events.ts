import { z } from 'zod';
import { defineEvent } from '../../kernel/events/define.ts';

export const noticeReceived = defineEvent('notifications.notice-received', {
  audience: 'staff',
  data: z.object({ kind: z.string() }),
});
export const mailFailed = defineEvent('notifications.mail-failed', {
  audience: 'staff',
  data: z.object({ mailId: z.string(), kind: z.string() }),
});
/** A mail server took it, and it came back. */
export const mailBounced = defineEvent('notifications.mail-bounced', {
  audience: 'staff',
  data: z.object({ mailId: z.string(), kind: z.string() }),
});
export const preferencesChanged = defineEvent('notifications.preferences-changed', {
  audience: 'staff',
  data: z.object({ topic: z.string(), channel: z.string(), wanted: z.boolean() }),
});
