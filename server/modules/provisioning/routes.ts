import { mayAsStaff, type Session } from '../../kernel/auth/actor.ts';
import { member, memberOrKey, route, staff } from '../../kernel/http/route.ts';
import { nothing } from '../../kernel/http/shapes.ts';
import { wrongState } from '../../kernel/values/state-machine.ts';
import { organizationOfService } from '../services/index.ts';
import { addConnection, askForPlans, changeConnection } from './commands/edit-connection.ts';
import { markAsDone, retryInstance } from './commands/settle-by-staff.ts';
import { completeTask, failTask, releaseTask, takeTask } from './commands/staff-tasks.ts';
import * as contract from './contract.ts';
import * as may from './permissions.ts';
import { vendorUnavailable } from './provisioner.ts';
import { findConnection, listConnections, listDrivers } from './queries/connections.ts';
import { showInstance } from './queries/instance.ts';
import { revealCredentials, showSetup } from './queries/setup.ts';
import { findTask, listTasks } from './queries/tasks.ts';

const service = '/api/organizations/:organization/services/:service';
const inConsole = '/api/console/services/:service/provisioning';
const tasks = '/api/console/provisioning/tasks';
const connections = '/api/console/provisioning/connections';

const asking = ({ person, staffRoles }: Session) => ({
  person: person.id,
  mayManage: mayAsStaff(may.manageInstances, staffRoles),
});

