import { memberOrKey, route, staff } from '../../../kernel/http/route.ts';
import { organizationOfService } from '../../services/index.ts';
import * as contract from '../next-contract.ts';
import * as may from '../permissions.ts';
import { showNextInvoice } from '../queries/next-invoice.ts';

const summary = 'The invoice of a service that comes by itself next, part by part, or why none does.';

export const nextInvoiceRoutes = [
  route({
    method: 'GET',
    path: '/api/organizations/:organization/services/:service/next-invoice',
    summary,
    door: memberOrKey(may.readInvoices),
    params: contract.nextParams,
    output: contract.nextInvoiceShape,
    read: (db, { params }, { now }) => showNextInvoice(db, params.organization, params.service, now),
  }),
  route({
    method: 'GET',
    path: '/api/console/services/:service/next-invoice',
    summary,
    door: staff(may.readInvoices),
    params: contract.staffNextParams,
    output: contract.nextInvoiceShape,
    read: async (db, { params }, { now }) => {
      const { id } = await organizationOfService(db, params.service);
      return showNextInvoice(db, id, params.service, now);
    },
  }),
];
