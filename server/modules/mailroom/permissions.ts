import { permission } from '../../kernel/auth/roles.ts';

/** Reading what came in by mail, and what became of it. */
export const readMails = permission('mailroom.mail.read', { staff: ['administrator', 'support'] });
/** Deciding on mails that wait, and whose mails come to nothing. */
export const sortMails = permission('mailroom.mail.sort', { staff: ['administrator', 'support'] });
export const readMailboxes = permission('mailroom.mailbox.read', { staff: ['administrator', 'support'] });
export const manageMailboxes = permission('mailroom.mailbox.manage', { staff: ['administrator'] });