export const routes = [
  route({
    method: 'GET',
    path: `${service}/setup`,
    summary: 'How far a service is with being set up, changed or removed.',
    door: memberOrKey(may.readSetup),
    params: contract.serviceParams,
    output: contract.setupShape,
    read: (db, { params }, { organization }) => showSetup(db, organization, params.service),
  }),
  route({
    method: 'GET',
    path: `${service}/credentials`,
    summary: 'Reveal the credentials of a service. It is recorded who did.',
    door: member(may.readSecrets),
    limit: { per: 'person', points: 30, seconds: 600 },
    params: contract.serviceParams,
    output: contract.credentialsShape,
    // Not a POST: the answer to one is kept for its Idempotency-Key, and secrets are kept nowhere in clear.
    act: (ctx, { params }) =>
      ctx.transact(async (tx) => ({ credentials: await revealCredentials(tx, params) })),
  }),
  route({
    method: 'GET',
    path: inConsole,
    summary: 'The technical side of a service with the log of what was asked of its vendor.',
    door: staff(may.readInstances),
    params: contract.consoleServiceParams,
    output: contract.instanceAnswer,
    act: (ctx, { params }, { session }) =>
      ctx.read(async (db) => ({
        instance: await showInstance(db, asking(session), params.service, ctx.clock.now()),
      })),
  }),
  route({
    method: 'POST',
    path: `${inConsole}/retry`,
    summary: 'Ask the vendor again at once, with the count of tries begun anew.',
    door: staff(may.manageInstances),
    params: contract.consoleServiceParams,
    output: nothing,
    problems: [wrongState],
    write: async (tx, { params }) => {
      const { id: organization } = await organizationOfService(tx.db, params.service);
      await retryInstance(tx, { organization, service: params.service });
      return undefined;
    },
  }),
  route({
    method: 'POST',
    path: `${inConsole}/mark-as-done`,
    summary: 'Say that the service is as it should be, whatever its vendor answered.',
    door: staff(may.manageInstances),
    params: contract.consoleServiceParams,
    output: nothing,
    problems: [wrongState],
    write: async (tx, { params }) => {
      const { id: organization } = await organizationOfService(tx.db, params.service);
      await markAsDone(tx, { organization, service: params.service });
      return undefined;
    },
  }),
  route({
    method: 'GET',
    path: tasks,
    summary: 'What a person has to do for services, the longest waiting first.',
    door: staff(may.readInstances),
    query: contract.taskQuery,
    output: contract.taskPage,
    read: (db, { query }, { session }) => listTasks(db, asking(session), query),
  }),
  route({
    method: 'GET',
    path: `${tasks}/:task`,
    summary: 'One task.',
    door: staff(may.readInstances),
    params: contract.taskParams,
    output: contract.taskShape,
    read: (db, { params }, { session }) => findTask(db, asking(session), params.task),
  }),
  route({
    method: 'POST',
    path: `${tasks}/:task/take`,
    summary: 'Take a task on.',
    door: staff(may.manageInstances),
    params: contract.taskParams,
    body: contract.takeBody,
    output: contract.taskShape,
    problems: [contract.taskTaken, wrongState],
    write: async (tx, { params, body }, { session }) => {
      await takeTask(tx, params.task, body?.over ?? false);
      return findTask(tx.db, asking(session), params.task);
    },
  }),
  route({
    method: 'POST',
    path: `${tasks}/:task/release`,
    summary: 'Put a task back for somebody else.',
    door: staff(may.manageInstances),
    params: contract.taskParams,
    output: contract.taskShape,
    problems: [wrongState],
    write: async (tx, { params }, { session }) => {
      await releaseTask(tx, params.task);
      return findTask(tx.db, asking(session), params.task);
    },
  }),
  route({
    method: 'POST',
    path: `${tasks}/:task/complete`,
    summary: 'Report that it is done, with what the client is to know.',
    door: staff(may.manageInstances),
    params: contract.taskParams,
    body: contract.completeBody,
    output: contract.taskShape,
    problems: [wrongState],
    write: async (tx, { params, body: { note = '', ...facts } }, { session }) => {
      await completeTask(tx, params.task, { facts, note });
      return findTask(tx.db, asking(session), params.task);
    },
  }),
  route({
    method: 'POST',
    path: `${tasks}/:task/fail`,
    summary: 'Report that it cannot be done, and why.',
    door: staff(may.manageInstances),
    params: contract.taskParams,
    body: contract.failBody,
    output: contract.taskShape,
    problems: [wrongState],
    write: async (tx, { params, body }, { session }) => {
      await failTask(tx, params.task, body.note);
      return findTask(tx.db, asking(session), params.task);
    },
  }),
  route({
    method: 'GET',
    path: '/api/console/provisioning/drivers',
    summary: 'The kinds of vendors that can be connected.',
    door: staff(may.readInstances),
    output: contract.driverList,
    act: async (ctx) => ({ items: listDrivers(ctx.ports.provisioners) }),
  }),
  route({
    method: 'GET',
    path: connections,
    summary: 'The connected vendors, without their secrets.',
    door: staff(may.readInstances),
    output: contract.connectionList,
    read: async (db) => ({ items: await listConnections(db) }),
  }),
  route({
    method: 'POST',
    path: connections,
    summary: 'Connect a vendor.',
    door: staff(may.manageConnections),
    body: contract.connectionBody,
    output: contract.connectionShape,
    status: 201,
    problems: [contract.codeTaken, contract.unknownProvisioner],
    act: (ctx, { body }) =>
      ctx.transact(async (tx) =>
        findConnection(tx.db, await addConnection(tx, ctx.ports.provisioners, body)),
      ),
  }),
  route({
    method: 'PATCH',
    path: `${connections}/:connection`,
    summary: 'Change a connection, archive it or bring it back.',
    door: staff(may.manageConnections),
    ifMatch: true,
    params: contract.connectionParams,
    body: contract.connectionPatch,
    output: contract.connectionShape,
    act: (ctx, { params, body }, { version }) =>
      ctx.transact(async (tx) => {
        await changeConnection(tx, ctx.ports.provisioners, params.connection, version, body);
        return findConnection(tx.db, params.connection);
      }),
  }),
  route({
    method: 'GET',
    path: `${connections}/:connection/plans`,
    summary: 'Ask the vendor for its plans; also shows whether it can be reached.',
    door: staff(may.manageConnections),
    limit: { per: 'person', points: 30, seconds: 60 },
    params: contract.connectionParams,
    output: contract.planList,
    problems: [vendorUnavailable],
    act: async (ctx, { params }) => ({ items: await askForPlans(ctx, params.connection) }),
  }),
];
