import { memberOrKey, route, staff } from '../../../kernel/http/route.ts';
import { changeCatalog } from '../../catalog/index.ts';
import { organizationOfService, readServices } from '../../services/index.ts';
import { exampleOf } from '../domain/charges/example.ts';
import * as contract from '../next-contract.ts';
import { showUsage } from '../queries/usage.ts';

const summary =
  'What a service has used in the running period by meter and day, and what that comes to so far.';

export const usageRoutes = [
  route({
    method: 'GET',
    path: '/api/organizations/:organization/services/:service/usage',
    summary,
    door: memberOrKey(readServices),
    params: contract.nextParams,
    output: contract.usageShape,
    read: (db, { params }, { now }) => showUsage(db, params.organization, params.service, now),
  }),
  route({
    method: 'GET',
    path: '/api/console/services/:service/usage',
    summary,
    door: staff(readServices),
    params: contract.staffNextParams,
    output: contract.usageShape,
    read: async (db, { params }, { now }) => {
      const { id } = await organizationOfService(db, params.service);
      return showUsage(db, id, params.service, now);
    },
  }),
  route({
    method: 'POST',
    path: '/api/console/usage/examples',
    summary: 'What quantities would come to by a charge, before it is saved. Changes nothing.',
    door: staff(changeCatalog),
    body: contract.exampleBody,
    output: contract.examplesShape,
    read: async (_, { body: { charge, currency, decimals, quantities } }) => {
      const words = { id: '', en: '' };
      const counts = { aggregation: 'sum', rounding: 'nearest', decimals } as const;
      const meter = { id: '', code: charge.meter, name: words, unit: words, ...counts };
      return {
        examples: quantities.map((quantity) => ({
          quantity,
          amount: { amount: Number(exampleOf({ ...charge, meter }, quantity, currency)), currency },
        })),
      };
    },
  }),
];
