import type { Membership, Session } from '../../kernel/auth/actor.ts';
import type { Ctx } from '../../kernel/context.ts';
import { everything } from '../../kernel/db/scope.ts';
import { member, memberOrKey, memberOrPersonalKey, route, staff } from '../../kernel/http/route.ts';
import { Problem, notFound } from '../../kernel/values/errors.ts';
import { wrongState } from '../../kernel/values/state-machine.ts';
import { notForSale, outOfStock } from '../catalog/index.ts';
import {
  changeServices,
  findService,
  manageServices,
  organizationOfService,
  readServices,
} from '../services/index.ts';
import type { ServiceKey } from '../services/index.ts';
import { lockChange } from './change.ts';
import * as contract from './change-contract.ts';
import { giveUpChange } from './commands/carry-out-change.ts';
import { approveChange, declineChange } from './commands/decide-on-change.ts';
import { makeChange } from './commands/make-change.ts';
import { beyondYourLimit, ownOrder } from './contract.ts';
import * as may from './permissions.ts';
import { shownOf, withQuote } from './preview-change.ts';
import { priceChange, readChangeSettings } from './price-change.ts';
import { findWaitingEnd } from './queries/find-waiting-end.ts';
import { showChanges, showOptions } from './queries/show-changes.ts';

const base = '/api/organizations/:organization/services/:service';
const staffBase = '/api/console/services/:service';
const problems = [
  wrongState,
  notForSale,
  outOfStock,
  contract.changeNotOffered,
  contract.nothingChanges,
] as const;

