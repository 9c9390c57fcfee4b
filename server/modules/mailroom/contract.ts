import { z } from 'zod';
import { email, id, idOut, instant, line, pageOf, pageQuery } from '../../kernel/http/shapes.ts';
import { problem } from '../../kernel/values/errors.ts';
import { reasons, silences } from './domain/route.ts';

const hostName = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(/^[a-z0-9]([a-z0-9.:-]*[a-z0-9])?$/);
const serverShape = z.object({
  host: hostName,
  port: z.int().min(1).max(65_535),
  security: z.enum(['tls', 'starttls', 'none']),
  username: line(200),
  folder: line(200),
});
export type Server = z.output<typeof serverShape>;

/** `secret`: the password of an IMAP account, or the key of a webhook; null leaves it as it is. */
export const mailboxBody = z
  .object({
    name: line(100),
    address: email,
    kind: z.enum(['imap', 'webhook']),
    server: serverShape.nullable(),
    secret: z.string().min(1).max(500).nullable(),
    /** The mail server whose word about senders is believed, as it names itself; empty: none. */
    believed: z.union([z.literal(''), hostName]),
    queue: z.string().max(40).nullable(),
    /** Mails that are there already come in too. Only asked when the mailbox is made. */
    takesOld: z.boolean(),
    active: z.boolean(),
    /** Answers to mails of ours come to this address. */
    takesReplies: z.boolean(),
  })
  .refine(({ kind, server }) => (kind === 'imap') === (server !== null), {
    path: ['server'],
    message: 'an IMAP mailbox has a server, a webhook has none',
  });
export type MailboxBody = z.output<typeof mailboxBody>;

const mailboxShape = z
  .object({
    id: idOut,
    name: z.string(),
    address: z.string(),
    kind: z.enum(['imap', 'webhook']),
    server: z
      .object({
        host: z.string(),
        port: z.int(),
        security: z.enum(['tls', 'starttls', 'none']),
        username: z.string(),
        folder: z.string(),
      })
      .nullable(),
    believed: z.string(),
    queue: z.string().nullable(),
    active: z.boolean(),
    takesReplies: z.boolean(),
    /** Where a webhook is sent. */
    webhook: z.string().nullable(),
    checkedAt: instant.nullable(),
    error: z.string().nullable(),
    failingSince: instant.nullable(),
    /** Since when it tells of new mail at once; null where it is looked into each minute. */
    liveSince: instant.nullable(),
    /** Why it does not tell: `unsupported`, or the trouble and its words. */
    watchError: z.string().nullable(),
    version: z.int(),
  })
  .meta({ id: 'Mailbox' });
export type Mailbox = z.output<typeof mailboxShape>;
export const mailboxList = z.object({ items: z.array(mailboxShape) });
export const mailboxParams = z.object({ mailbox: id('mailbox') });
export const savedShape = z.object({ id: idOut });
export const checkedShape = z.object({ mails: z.int() });

export const mailStates = ['arrived', 'quarantined', 'ticket', 'nothing', 'discarded'] as const;
const reason = z.enum([...reasons, ...silences]);
const mailShape = z
  .object({
    id: idOut,
    mailbox: z.string(),
    sender: z.string(),
    senderName: z.string(),
    subject: z.string(),
    state: z.enum(mailStates),
    reason: reason.nullable(),
    /** Its sender has been asked to press a link. */
    asked: z.boolean(),
    cameAt: instant,
    ticket: z.object({ id: idOut, number: z.int(), subject: z.string() }).nullable(),
  })
  .meta({ id: 'ReceivedMail' });
export type ReceivedMail = z.output<typeof mailShape>;
export const mailPage = pageOf(mailShape);
export const mailQuery = z.object({
  ...pageQuery,
  q: z.string().trim().max(100).optional(),
  state: z.enum(mailStates).default('quarantined'),
  reason: reason.optional(),
});
export const mailParams = z.object({ receivedMail: id('received-mail') });
export const mailDetail = mailShape
  .extend({
    to: z.array(z.string()),
    /** Null once the mail itself has been deleted. */
    text: z.string().nullable(),
    files: z.array(z.object({ name: z.string(), type: z.string(), size: z.int() })),
    /** What the believed mail server says of the sender. */
    authentication: z.enum(['pass', 'fail', 'none']),
    /** Organizations in which the sender is known. */
    organizations: z.array(z.object({ id: idOut, name: z.string() })),
    blocked: z.boolean(),
  })
  .meta({ id: 'ReceivedMailDetail' });
export type ReceivedMailDetail = z.output<typeof mailDetail>;

/**
 * Into a ticket (of the sender, or as a note where they do not follow it), as a new ticket in an organization of the sender, or as one
 * of a guest with the sender's address.
 */
export const acceptBody = z.union([
  z.object({ to: z.literal('ticket'), number: z.int().min(1).max(Number.MAX_SAFE_INTEGER) }),
  z.object({ to: z.literal('organization'), organization: id('organization') }),
  z.object({ to: z.literal('guest') }),
]);
export type Accept = z.output<typeof acceptBody>;
export const acceptedShape = z.object({ ticket: z.object({ id: idOut, number: z.int() }) });
export const discardBody = z.object({
  mails: z.array(id('received-mail')).min(1).max(200),
  blockSenders: z.boolean(),
});
export const discardedShape = z.object({ discarded: z.int() });

const blockedShape = z.object({ id: idOut, sender: z.string(), since: instant, by: z.string() });
export type BlockedSender = z.output<typeof blockedShape>;
export const blockedPage = pageOf(blockedShape);
export const blockedQuery = z.object(pageQuery);
export const blockedParams = z.object({ blockedSender: id('blocked-sender') });

export const mailboxUnreachable = problem('mailbox_unreachable', 422, 'The mailbox could not be opened.');
export const addressTaken = problem('mailbox_exists', 409, 'There is a mailbox with this address already.');
export const secretMissing = problem('secret_missing', 422, 'A new mailbox needs its password or key.');
export const mailSettled = problem('mail_settled', 409, 'Somebody has decided on this mail already.');
export const mailGone = problem('mail_gone', 410, 'The mail itself has been deleted after its time.');
export const unknownTicket = problem('unknown_ticket', 422, 'There is no ticket with this number.');
export const senderNotThere = problem('sender_not_there', 422, 'The sender is nobody in this organization.');
export const nobodyWrote = problem(
  'nobody_wrote',
  422,
  'The mail names no sender, so it can only go into a ticket.',
);
export const signatureRefused = problem(
  'mail_signature_refused',
  401,
  'The signature does not hold.',
  'forged',
);
