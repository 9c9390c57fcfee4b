import { everything } from '../../../kernel/db/scope.ts';
import { memberOrPersonalKey, route, staff } from '../../../kernel/http/route.ts';
import { nothing } from '../../../kernel/http/shapes.ts';
import { correctMessage } from '../commands/messages/correct-message.ts';
import { redactMessage } from '../commands/messages/redact-message.ts';
import * as contract from '../correction-contract.ts';
import * as may from '../permissions.ts';
import { listMentionable } from '../queries/mentions.ts';
import { requireVisible } from '../queries/show-ticket.ts';
import { wordedMessage } from '../queries/worded-message.ts';
import { seeingOf } from '../seeing.ts';

const client = '/api/organizations/:organization/tickets/:ticket/messages/:message';
const desk = '/api/console/tickets';
const often = { per: 'person', points: 120, seconds: 3600 } as const;
const refused = [...Object.values(contract.refusals), contract.messageChanged];

export const correctionRoutes = [
  route({
    method: 'GET',
    path: client,
    summary: 'A message as it was typed, with what it said before it was corrected.',
    door: memberOrPersonalKey(may.viewTickets),
    params: contract.clientMessageParams,
    output: contract.wordedMessage,
    act: (ctx, { params }, { organization, session }) =>
      ctx.read(async (db) => {
        await requireVisible(db, seeingOf(organization, session), params.ticket);
        return wordedMessage(db, session.person.id, params, ctx.clock.now());
      }),
  }),
  route({
    method: 'PATCH',
    path: client,
    summary:
      'Correct a message of one’s own, for a while and until it is answered; what it said before is kept.',
    door: memberOrPersonalKey(may.useTickets),
    limit: often,
    ifMatch: true,
    params: contract.clientMessageParams,
    body: contract.correctionBody,
    output: contract.correctedShape,
    problems: refused,
    // The portal's role changes no message.
    within: everything,
    write: async (tx, { params, body }, { organization, session, version }) => {
      await requireVisible(tx.db, seeingOf(organization, session), params.ticket);
      return { version: await correctMessage(tx, session.person, { ...params, ...body, version }) };
    },
  }),
  route({
    method: 'GET',
    path: `${desk}/:ticket/messages/:message`,
    summary: 'A message or note as it was typed, with what it said before it was corrected.',
    door: staff(may.readTickets),
    params: contract.staffMessageParams,
    output: contract.wordedMessage,
    act: (ctx, { params }, { session }) =>
      ctx.read((db) =>
        wordedMessage(db, session.person.id, { organization: null, ...params }, ctx.clock.now()),
      ),
  }),
  route({
    method: 'PATCH',
    path: `${desk}/:ticket/messages/:message`,
    summary: 'Correct an answer or note of one’s own, for a while; what it said before is kept.',
    door: staff(may.workTickets),
    limit: often,
    ifMatch: true,
    params: contract.staffMessageParams,
    body: contract.correctionBody,
    output: contract.correctedShape,
    problems: refused,
    write: async (tx, { params, body }, { session, version }) => {
      const of = { organization: null, ...params, ...body, version };
      return { version: await correctMessage(tx, session.person, of) };
    },
  }),
  route({
    method: 'POST',
    path: `${desk}/:ticket/messages/:message/redaction`,
    summary: 'Take the words out of a message for good, and out of all that it said before.',
    door: staff(may.redactMessages),
    params: contract.staffMessageParams,
    body: contract.redactionBody,
    output: nothing,
    problems: [contract.refusals.message_redacted],
    write: async (tx, { params, body }, { session }) => {
      await redactMessage(tx, session.person, params, body);
      return undefined;
    },
  }),
  route({
    method: 'GET',
    path: `${desk}/mentionable`,
    summary: 'Whom a note may mention: those of staff who may read it.',
    door: staff(may.readTickets),
    output: contract.mentionableList,
    read: (db) => listMentionable(db),
  }),
];
