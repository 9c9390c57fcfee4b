import { sql } from 'kysely';
import { fileTooLarge } from '../../../kernel/files.ts';
import { fileInfected, scannerUnavailable } from '../../../kernel/malware.ts';
import { route, staff } from '../../../kernel/http/route.ts';
import { nothing } from '../../../kernel/http/shapes.ts';
import { wrongState } from '../../../kernel/values/state-machine.ts';
import { addNote } from '../commands/add-note.ts';
import { changeTicket } from '../commands/change-ticket.ts';
import { answerFamily } from '../commands/desk/answer-family.ts';
import { defineQueue } from '../commands/define-queue.ts';
import { sentFromDraft } from '../commands/keep-draft.ts';
import { markReadByStaff } from '../commands/mark-read.ts';
import { mergeTickets } from '../commands/merge-tickets.ts';
import { openForClient } from '../commands/open-for-client.ts';
import { receiveUpload } from '../commands/receive-upload.ts';
import { replyAsStaff } from '../commands/reply-as-staff.ts';
import * as contract from '../contract.ts';
import { copyRefusals } from '../copied-contract.ts';
import * as may from '../permissions.ts';
import { listAgents } from '../queries/agents.ts';
import { readConversation } from '../queries/conversation.ts';
import { listQueues, listTags, readForm } from '../queries/form.ts';
import { listClientTickets } from '../queries/list-tickets.ts';
import { openFile, openUpload } from '../queries/open-file.ts';
import { showClientTicket } from '../queries/show-ticket.ts';
import { readWorkload } from '../queries/summary.ts';
import { hardLimitMegabytes } from '../settings.ts';

const base = '/api/console/tickets';
const reading = staff(may.readTickets);
const working = staff(may.workTickets);

