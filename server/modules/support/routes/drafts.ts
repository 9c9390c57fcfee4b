import { sql } from 'kysely';
import type { z } from 'zod';
import type { Membership, Session } from '../../../kernel/auth/actor.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { member, route, staff } from '../../../kernel/http/route.ts';
import { nothing } from '../../../kernel/http/shapes.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { dropDraft, keepDraft } from '../commands/keep-draft.ts';
import type { DraftPlace } from '../commands/keep-draft.ts';
import * as contract from '../draft-contract.ts';
import * as may from '../permissions.ts';
import { readDraft } from '../queries/drafts.ts';
import { seeingOf, visible } from '../seeing.ts';

const writing = member(may.useTickets);
const working = staff(may.workTickets);
const often = { per: 'person', points: 120, seconds: 60 } as const;
const problems = [contract.draftElsewhere, contract.tooManyDrafts];
const nobody = '00000000-0000-0000-0000-000000000000';
const anywhere = sql<boolean>`true`;

type Kind = 'reply' | 'note';

const reply = (membership: Membership, session: Session, ticket: Id<'ticket'>): DraftPlace => ({
  person: session.person.id,
  place: 'reply',
  belongsTo: ticket,
  about: '',
  open: sql<boolean>`exists (select from support.tickets t
    where ${visible(seeingOf(membership, session))} and t.id = ${ticket})`,
});
const fresh = ({ person }: Session, organization: Id<'organization'>, about: string): DraftPlace => ({
  person: person.id,
  place: 'new',
  belongsTo: organization,
  about,
  open: anywhere,
});
const deskReply = ({ person }: Session, ticket: Id<'ticket'>, kind: Kind): DraftPlace => ({
  person: person.id,
  place: `desk-${kind}`,
  belongsTo: ticket,
  about: '',
  open: sql<boolean>`exists (select from support.tickets t where t.id = ${ticket})`,
});
const deskFresh = ({ person }: Session, client: Id<'organization'> | undefined): DraftPlace => ({
  person: person.id,
  place: 'desk-new',
  belongsTo: client ?? nobody,
  about: '',
  open: anywhere,
});

/** Whatever it was of: its version names one draft, and it goes only where it is one's own. */
async function drop(
  tx: Tx,
  { query }: { query: z.output<typeof contract.versionQuery> },
  { session }: { session: Session },
): Promise<undefined> {
  await dropDraft(tx, session.person.id, query.version);
}

const ofTicket = '/api/organizations/:organization/tickets/:ticket/draft';
const ofNew = '/api/organizations/:organization/new-ticket-draft';
const ofDesk = '/api/console/tickets/:ticket/drafts/:kind';
const ofDeskNew = '/api/console/new-ticket-draft';

export const draftRoutes = [
  route({
    method: 'GET',
    path: ofTicket,
    summary: 'What you were writing in a ticket.',
    door: writing,
    params: contract.draftParams,
    output: contract.draftFound,
    read: (db, { params }, { organization, session }) =>
      readDraft(db, reply(organization, session, params.ticket)),
  }),
  route({
    method: 'PUT',
    path: ofTicket,
    summary: 'Keep what you are writing in a ticket.',
    door: writing,
    limit: often,
    params: contract.draftParams,
    body: contract.draftBody,
    output: contract.keptDraft,
    problems,
    write: (tx, { params, body }, { organization, session }) =>
      keepDraft(tx, reply(organization, session, params.ticket), body),
  }),
  route({
    method: 'DELETE',
    path: ofTicket,
    summary: 'Throw away what you were writing in a ticket.',
    door: writing,
    params: contract.draftParams,
    query: contract.versionQuery,
    output: nothing,
    write: drop,
  }),
  route({
    method: 'GET',
    path: ofNew,
    summary: 'The ticket that you were writing and have not opened.',
    door: writing,
    params: contract.newDraftParams,
    query: contract.aboutQuery,
    output: contract.draftFound,
    read: (db, { params, query }, { session }) =>
      readDraft(db, fresh(session, params.organization, query.about)),
  }),
  route({
    method: 'PUT',
    path: ofNew,
    summary: 'Keep a ticket that you are writing.',
    door: writing,
    limit: often,
    params: contract.newDraftParams,
    query: contract.aboutQuery,
    body: contract.draftBody,
    output: contract.keptDraft,
    problems,
    write: (tx, { params, query, body }, { session }) =>
      keepDraft(tx, fresh(session, params.organization, query.about), body),
  }),
  route({
    method: 'DELETE',
    path: ofNew,
    summary: 'Throw away a ticket that you were writing.',
    door: writing,
    params: contract.newDraftParams,
    query: contract.aboutVersionQuery,
    output: nothing,
    write: drop,
  }),
  route({
    method: 'GET',
    path: ofDesk,
    summary: 'What you were writing to a client, or to your colleagues, in a ticket.',
    door: working,
    params: contract.deskDraftParams,
    output: contract.draftFound,
    read: (db, { params }, { session }) => readDraft(db, deskReply(session, params.ticket, params.kind)),
  }),
  route({
    method: 'PUT',
    path: ofDesk,
    summary: 'Keep what you are writing to a client, or to your colleagues.',
    door: working,
    limit: often,
    params: contract.deskDraftParams,
    body: contract.draftBody,
    output: contract.keptDraft,
    problems,
    write: (tx, { params, body }, { session }) =>
      keepDraft(tx, deskReply(session, params.ticket, params.kind), body),
  }),
  route({
    method: 'DELETE',
    path: ofDesk,
    summary: 'Throw away what you were writing in a ticket of a client.',
    door: working,
    params: contract.deskDraftParams,
    query: contract.versionQuery,
    output: nothing,
    write: drop,
  }),
  route({
    method: 'GET',
    path: ofDeskNew,
    summary: 'The ticket that you were writing for a client and have not opened.',
    door: working,
    query: contract.deskAboutQuery,
    output: contract.draftFound,
    read: (db, { query }, { session }) => readDraft(db, deskFresh(session, query.client)),
  }),
  route({
    method: 'PUT',
    path: ofDeskNew,
    summary: 'Keep a ticket that you are writing for a client.',
    door: working,
    limit: often,
    query: contract.deskAboutQuery,
    body: contract.draftBody,
    output: contract.keptDraft,
    problems,
    write: (tx, { query, body }, { session }) => keepDraft(tx, deskFresh(session, query.client), body),
  }),
  route({
    method: 'DELETE',
    path: ofDeskNew,
    summary: 'Throw away a ticket that you were writing for a client.',
    door: working,
    query: contract.deskAboutVersionQuery,
    output: nothing,
    write: drop,
  }),
];