export const changeRoutes = [
  route({
    method: 'GET',
    path: `${base}/changes`,
    summary: 'What was changed about a service and what is about to be, latest first.',
    door: memberOrKey(readServices),
    params: contract.serviceParams,
    output: contract.changesShape,
    read: (db, { params }, { organization, session, now }) =>
      showChanges(db, params.organization, params.service, looking(organization, session), now),
  }),
  route({
    method: 'GET',
    path: `${base}/change-options`,
    summary: 'What a service could become: plans, cycles, options and add-ons of its product.',
    door: memberOrKey(may.changeWhatRuns),
    params: contract.serviceParams,
    output: contract.changeOptionsShape,
    read: (db, { params }, { organization, session, now }) =>
      showOptions(db, params.organization, params.service, looking(organization, session), now),
  }),
  route({
    method: 'POST',
    path: `${base}/changes/preview`,
    summary:
      'What a change costs or gives back, line by line with the reason, and a quote by which exactly this is billed. Changes nothing.',
    door: memberOrPersonalKey(may.changeWhatRuns),
    limit: { per: 'person', points: 120, seconds: 60 },
    params: contract.serviceParams,
    body: contract.askedShape,
    output: contract.previewShape,
    problems,
    secret: true,
    act: (ctx, { params, body }, { organization: { limit } }) => preview(ctx, params, body, limit, 'client'),
  }),
  route({
    method: 'POST',
    path: `${base}/changes`,
    summary: 'Do what a quote showed, billed exactly like that.',
    door: memberOrPersonalKey(may.changeWhatRuns),
    limit: { per: 'person', points: 30, seconds: 3600 },
    params: contract.serviceParams,
    body: contract.makeBody,
    output: contract.changesShape,
    status: 201,
    problems: [...problems, contract.quoteStale],
    within: everything,
    write: async (tx, { params, body }, { organization, session }) => {
      const { id, name } = session.person;
      const { limit } = organization;
      await makeChange(tx, { ...params, ...body, person: { id, name }, limit });
      return showChanges(tx.db, params.organization, params.service, looking(organization, session), tx.now);
    },
  }),
  route({
    method: 'POST',
    path: `${base}/end`,
    summary:
      'End a service at once, for exactly what a quote showed; what is above the limit of who asks waits for approval.',
    door: member(changeServices),
    proof: 'recent',
    params: contract.serviceParams,
    body: contract.endBody,
    output: contract.changesShape,
    status: 201,
    problems: [wrongState, contract.quoteStale],
    within: everything,
    write: async (tx, { params, body: { quote, ...ending } }, { organization, session }) => {
      const { id, name } = session.person;
      const { limit, services } = organization;
      // Who is a member for chosen services finds no other one.
      if (services !== null && !services.includes(params.service)) throw new Problem(notFound);
      await makeChange(tx, { ...params, quote, ending, person: { id, name }, limit });
      return showChanges(tx.db, params.organization, params.service, looking(organization, session), tx.now);
    },
  }),
  route({
    method: 'POST',
    path: `${base}/changes/:change/cancel`,
    summary: 'Take back a change that has not been made.',
    door: memberOrPersonalKey(may.changeWhatRuns),
    params: contract.changeParams,
    output: contract.changesShape,
    problems: [wrongState],
    within: everything,
    write: async (tx, { params }, { organization, session }) => {
      await giveUpChange(tx, await lockChange(tx, params.organization, params.change), 'client');
      return showChanges(tx.db, params.organization, params.service, looking(organization, session), tx.now);
    },
  }),
  route({
    method: 'POST',
    path: `${base}/changes/:change/preview`,
    summary:
      'What an end that waits for approval comes to now, with the quote it is approved by. Changes nothing.',
    door: member(may.approveOrders),
    limit: { per: 'person', points: 120, seconds: 60 },
    params: contract.changeParams,
    output: contract.previewShape,
    problems: [wrongState],
    secret: true,
    act: async (ctx, { params }, { organization: { limit } }) => {
      const { service } = await ctx.within(everything).read((db) => findWaitingEnd(db, params));
      return preview(ctx, { organization: params.organization, service }, { what: 'end' }, limit, 'client');
    },
  }),
  route({
    method: 'POST',
    path: `${base}/changes/:change/approve`,
    summary:
      'Approve a change that is above the limit of who asked for it; an end by the quote of its preview.',
    door: member(may.approveOrders),
    proof: 'recent',
    params: contract.changeParams,
    body: contract.approveChangeBody,
    output: contract.changesShape,
    problems: [wrongState, ownOrder, beyondYourLimit, contract.quoteStale],
    within: everything,
    write: async (tx, { params, body }, { organization, session }) => {
      const { change } = params;
      await approveChange(tx, { ...body, by: organization, person: session.person.id, change });
      return showChanges(tx.db, params.organization, params.service, looking(organization, session), tx.now);
    },
  }),
  route({
    method: 'POST',
    path: `${base}/changes/:change/decline`,
    summary: 'Decline a change that is above the limit of who asked for it, with a reason.',
    door: member(may.approveOrders),
    proof: 'recent',
    params: contract.changeParams,
    body: contract.declineChangeBody,
    output: contract.changesShape,
    problems: [wrongState, ownOrder],
    within: everything,
    write: async (tx, { params, body }, { organization, session }) => {
      const { change } = params;
      const reason = body?.reason ?? '';
      await declineChange(tx, { by: organization, person: session.person.id, change, reason });
      return showChanges(tx.db, params.organization, params.service, looking(organization, session), tx.now);
    },
  }),
  route({
    method: 'GET',
    path: `${staffBase}/changes`,
    summary: 'What was changed about a service and what is about to be, latest first.',
    door: staff(readServices),
    params: contract.staffServiceParams,
    output: contract.changesShape,
    read: async (db, { params }, { now }) => {
      const { id } = await organizationOfService(db, params.service);
      return showChanges(db, id, params.service, 'staff', now);
    },
  }),
  route({
    method: 'GET',
    path: `${staffBase}/change-options`,
    summary: 'What a service could become, also where clients may not choose it themselves.',
    door: staff(manageServices),
    params: contract.staffServiceParams,
    output: contract.changeOptionsShape,
    read: async (db, { params }, { now }) => {
      const { id } = await organizationOfService(db, params.service);
      return showOptions(db, id, params.service, 'staff', now);
    },
  }),
  route({
    method: 'POST',
    path: `${staffBase}/changes/preview`,
    summary: 'What a change of a client’s service costs or gives back, with a quote. Changes nothing.',
    door: staff(manageServices),
    params: contract.staffServiceParams,
    body: contract.askedShape,
    output: contract.previewShape,
    problems,
    secret: true,
    act: async (ctx, { params, body }) => {
      const { id: organization } = await ctx.read((db) => organizationOfService(db, params.service));
      return preview(ctx, { organization, ...params }, body, null, 'staff');
    },
  }),
  route({
    method: 'POST',
    path: `${staffBase}/changes`,
    summary: 'Do for a client what a quote showed, billed exactly like that.',
    door: staff(manageServices),
    params: contract.staffServiceParams,
    body: contract.makeBody,
    output: contract.changesShape,
    status: 201,
    problems: [...problems, contract.quoteStale],
    write: async (tx, { params, body }) => {
      const { id: organization } = await organizationOfService(tx.db, params.service);
      await makeChange(tx, { organization, ...params, ...body, person: null, limit: null });
      return showChanges(tx.db, organization, params.service, 'staff', tx.now);
    },
  }),
  route({
    method: 'POST',
    path: `${staffBase}/end`,
    summary:
      'End a client’s service at once, as a quote showed; what leaving early costs may be waived, with a reason.',
    door: staff(manageServices),
    params: contract.staffServiceParams,
    body: contract.staffEndBody,
    output: contract.changesShape,
    status: 201,
    problems: [wrongState, contract.quoteStale],
    write: async (tx, { params, body: { quote, waive, ...ending } }) => {
      const { id: organization } = await organizationOfService(tx.db, params.service);
      await makeChange(tx, { organization, ...params, quote, waive, ending, person: null, limit: null });
      return showChanges(tx.db, organization, params.service, 'staff', tx.now);
    },
  }),
  route({
    method: 'POST',
    path: `${staffBase}/changes/:change/cancel`,
    summary: 'Take back a change of a client’s service that has not been made.',
    door: staff(manageServices),
    params: contract.staffChangeParams,
    output: contract.changesShape,
    problems: [wrongState],
    write: async (tx, { params }) => {
      const { id: organization } = await organizationOfService(tx.db, params.service);
      await giveUpChange(tx, await lockChange(tx, organization, params.change), 'staff');
      return showChanges(tx.db, organization, params.service, 'staff', tx.now);
    },
  }),
];

function looking(membership: Membership, session: Session | null) {
  return { membership, person: session?.person.id ?? null };
}

function preview(
  ctx: Ctx,
  { organization, service: id }: ServiceKey,
  asked: contract.Asked,
  limit: Membership['limit'],
  actor: 'client' | 'staff',
): Promise<contract.ChangePreview> {
  const at = ctx.clock.now();
  return ctx.within(everything).read(async (db) => {
    const [service, settings] = await Promise.all([
      findService(db, organization, id),
      readChangeSettings(db),
    ]);
    const priced = await priceChange(db, { service, settings, asked, at, pricesAt: at, actor });
    return withQuote(ctx.vault, shownOf(priced, limit), { service, asked, at });
  });
}
