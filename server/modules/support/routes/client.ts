import { everything } from '../../../kernel/db/scope.ts';
import { member, memberOrPersonalKey, route } from '../../../kernel/http/route.ts';
import { nothing } from '../../../kernel/http/shapes.ts';
import { fileTooLarge } from '../../../kernel/files.ts';
import { fileInfected, scannerUnavailable } from '../../../kernel/malware.ts';
import { wrongState } from '../../../kernel/values/state-machine.ts';
import { closeAsClient } from '../commands/close-ticket.ts';
import { addFollower, removeFollower } from '../commands/follow.ts';
import { sentFromDraft } from '../commands/keep-draft.ts';
import { markReadByClient } from '../commands/mark-read.ts';
import { openWithPeople } from '../commands/open-with-people.ts';
import { receiveUpload } from '../commands/receive-upload.ts';
import { replyAsClient } from '../commands/reply-as-client.ts';
import { readSharing, shareTickets } from '../commands/share-tickets.ts';
import * as contract from '../contract.ts';
import { copyRefusals } from '../copied-contract.ts';
import * as may from '../permissions.ts';
import { readConversation } from '../queries/conversation.ts';
import { readForm } from '../queries/form.ts';
import { listTickets } from '../queries/list-tickets.ts';
import { openFile, openUpload } from '../queries/open-file.ts';
import { requireVisible, showTicket } from '../queries/show-ticket.ts';
import { supportSummary } from '../queries/summary.ts';
import { seeingOf, visible } from '../seeing.ts';
import { hardLimitMegabytes } from '../settings.ts';

const base = '/api/organizations/:organization';
const looking = memberOrPersonalKey(may.viewTickets);
const writing = memberOrPersonalKey(may.useTickets);

