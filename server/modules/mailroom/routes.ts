import { anyone, route, staff } from '../../kernel/http/route.ts';
import { nothing } from '../../kernel/http/shapes.ts';
import { acceptMail } from './commands/accept-mail.ts';
import { unblockSender } from './commands/block-sender.ts';
import { checkMailbox } from './commands/check-mailbox.ts';
import { discardMails } from './commands/discard-mails.ts';
import { receiveMail } from './commands/receive-webhook.ts';
import { addMailbox, changeMailbox } from './commands/save-mailbox.ts';
import * as contract from './contract.ts';
import { longestMail } from './mailbox.ts';
import * as may from './permissions.ts';
import { listMailboxes } from './queries/mailboxes.ts';
import { listBlocked, listMails, showMail } from './queries/mails.ts';

const mailboxes = '/api/console/mailboxes';
const mails = '/api/console/received-mails';
const blocked = '/api/console/blocked-senders';

export const routes = [
  route({
    method: 'GET',
    path: mailboxes,
    summary: 'Where mail comes in, and whether it can be read.',
    door: staff(may.readMailboxes),
    output: contract.mailboxList,
    act: (ctx) =>
      ctx.read(async (db) => ({ items: await listMailboxes(db, ctx.publicUrl, ctx.clock.now()) })),
  }),
  route({
    method: 'POST',
    path: mailboxes,
    summary: 'Add a mailbox, by IMAP or as a webhook.',
    door: staff(may.manageMailboxes),
    proof: 'recent',
    secret: true,
    body: contract.mailboxBody,
    output: contract.savedShape,
    status: 201,
    problems: [contract.addressTaken, contract.secretMissing],
    write: async (tx, { body }) => ({ id: await addMailbox(tx, body) }),
  }),
  route({
    method: 'PUT',
    path: `${mailboxes}/:mailbox`,
    summary: 'Change a mailbox; its password stays where none is sent.',
    door: staff(may.manageMailboxes),
    proof: 'recent',
    secret: true,
    ifMatch: true,
    params: contract.mailboxParams,
    body: contract.mailboxBody,
    output: nothing,
    problems: [contract.addressTaken, contract.secretMissing],
    write: async (tx, { params, body }, { version }) => {
      await changeMailbox(tx, params.mailbox, version, body);
      return undefined;
    },
  }),
  route({
    method: 'POST',
    path: `${mailboxes}/:mailbox/check`,
    summary: 'Open a mailbox now and say how many mails are in it.',
    door: staff(may.manageMailboxes),
    limit: { per: 'person', points: 20, seconds: 60 },
    params: contract.mailboxParams,
    output: contract.checkedShape,
    problems: [contract.mailboxUnreachable],
    act: (ctx, { params }) => checkMailbox(ctx, params.mailbox),
  }),
  route({
    method: 'GET',
    path: mails,
    summary: 'What came in by mail: what waits for a decision, or what became of it.',
    door: staff(may.readMails),
    query: contract.mailQuery,
    output: contract.mailPage,
    read: (db, { query }) => listMails(db, query),
  }),
  route({
    method: 'GET',
    path: `${mails}/:receivedMail`,
    summary: 'One mail as text, with what is known of its sender.',
    door: staff(may.readMails),
    params: contract.mailParams,
    output: contract.mailDetail,
    act: (ctx, { params }) => showMail(ctx, params.receivedMail),
  }),
  route({
    method: 'POST',
    path: `${mails}/:receivedMail/accept`,
    summary: 'Take a mail that waits: into a ticket, or as a new one.',
    door: staff(may.sortMails),
    params: contract.mailParams,
    body: contract.acceptBody,
    output: contract.acceptedShape,
    problems: [
      contract.mailSettled,
      contract.mailGone,
      contract.unknownTicket,
      contract.senderNotThere,
      contract.nobodyWrote,
    ],
    act: async (ctx, { params, body }, { session }) => ({
      ticket: await acceptMail(ctx, session, params.receivedMail, body),
    }),
  }),
  route({
    method: 'POST',
    path: `${mails}/discard`,
    summary: 'Put mails away that wait, and block who sent them where asked.',
    door: staff(may.sortMails),
    body: contract.discardBody,
    output: contract.discardedShape,
    write: async (tx, { body }, { session }) => ({
      discarded: await discardMails(tx, session.person.id, body),
    }),
  }),
  route({
    method: 'GET',
    path: blocked,
    summary: 'Whose mails come to nothing.',
    door: staff(may.readMails),
    query: contract.blockedQuery,
    output: contract.blockedPage,
    read: (db, { query }) => listBlocked(db, query),
  }),
  route({
    method: 'DELETE',
    path: `${blocked}/:blockedSender`,
    summary: 'Let the mails of a sender in again.',
    door: staff(may.sortMails),
    params: contract.blockedParams,
    output: nothing,
    write: async (tx, { params }) => {
      await unblockSender(tx, params.blockedSender);
      return undefined;
    },
  }),
  route({
    method: 'POST',
    path: '/api/mail/:mailbox',
    summary: 'Hand over a mail as it came (message/rfc822), signed with the key of the mailbox.',
    door: anyone('mail servers prove themselves by signing what they hand over'),
    limit: { per: 'address', points: 300, seconds: 60 },
    params: contract.mailboxParams,
    output: nothing,
    problems: [contract.signatureRefused],
    maxBytes: longestMail,
    receive: async (ctx, { params, ...received }) => {
      await receiveMail(ctx, params.mailbox, received);
      return undefined;
    },
  }),
];
