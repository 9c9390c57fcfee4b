import { route, staff } from '../../kernel/http/route.ts';
import { planPrice, withdrawPrice } from './commands/plan-price.ts';
import * as contract from './contract.ts';
import * as may from './permissions.ts';

const path = '/api/console/catalog/plans/:plan/prices';

export const priceRoutes = [
  route({
    method: 'POST',
    path,
    summary:
      'Plan what new orders of a plan cost from a day on. Services that run keep what they were sold at.',
    door: staff(may.changeCatalog),
    params: contract.planParams,
    body: contract.plannedPriceBody,
    output: contract.versionShape,
    status: 201,
    problems: [contract.priceInThePast],
    write: async (tx, { params, body }, { session }) => ({
      version: await planPrice(tx, params.plan, body, session.person.timeZone),
    }),
  }),
  route({
    method: 'POST',
    path: `${path}/withdraw`,
    summary: 'Take back a price that has not begun.',
    door: staff(may.changeCatalog),
    params: contract.planParams,
    body: contract.withdrawPriceBody,
    output: contract.versionShape,
    problems: [contract.priceBegun],
    write: async (tx, { params, body }) => {
      await withdrawPrice(tx, params.plan, body);
      return { version: body.version };
    },
  }),
];
