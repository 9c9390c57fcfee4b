import { route, staff } from '../../kernel/http/route.ts';
import { addMeter, changeMeter } from './commands/edit-meter.ts';
import * as contract from './meter-contract.ts';
import * as may from './permissions.ts';
import { listMeters } from './queries/meters.ts';

const path = '/api/console/catalog/meters';

export const meterRoutes = [
  route({
    method: 'GET',
    path,
    summary: 'What is measured of services, and how many plans are sold by it.',
    door: staff(may.readCatalog),
    output: contract.metersShape,
    read: (db, _, { now }) => listMeters(db, now),
  }),
  route({
    method: 'POST',
    path,
    summary: 'Add a meter.',
    door: staff(may.changeCatalog),
    body: contract.meterBody,
    output: contract.metersShape,
    status: 201,
    problems: [contract.meterTaken],
    write: async (tx, { body }) => {
      await addMeter(tx, body);
      return listMeters(tx.db, tx.now);
    },
  }),
  route({
    method: 'PATCH',
    path: `${path}/:meter`,
    summary: 'Change what a meter is called, or take it out of use. How it counts stays.',
    door: staff(may.changeCatalog),
    ifMatch: true,
    params: contract.meterParams,
    body: contract.meterPatch,
    output: contract.metersShape,
    write: async (tx, { params, body }, { version }) => {
      await changeMeter(tx, params.meter, version, body);
      return listMeters(tx.db, tx.now);
    },
  }),
];