export const clientRoutes = [
  route({
    method: 'GET',
    path: `${base}/tickets`,
    summary: 'The tickets you may see, those last written to first.',
    door: looking,
    params: contract.organizationParams,
    query: contract.ticketQuery,
    output: contract.ticketPage,
    read: (db, { query }, { organization, session }) =>
      listTickets(db, seeingOf(organization, session), query),
  }),
  route({
    method: 'GET',
    path: `${base}/tickets/summary`,
    summary: 'How many of your tickets are active, wait for you, or hold unread answers.',
    door: looking,
    params: contract.organizationParams,
    output: contract.summaryShape,
    read: (db, _input, { organization, session }) => supportSummary(db, seeingOf(organization, session)),
  }),
  route({
    method: 'GET',
    path: `${base}/tickets/form`,
    summary: 'What a new ticket can be about.',
    door: looking,
    params: contract.organizationParams,
    output: contract.formShape,
    read: (db) => readForm(db),
  }),
  route({
    method: 'POST',
    path: `${base}/tickets`,
    summary: 'Open a ticket.',
    door: writing,
    limit: { per: 'person', points: 60, seconds: 3600 },
    params: contract.organizationParams,
    body: contract.openBody,
    output: contract.openedShape,
    status: 201,
    problems: [contract.unknownLink, contract.unknownUpload, contract.notAMember, ...copyRefusals],
    within: everything,
    write: (tx, { params, body: { draft, ...body } }, { session: { person } }) => {
      sentFromDraft(tx, person.id, draft);
      const requester = { id: person.id, name: person.name };
      const author = { kind: 'client', ...requester } as const;
      return openWithPeople(tx, person, {
        ...body,
        organization: params.organization,
        requester,
        author,
        language: person.locale,
        status: 'new',
      });
    },
  }),
  route({
    method: 'GET',
    path: `${base}/tickets/:ticket`,
    summary: 'A ticket with its latest messages.',
    door: looking,
    params: contract.ticketParams,
    output: contract.ticketDetail,
    read: (db, { params }, { organization, session }) => showTicket(db, organization, session, params.ticket),
  }),
  route({
    method: 'GET',
    path: `${base}/tickets/:ticket/messages`,
    summary: 'Earlier messages of a ticket.',
    door: looking,
    params: contract.ticketParams,
    query: contract.messageQuery,
    output: contract.messagePage,
    read: async (db, { params, query }, { organization, session }) => {
      await requireVisible(db, seeingOf(organization, session), params.ticket);
      return readConversation(db, session.person.id, { ...params, before: query.before });
    },
  }),
  route({
    method: 'POST',
    path: `${base}/tickets/:ticket/messages`,
    summary: 'Reply in a ticket; one settled long ago goes on as a new one.',
    door: writing,
    limit: { per: 'person', points: 120, seconds: 3600 },
    params: contract.ticketParams,
    body: contract.replyBody,
    output: contract.replyShape,
    status: 201,
    problems: [contract.unknownUpload],
    write: (tx, { params, body: { draft, ...body } }, { organization, session }) => {
      sentFromDraft(tx, session.person.id, draft);
      return replyAsClient(tx, organization, session, { ...body, ticket: params.ticket });
    },
  }),
  route({
    method: 'POST',
    path: `${base}/tickets/:ticket/close`,
    summary: 'Say that a ticket is done.',
    door: writing,
    params: contract.ticketParams,
    output: nothing,
    problems: [wrongState],
    write: async (tx, { params }, { organization, session }) => {
      await closeAsClient(tx, organization, session, params.ticket);
      return undefined;
    },
  }),
  route({
    method: 'PUT',
    path: `${base}/tickets/:ticket/read`,
    summary: 'Say that the ticket has been read as it is.',
    door: looking,
    params: contract.ticketParams,
    output: nothing,
    write: async (tx, { params }, { organization, session }) => {
      await markReadByClient(tx, seeingOf(organization, session), params.ticket);
      return undefined;
    },
  }),
  route({
    method: 'PUT',
    path: `${base}/tickets/:ticket/followers/:person`,
    summary: 'Let a colleague read a ticket and be told of its replies.',
    door: writing,
    params: contract.followerParams,
    output: nothing,
    problems: [contract.notAMember],
    write: async (tx, { params }, { organization, session }) => {
      await addFollower(tx, seeingOf(organization, session), params.ticket, params.person);
      return undefined;
    },
  }),
  route({
    method: 'DELETE',
    path: `${base}/tickets/:ticket/followers/:person`,
    summary: 'Stop telling somebody of the replies in a ticket.',
    door: writing,
    params: contract.followerParams,
    output: nothing,
    write: async (tx, { params }, { organization, session }) => {
      await removeFollower(tx, seeingOf(organization, session), params.ticket, params.person);
      return undefined;
    },
  }),
  route({
    method: 'GET',
    path: `${base}/ticket-sharing`,
    summary: 'Who of the organization reads all of its tickets.',
    door: member(may.shareTickets),
    params: contract.organizationParams,
    output: contract.sharingShape,
    read: (db, { params }) => readSharing(db, params.organization),
  }),
  route({
    method: 'PUT',
    path: `${base}/ticket-sharing`,
    summary: 'Say who of the organization reads all of its tickets.',
    door: member(may.shareTickets),
    ifMatch: true,
    params: contract.organizationParams,
    body: contract.sharingBody,
    output: nothing,
    problems: [contract.notAMember],
    write: async (tx, { params, body }, { version }) => {
      await shareTickets(tx, params.organization, version, body);
      return undefined;
    },
  }),
  route({
    method: 'POST',
    path: `${base}/uploads`,
    summary: 'Upload the bytes of a file, to attach it to a message within a day.',
    door: writing,
    limit: { per: 'person', points: 120, seconds: 3600 },
    params: contract.organizationParams,
    query: contract.uploadQuery,
    output: contract.uploadShape,
    status: 201,
    problems: [
      contract.fileTypeRefused,
      contract.bytesExpected,
      fileTooLarge,
      fileInfected,
      scannerUnavailable,
    ],
    maxBytes: hardLimitMegabytes * 1_000_000,
    upload: (ctx, { params, query, stream }, { session }) =>
      receiveUpload(ctx, session, { ...params, name: query.name, body: stream, side: 'client' }),
  }),
  route({
    method: 'GET',
    path: `${base}/uploads/:file`,
    summary: 'A file of yours that no message has taken yet.',
    door: writing,
    params: contract.uploadParams,
    output: nothing,
    download: (ctx, { params }, { session }) => openUpload(ctx, session, params),
  }),
  route({
    method: 'GET',
    path: `${base}/tickets/:ticket/files/:file`,
    summary: 'Download a file of a ticket.',
    door: looking,
    params: contract.fileParams,
    output: nothing,
    download: (ctx, { params }, { organization, session }) =>
      openFile(ctx, visible(seeingOf(organization, session)), params),
  }),
];
