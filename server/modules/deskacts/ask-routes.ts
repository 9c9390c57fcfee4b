import { route, staff } from '../../kernel/http/route.ts';
import { nothing } from '../../kernel/http/shapes.ts';
import { wrongState } from '../../kernel/values/state-machine.ts';
import { goodwillLimit } from '../billing/index.ts';
import { sameHands } from '../payments/index.ts';
import * as contract from './ask-contract.ts';
import { askCredit } from './commands/ask-credit.ts';
import { approveAsk, declineAsk, withdrawAsk } from './commands/decide-ask.ts';
import { clientPanel, creditBody, overDailyLimit, ticketParams } from './contract.ts';
import { giveCreditAtDesk } from './permissions.ts';
import { listAsks } from './queries/asks.ts';
import { readClientPanel } from './queries/client-panel.ts';

const base = '/api/console/credit-asks';
const door = staff(giveCreditAtDesk);

export const askRoutes = [
  route({
    method: 'POST',
    path: '/api/console/tickets/:ticket/client/credit-asks',
    summary:
      'Ask for credit above what one’s role may give in a day; a colleague who may give as much decides.',
    door,
    params: ticketParams,
    body: creditBody,
    output: clientPanel,
    problems: [contract.alreadyAsked],
    write: async (tx, { params, body }, { session }) => {
      await askCredit(tx, session, params.ticket, body);
      return readClientPanel(tx.db, params.ticket, session, tx.now);
    },
  }),
  route({
    method: 'GET',
    path: base,
    summary: 'Credit that was asked for; what waits is the oldest first.',
    door,
    query: contract.askQuery,
    output: contract.askPage,
    read: (db, { query }, { session }) => listAsks(db, query, session),
  }),
  route({
    method: 'POST',
    path: `${base}/:ask/approve`,
    summary: 'Give what a colleague asked for. It counts to one’s own day.',
    door,
    proof: 'recent',
    params: contract.askParams,
    output: nothing,
    problems: [wrongState, sameHands, contract.beyondYourDay, overDailyLimit, goodwillLimit],
    write: async (tx, { params }, { session }) => {
      await approveAsk(tx, session, params.ask);
      return undefined;
    },
  }),
  route({
    method: 'POST',
    path: `${base}/:ask/decline`,
    summary: 'Do not give what a colleague asked for, and say why.',
    door,
    params: contract.askParams,
    body: contract.declineBody,
    output: nothing,
    problems: [wrongState, sameHands, contract.beyondYourDay],
    write: async (tx, { params, body }, { session }) => {
      await declineAsk(tx, session, params.ask, body.note);
      return undefined;
    },
  }),
  route({
    method: 'POST',
    path: `${base}/:ask/withdraw`,
    summary: 'Take back what one asked for.',
    door,
    params: contract.askParams,
    output: nothing,
    problems: [wrongState, contract.notYours],
    write: async (tx, { params }, { session }) => {
      await withdrawAsk(tx, session, params.ask);
      return undefined;
    },
  }),
];
