import { route, staff } from '../../../kernel/http/route.ts';
import { nothing } from '../../../kernel/http/shapes.ts';
import { giveCredit as mayGive, goodwillLimit } from '../../billing/index.ts';
import { dismissCredit, giveCredit } from '../commands/sla/decide-credit.ts';
import * as contract from '../credit-contract.ts';
import * as may from '../permissions.ts';
import { listCredits } from '../queries/sla/credits.ts';

const base = '/api/console/service-levels/credits';

export const slaCreditRoutes = [
  route({
    method: 'GET',
    path: base,
    summary: 'What clients are owed for missed promises; what waits is the oldest first.',
    door: staff(may.readBreachCredits),
    query: contract.creditQuery,
    output: contract.creditPage,
    read: (db, { query }) => listCredits(db, query),
  }),
  route({
    method: 'POST',
    path: `${base}/:credit/give`,
    summary: 'Give the client what is owed, or another sum, as goodwill.',
    door: staff(mayGive),
    proof: 'recent',
    params: contract.creditParams,
    body: contract.giveBody,
    output: nothing,
    problems: [contract.creditDecided, goodwillLimit],
    write: async (tx, { params, body }, { session }) => {
      const { amount, reason } = body;
      await giveCredit(tx, params.credit, { amount: BigInt(amount), reason, by: session.person.id });
      return undefined;
    },
  }),
  route({
    method: 'POST',
    path: `${base}/:credit/dismiss`,
    summary: 'Give nothing, and say why.',
    door: staff(mayGive),
    params: contract.creditParams,
    body: contract.dismissBody,
    output: nothing,
    problems: [contract.creditDecided],
    write: async (tx, { params, body }, { session }) => {
      await dismissCredit(tx, params.credit, { ...body, by: session.person.id });
      return undefined;
    },
  }),
];
