import type { z } from 'zod';
import type { Membership, Session } from '../../kernel/auth/actor.ts';
import { everything } from '../../kernel/db/scope.ts';
import type { Tx } from '../../kernel/db/tx.ts';
import { memberOrKey, memberOrPersonalKey, route, staff } from '../../kernel/http/route.ts';
import { Problem, notFound } from '../../kernel/values/errors.ts';
import { wrongState } from '../../kernel/values/state-machine.ts';
import {
  changeServices,
  manageServices,
  organizationOfService,
  readServices,
  withdrawPause,
} from '../services/index.ts';
import type { ServiceKey } from '../services/index.ts';
import { pause } from './commands/pause.ts';
import { moveResumption, refuseWhereStaffDecide, resume } from './commands/resume.ts';
import * as contract from './contract.ts';
import { previewPause } from './preview.ts';
import { showPauses } from './queries/show-pauses.ts';

const base = '/api/organizations/:organization/services/:service';
const staffBase = '/api/console/services/:service';
const previewSummary =
  'What pausing a service comes to: from when, what becomes of paid time and what is invoiced next, with a quote by which exactly this is done.';

export const routes = [
  route({
    method: 'GET',
    path: `${base}/pauses`,
    summary: 'The pause of a service, those before it, and whether and how it can be paused.',
    door: memberOrKey(readServices),
    params: contract.serviceParams,
    output: contract.pausesShape,
    read: (db, { params }, { organization, now }) =>
      showPauses(db, params, { membership: organization }, now),
  }),
  route({
    method: 'POST',
    path: `${base}/pauses/preview`,
    summary: previewSummary,
    door: memberOrPersonalKey(changeServices),
    limit: { per: 'person', points: 120, seconds: 60 },
    params: contract.serviceParams,
    body: contract.askedShape,
    output: contract.previewShape,
    problems: [wrongState],
    secret: true,
    act: (ctx, { params, body }, { organization }) => {
      refuseOthers(organization, params.service);
      return previewPause(ctx, params, { asked: { resumeOn: body.resumeOn }, actor: 'client' });
    },
  }),
  byClient('', 'Pause a service as a quote showed.', contract.makeBody, (tx, key, { quote }, { person }) =>
    pause(tx, { ...key, quote, by: person.id }),
  ),
  byClient('/end', 'Let a paused service go on today.', null, resume),
  byClient('/withdraw', 'Take a pause back that lies ahead.', null, withdrawPause),
  byClient('/move', 'Choose another day on which it goes on by itself.', contract.moveBody, (tx, key, body) =>
    moveResumption(tx, { ...key, ...body, actor: 'client' }),
  ),
  route({
    method: 'GET',
    path: `${staffBase}/pauses`,
    summary: 'The pause of a service, those before it, and whether and how it can be paused.',
    door: staff(readServices),
    params: contract.staffServiceParams,
    output: contract.pausesShape,
    read: async (db, { params }, { session, now }) => {
      const { id: organization } = await organizationOfService(db, params.service);
      return showPauses(db, { organization, ...params }, { roles: session.staffRoles }, now);
    },
  }),
  route({
    method: 'POST',
    path: `${staffBase}/pauses/preview`,
    summary: previewSummary,
    door: staff(manageServices),
    params: contract.staffServiceParams,
    body: contract.askedShape,
    output: contract.previewShape,
    problems: [wrongState],
    secret: true,
    act: async (ctx, { params, body }) => {
      const { id: organization } = await ctx.read((db) => organizationOfService(db, params.service));
      return previewPause(ctx, { organization, ...params }, { asked: body, actor: 'staff' });
    },
  }),
  byStaff('', 'Pause a service as a quote showed.', contract.makeBody, (tx, key, { quote }) =>
    pause(tx, { ...key, quote, by: null }),
  ),
  byStaff('/end', 'Let a paused service go on today.', null, resume),
  byStaff('/withdraw', 'Take a pause back that lies ahead.', null, withdrawPause),
  byStaff('/move', 'Choose another day on which it goes on by itself.', contract.moveBody, (tx, key, body) =>
    moveResumption(tx, { ...key, ...body, actor: 'staff' }),
  ),
];

/** Who is a member for chosen services finds no other one; the transaction itself sees everything. */
function refuseOthers({ services }: Membership, service: ServiceKey['service']): void {
  if (services !== null && !services.includes(service)) throw new Problem(notFound);
}

/** One act of a client on one service; the answer is its pauses as they are then. */
function byClient<Body extends z.ZodType = z.ZodType<undefined>>(
  act: string,
  summary: string,
  body: Body | null,
  run: (tx: Tx, key: ServiceKey, body: z.output<Body>, session: Session) => Promise<void>,
) {
  return route({
    method: 'POST',
    path: `${base}/pauses${act}`,
    summary,
    door: memberOrPersonalKey(changeServices),
    limit: { per: 'person', points: 60, seconds: 3600 },
    params: contract.serviceParams,
    ...(body ? { body } : {}),
    output: contract.pausesShape,
    problems: [wrongState, contract.pauseStale],
    within: everything,
    write: async (tx, { params, body: given }, { organization, session }) => {
      refuseOthers(organization, params.service);
      if (act !== '') await refuseWhereStaffDecide(tx, params);
      await run(tx, params, given, session);
      return showPauses(tx.db, params, { membership: organization }, tx.now);
    },
  });
}

/** The same of the staff. */
function byStaff<Body extends z.ZodType = z.ZodType<undefined>>(
  act: string,
  summary: string,
  body: Body | null,
  run: (tx: Tx, key: ServiceKey, body: z.output<Body>) => Promise<void>,
) {
  return route({
    method: 'POST',
    path: `${staffBase}/pauses${act}`,
    summary,
    door: staff(manageServices),
    params: contract.staffServiceParams,
    ...(body ? { body } : {}),
    output: contract.pausesShape,
    problems: [wrongState, contract.pauseStale],
    write: async (tx, { params, body: given }, { session }) => {
      const { id: organization } = await organizationOfService(tx.db, params.service);
      const key = { organization, service: params.service };
      await run(tx, key, given);
      return showPauses(tx.db, key, { roles: session.staffRoles }, tx.now);
    },
  });
}