export const staffRoutes = [
  route({
    method: 'GET',
    path: base,
    summary: 'The tickets of all clients.',
    door: reading,
    query: contract.clientTicketQuery,
    output: contract.clientTicketPage,
    read: (db, { query }, { session }) => listClientTickets(db, session.person.id, query),
  }),
  route({
    method: 'GET',
    path: `${base}/workload`,
    summary: 'What waits for staff, counted up to 100.',
    door: reading,
    output: contract.workloadShape,
    read: (db, _input, { session }) => readWorkload(db, session.person.id),
  }),
  route({
    method: 'GET',
    path: `${base}/agents`,
    summary: 'The people who work on tickets.',
    door: reading,
    output: contract.agentList,
    read: async (db) => ({ items: await listAgents(db) }),
  }),
  route({
    method: 'GET',
    path: `${base}/form`,
    summary: 'What a new ticket can be about.',
    door: reading,
    output: contract.formShape,
    read: (db) => readForm(db),
  }),
  route({
    method: 'POST',
    path: base,
    summary: 'Open a ticket for a client.',
    door: working,
    body: contract.openForClientBody,
    output: contract.openedShape,
    status: 201,
    problems: [contract.unknownLink, contract.unknownUpload, contract.notAMember, ...copyRefusals],
    write: (tx, { body: { draft, ...body } }, { session }) => {
      sentFromDraft(tx, session.person.id, draft);
      return openForClient(tx, session, body);
    },
  }),
  route({
    method: 'GET',
    path: `${base}/:ticket`,
    summary: 'A ticket with its latest messages and notes.',
    door: reading,
    params: contract.consoleParams,
    output: contract.clientTicketDetail,
    read: (db, { params }, { session }) => showClientTicket(db, session, params.ticket),
  }),
  route({
    method: 'GET',
    path: `${base}/:ticket/messages`,
    summary: 'Earlier messages and notes of a ticket.',
    door: reading,
    params: contract.consoleParams,
    query: contract.messageQuery,
    output: contract.clientMessagePage,
    read: (db, { params, query }, { session }) =>
      readConversation(db, session.person.id, {
        organization: null,
        ticket: params.ticket,
        before: query.before,
      }),
  }),
  route({
    method: 'POST',
    path: `${base}/:ticket/messages`,
    summary: 'Answer a client.',
    door: working,
    params: contract.consoleParams,
    body: contract.staffReplyBody,
    output: contract.postedShape,
    status: 201,
    problems: [contract.newerMessage, contract.unknownUpload],
    write: async (tx, { params, body: { children, draft, ...body } }, { session }) => {
      sentFromDraft(tx, session.person.id, draft);
      const answer = children ? answerFamily : replyAsStaff;
      return { messageId: await answer(tx, session, { ...body, ticket: params.ticket }) };
    },
  }),
  route({
    method: 'POST',
    path: `${base}/:ticket/notes`,
    summary: 'Leave a note that only staff read.',
    door: working,
    params: contract.consoleParams,
    body: contract.noteBody,
    output: contract.postedShape,
    status: 201,
    problems: [contract.unknownUpload],
    write: async (tx, { params, body: { draft, ...body } }, { session }) => {
      sentFromDraft(tx, session.person.id, draft);
      return { messageId: await addNote(tx, session, { ...body, ticket: params.ticket }) };
    },
  }),
  route({
    method: 'PATCH',
    path: `${base}/:ticket`,
    summary: 'Change the status, priority, kind, queue, assignee or links of a ticket.',
    door: working,
    ifMatch: true,
    params: contract.consoleParams,
    body: contract.ticketPatch,
    output: nothing,
    problems: [wrongState, contract.notAssignable, contract.unknownLink],
    write: async (tx, { params, body }, { session, version }) => {
      await changeTicket(tx, session, params.ticket, version, body);
      return undefined;
    },
  }),
  route({
    method: 'POST',
    path: `${base}/:ticket/merge`,
    summary: 'Let a ticket go on in another one of its organization.',
    door: working,
    params: contract.consoleParams,
    body: contract.mergeBody,
    output: nothing,
    problems: [contract.cannotMerge],
    write: async (tx, { params, body }) => {
      await mergeTickets(tx, params.ticket, body.into);
      return undefined;
    },
  }),
  route({
    method: 'PUT',
    path: `${base}/:ticket/read`,
    summary: 'Say that staff have read the ticket as it is.',
    door: working,
    params: contract.consoleParams,
    output: nothing,
    write: async (tx, { params }) => {
      await markReadByStaff(tx, params.ticket);
      return undefined;
    },
  }),
  route({
    method: 'GET',
    path: `${base}/:ticket/files/:file`,
    summary: 'Download a file of a ticket.',
    door: reading,
    params: contract.consoleFileParams,
    output: nothing,
    download: (ctx, { params }) => openFile(ctx, sql<boolean>`true`, params),
  }),
  route({
    method: 'POST',
    path: '/api/console/clients/:organization/uploads',
    summary: 'Upload the bytes of a file, to attach it to an answer or note for this client within a day.',
    door: working,
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
      receiveUpload(ctx, session, { ...params, name: query.name, body: stream, side: 'staff' }),
  }),
  route({
    method: 'GET',
    path: '/api/console/clients/:organization/uploads/:file',
    summary: 'A file of yours that no message to this client has taken yet.',
    door: working,
    params: contract.uploadParams,
    output: nothing,
    download: (ctx, { params }, { session }) => openUpload(ctx, session, params),
  }),
  route({
    method: 'GET',
    path: '/api/console/ticket-tags',
    summary: 'The tags that tickets were given lately.',
    door: reading,
    output: contract.tagList,
    read: async (db) => ({ items: await listTags(db) }),
  }),
  route({
    method: 'GET',
    path: '/api/console/ticket-queues',
    summary: 'Where tickets wait, by topic.',
    door: reading,
    output: contract.queueList,
    read: async (db) => ({ items: await listQueues(db) }),
  }),
  route({
    method: 'PUT',
    path: '/api/console/ticket-queues/:queue',
    summary: 'Make a queue (version 0) or change one.',
    door: staff(may.manageQueues),
    ifMatch: true,
    params: contract.queueParams,
    body: contract.queueBody,
    output: contract.queueList,
    write: async (tx, { params, body }, { version }) => {
      await defineQueue(tx, { name: params.queue, version, ...body });
      return { items: await listQueues(tx.db) };
    },
  }),
];
