import type { z } from 'zod';
import type { Tx } from '../../kernel/db/tx.ts';
import { member, memberOrKey, route, staff } from '../../kernel/http/route.ts';
import { wrongState } from '../../kernel/values/state-machine.ts';
import { activateService } from './commands/activate-service.ts';
import { cancelService, keepService } from './commands/cancel-service.ts';
import { resumeByClient, suspendByClient } from './commands/hold-by-client.ts';
import { renameService } from './commands/rename-service.ts';
import { liftSuspension, suspendService } from './commands/suspend-service.ts';
import * as contract from './contract.ts';
import { organizationOf, showClientService, showService } from './detail.ts';
import * as may from './permissions.ts';
import { listAllServices, listServices, servicesSummary } from './queries.ts';
import type { ServiceKey } from './service.ts';

const base = '/api/organizations/:organization/services';
const console = '/api/console/services';

export const routes = [
  route({
    method: 'GET',
    path: base,
    summary: 'The services of an organization, newest first.',
    door: memberOrKey(may.readServices),
    params: contract.organizationParams,
    query: contract.serviceQuery,
    output: contract.servicePage,
    read: (db, { params, query }) => listServices(db, params.organization, query),
  }),
  route({
    method: 'GET',
    path: '/api/organizations/:organization/services-summary',
    summary: 'How many services run, wait, are on hold or end soon.',
    door: memberOrKey(may.readServices),
    params: contract.organizationParams,
    output: contract.summaryShape,
    read: (db, { params }, { now }) => servicesSummary(db, params.organization, now),
  }),
  route({
    method: 'GET',
    path: `${base}/:service`,
    summary: 'One service: what was agreed, what it is now, what happened and what may be done.',
    door: memberOrKey(may.readServices),
    params: contract.serviceParams,
    output: contract.serviceDetail,
    read: (db, { params }, { organization, now }) => showService(db, organization, params.service, now),
  }),
  route({
    method: 'PATCH',
    path: `${base}/:service`,
    summary: 'Give a service a name of your own.',
    door: memberOrKey(may.changeServices),
    ifMatch: true,
    params: contract.serviceParams,
    body: contract.servicePatch,
    output: contract.serviceDetail,
    write: async (tx, { params, body }, { organization, version }) => {
      await renameService(tx, { ...params, version, label: body.label });
      return showService(tx.db, organization, params.service, tx.now);
    },
  }),
  route({
    method: 'POST',
    path: `${base}/:service/suspend`,
    summary: 'Put a service on hold. It is billed on, and nothing is deleted.',
    door: memberOrKey(may.changeServices),
    params: contract.serviceParams,
    output: contract.serviceDetail,
    problems: [wrongState],
    write: async (tx, { params }, { organization }) => {
      await suspendByClient(tx, params);
      return showService(tx.db, organization, params.service, tx.now);
    },
  }),
  route({
    method: 'POST',
    path: `${base}/:service/resume`,
    summary: 'Let a service run again that you had put on hold.',
    door: memberOrKey(may.changeServices),
    params: contract.serviceParams,
    output: contract.serviceDetail,
    problems: [wrongState],
    write: async (tx, { params }, { organization }) => {
      await resumeByClient(tx, params);
      return showService(tx.db, organization, params.service, tx.now);
    },
  }),
  route({
    method: 'POST',
    path: `${base}/:service/cancel`,
    summary: 'Cancel a service at once, at the end of the time that is paid for, or with its fixed term.',
    door: member(may.changeServices),
    proof: 'recent',
    params: contract.serviceParams,
    body: contract.cancelBody,
    output: contract.serviceDetail,
    problems: [wrongState],
    write: async (tx, { params, body }, { organization }) => {
      await cancelService(tx, { ...params, ...body });
      return showService(tx.db, organization, params.service, tx.now);
    },
  }),
  route({
    method: 'POST',
    path: `${base}/:service/keep`,
    summary: 'Take a scheduled cancellation back.',
    door: memberOrKey(may.changeServices),
    params: contract.serviceParams,
    output: contract.serviceDetail,
    problems: [wrongState],
    write: async (tx, { params }, { organization }) => {
      await keepService(tx, params);
      return showService(tx.db, organization, params.service, tx.now);
    },
  }),
  route({
    method: 'GET',
    path: console,
    summary: 'The services of all clients or of one, newest first.',
    door: staff(may.readServices),
    query: contract.consoleQuery,
    output: contract.clientServicePage,
    read: (db, { query }) => listAllServices(db, query),
  }),
  route({
    method: 'GET',
    path: `${console}/:service`,
    summary: 'One service as the staff see it.',
    door: staff(may.readServices),
    params: contract.consoleParams,
    output: contract.clientServiceDetail,
    read: (db, { params }, { session, now }) =>
      showClientService(db, session.staffRoles, params.service, now),
  }),
  byStaff('activate', 'Begin a service that waits for its payment.', null, activateService),
  byStaff('suspend', 'Put a service on hold.', contract.staffSuspendBody, (tx, key, body) =>
    suspendService(tx, { ...key, ...body }),
  ),
  byStaff('lift', 'Take one reason for the hold away.', contract.staffLiftBody, (tx, key, body) =>
    liftSuspension(tx, { ...key, ...body }),
  ),
  byStaff('cancel', 'Cancel a service.', contract.staffCancelBody, (tx, key, body) =>
    cancelService(tx, { ...key, ...body, staff: true }),
  ),
  byStaff('keep', 'Take a scheduled cancellation back.', null, keepService),
];

/** One act of the staff on one service; the answer is the service as it is then. */
function byStaff<Body extends z.ZodType = z.ZodType<undefined>>(
  act: string,
  summary: string,
  body: Body | null,
  run: (tx: Tx, key: ServiceKey, body: z.output<Body>) => Promise<void>,
) {
  return route({
    method: 'POST',
    path: `${console}/:service/${act}`,
    summary,
    door: staff(may.manageServices),
    params: contract.consoleParams,
    ...(body ? { body } : {}),
    output: contract.clientServiceDetail,
    problems: [wrongState],
    write: async (tx, { params, body: given }, { session }) => {
      const { id: organization } = await organizationOf(tx.db, params.service);
      await run(tx, { organization, service: params.service }, given);
      return showClientService(tx.db, session.staffRoles, params.service, tx.now);
    },
  });
}
