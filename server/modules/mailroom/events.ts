import { z } from 'zod';
import { defineEvent } from '../../kernel/events/define.ts';
import { reasons } from './domain/route.ts';

const audience = 'staff';

/** A mail waits for somebody to look at it. */
export const mailQuarantined = defineEvent('mailroom.mail-quarantined', {
  audience,
  data: z.object({ reason: z.enum(reasons), asked: z.boolean() }),
});
/** A mail became a ticket, or a message in one. */
export const mailTaken = defineEvent('mailroom.mail-taken', {
  audience,
  data: z.object({ ticketId: z.string(), opened: z.boolean() }),
});
export const mailDiscarded = defineEvent('mailroom.mail-discarded', { audience, data: z.object({}) });
export const senderBlocked = defineEvent('mailroom.sender-blocked', { audience, data: z.object({}) });
export const senderUnblocked = defineEvent('mailroom.sender-unblocked', { audience, data: z.object({}) });
export const mailboxSaved = defineEvent('mailroom.mailbox-saved', {
  audience,
  data: z.object({ active: z.boolean() }),
});
/** A mailbox could not be read; told once until it can be again. */
export const mailboxFailed = defineEvent('mailroom.mailbox-failed', { audience, data: z.object({}) });
