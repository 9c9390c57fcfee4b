import { everything } from '../../kernel/db/scope.ts';
import { anyone, route, staff } from '../../kernel/http/route.ts';
import { nothing } from '../../kernel/http/shapes.ts';
import { answer } from './commands/answer.ts';
import { finishFollowUp, takeFollowUp } from './commands/follow-up.ts';
import * as contract from './contract.ts';
import { questionOf, requireQuestion } from './find-question.ts';
import * as may from './permissions.ts';
import { listRatings, ratingOfTicket } from './queries/ratings.ts';
import { readReport } from './queries/report.ts';

const asked = anyone('whoever holds the mailed link was asked, and answers without an account');
const often = { per: 'address', points: 60, seconds: 60 } as const;
const desk = '/api/console/ratings';

export const routes = [
  route({
    method: 'POST',
    path: '/api/ratings/open',
    summary: 'What a mailed link asks, or a question you were asked; nothing is recorded.',
    door: asked,
    limit: often,
    secret: true,
    body: contract.openBody,
    output: contract.questionShape,
    problems: [contract.unknownRating, contract.ratingExpired],
    act: (ctx, { body }, { session, now }) =>
      ctx.within(everything).read(async (db) => questionOf(await requireQuestion(db, body, session), now)),
  }),
  route({
    method: 'POST',
    path: '/api/ratings/answer',
    summary: 'Rate the help you got, or change your rating within a week.',
    door: asked,
    limit: often,
    secret: true,
    body: contract.answerBody,
    output: contract.questionShape,
    problems: [contract.unknownRating, contract.ratingExpired, contract.ratingFinal],
    within: everything,
    write: (tx, { body }, { session }) => answer(tx, body, session),
  }),
  route({
    method: 'GET',
    path: desk,
    summary: 'What clients said about the help they got, the latest first.',
    door: staff(may.readRatings),
    query: contract.ratingQuery,
    output: contract.ratingPage,
    read: (db, { query }) => listRatings(db, query),
  }),
  route({
    method: 'GET',
    path: `${desk}/report`,
    summary: 'How many were asked, answered and were satisfied, by month, queue or agent.',
    door: staff(may.readRatings),
    query: contract.ratingReportQuery,
    output: contract.ratingReport,
    read: (db, { query }, { session, now }) =>
      readReport(db, { ...query, zone: session.person.timeZone, now }),
  }),
  route({
    method: 'GET',
    path: '/api/console/tickets/:ticket/rating',
    summary: 'Whether who opened a ticket was asked how it was, and what they said.',
    door: staff(may.readRatings),
    params: contract.ratingTicketParams,
    output: contract.ticketRating,
    read: (db, { params }) => ratingOfTicket(db, params.ticket),
  }),
  route({
    method: 'POST',
    path: `${desk}/:rating/take`,
    summary: 'Look into a bad rating yourself.',
    door: staff(may.workFollowUps),
    params: contract.ratingParams,
    output: nothing,
    problems: [contract.followUpNotOpen],
    write: async (tx, { params }, { session }) => {
      await takeFollowUp(tx, session, params);
      return undefined;
    },
  }),
  route({
    method: 'POST',
    path: `${desk}/:rating/finish`,
    summary: 'Say what was done about a bad rating.',
    door: staff(may.workFollowUps),
    params: contract.ratingParams,
    body: contract.outcomeBody,
    output: nothing,
    problems: [contract.followUpNotOpen],
    write: async (tx, { params, body }, { session }) => {
      await finishFollowUp(tx, session, { ...params, ...body });
      return undefined;
    },
  }),
];
