import { everything } from '../../kernel/db/scope.ts';
import { nothing } from '../../kernel/http/shapes.ts';
import { memberOrKey, memberOrPersonalKey, route, staff } from '../../kernel/http/route.ts';
import { wrongState } from '../../kernel/values/state-machine.ts';
import { organizationOfService, readServices } from '../services/index.ts';
import { findDraft } from './campaign.ts';
import { approveCampaign, pauseCampaign, resumeCampaign } from './commands/approve-campaign.ts';
import { decideOnMove } from './commands/decide-on-move.ts';
import { changeCampaign, draftCampaign } from './commands/draft-campaign.ts';
import { keepPrice } from './commands/keep-price.ts';
import { withdrawCampaign } from './commands/withdraw-campaign.ts';
import * as contract from './contract.ts';
import type { MoveAct } from './domain/abilities.ts';
import { affectedFile } from './affected-file.ts';
import * as may from './permissions.ts';
import { listMoves, previewCampaign } from './queries/affected.ts';
import { listCampaigns, showCampaign } from './queries/campaigns.ts';
import { showComing, showVersions } from './queries/coming.ts';

const base = '/api/console/pricing/campaigns';
const one = `${base}/:campaign`;
const coming = '/api/organizations/:organization/services/:service/coming-price';

export const routes = [
  route({
    method: 'GET',
    path: coming,
    summary: 'What a service is going to cost from a day on, as it was announced.',
    door: memberOrKey(readServices),
    params: contract.serviceParams,
    output: contract.comingShape,
    read: (db, { params }, { organization }) =>
      showComing(db, params.organization, params.service, organization),
  }),
  route({
    method: 'POST',
    path: `${coming}/keep`,
    summary: 'Keep the old price for as long as the announcement allows.',
    door: memberOrPersonalKey(may.answerPrices),
    params: contract.serviceParams,
    output: contract.comingShape,
    problems: [wrongState],
    within: everything,
    write: async (tx, { params }, { organization }) => {
      await keepPrice(tx, params);
      return showComing(tx.db, params.organization, params.service, organization);
    },
  }),
  route({
    method: 'GET',
    path: '/api/console/services/:service/coming-price',
    summary: 'What a client’s service is going to cost from a day on, as it was announced.',
    door: staff(readServices),
    params: contract.staffServiceParams,
    output: contract.comingShape,
    read: async (db, { params }) => {
      const { id } = await organizationOfService(db, params.service);
      return showComing(db, id, params.service, null);
    },
  }),
  route({
    method: 'GET',
    path: '/api/console/pricing/plans/:plan',
    summary: 'Every version of a plan’s prices, past and planned, and how many services are at each.',
    door: staff(may.readCampaigns),
    params: contract.planParams,
    output: contract.versionsShape,
    read: (db, { params }, { now }) => showVersions(db, params.plan, now),
  }),
  route({
    method: 'GET',
    path: base,
    summary: 'Campaigns of new prices, newest first.',
    door: staff(may.readCampaigns),
    query: contract.campaignQuery,
    output: contract.campaignPage,
    read: (db, { query }) => listCampaigns(db, query),
  }),
  route({
    method: 'POST',
    path: base,
    summary: 'Write a campaign down. Nobody is told before it is approved.',
    door: staff(may.prepareCampaigns),
    body: contract.campaignBody,
    output: contract.campaignShape,
    status: 201,
    write: async (tx, { body }, { session }) =>
      showCampaign(tx.db, await draftCampaign(tx, body, session.person.id)),
  }),
  route({
    method: 'POST',
    path: '/api/console/pricing/preview',
    summary: 'Whose price would change, from what to what, and what that comes to. Changes nothing.',
    door: staff(may.prepareCampaigns),
    body: contract.campaignBody,
    output: contract.previewShape,
    problems: [contract.tooManyServices],
    act: (ctx, { body }) => ctx.read((db) => previewCampaign(db, body, ctx.clock.now())),
  }),
  route({
    method: 'GET',
    path: one,
    summary: 'One campaign, how far it is and what may be done.',
    door: staff(may.readCampaigns),
    params: contract.campaignParams,
    output: contract.campaignShape,
    read: (db, { params }) => showCampaign(db, params.campaign),
  }),
  route({
    method: 'PATCH',
    path: one,
    summary: 'Change a campaign that is not approved.',
    door: staff(may.prepareCampaigns),
    ifMatch: true,
    params: contract.campaignParams,
    body: contract.campaignBody,
    output: contract.campaignShape,
    problems: [wrongState],
    write: async (tx, { params, body }, { version }) => {
      await changeCampaign(tx, params.campaign, version, body);
      return showCampaign(tx.db, params.campaign);
    },
  }),
  route({
    method: 'GET',
    path: `${one}/preview`,
    summary: 'What a campaign that is not approved would come to now.',
    door: staff(may.readCampaigns),
    params: contract.campaignParams,
    output: contract.previewShape,
    problems: [contract.tooManyServices],
    read: async (db, { params }, { now }) => previewCampaign(db, await findDraft(db, params.campaign), now),
  }),
  route({
    method: 'GET',
    path: `${one}/services`,
    summary: 'The services of an approved campaign and where each stands.',
    door: staff(may.readCampaigns),
    params: contract.campaignParams,
    query: contract.affectedQuery,
    output: contract.affectedPage,
    read: (db, { params, query }) => listMoves(db, { ...params, ...query }),
  }),
  route({
    method: 'GET',
    path: `${one}/file`,
    summary: 'Every service of a campaign with its old and new price, as a CSV file.',
    door: staff(may.readCampaigns),
    params: contract.campaignParams,
    output: nothing,
    download: (ctx, { params }, { session }) => affectedFile(ctx, params.campaign, session.person.locale),
  }),
  route({
    method: 'POST',
    path: `${one}/approve`,
    summary: 'Approve exactly what a preview showed, and let the notices go out.',
    door: staff(may.approveCampaigns),
    proof: 'recent',
    params: contract.campaignParams,
    body: contract.approveBody,
    output: contract.campaignShape,
    problems: [wrongState, contract.notAsShown, contract.nobodyAffected, contract.tooManyServices],
    write: async (tx, { params, body }, { session }) => {
      await approveCampaign(tx, { ...params, ...body, by: session.person.id });
      return showCampaign(tx.db, params.campaign);
    },
  }),
  act('pause', 'Let no further notice go out.', pauseCampaign),
  act('resume', 'Let notices go out again.', resumeCampaign),
  act(
    'withdraw',
    'Take a campaign back: who was told of a new price is told that the old one stays.',
    withdrawCampaign,
  ),
  decision(
    'resend',
    'Send a notice that did not arrive anew, with a day that leaves the time of notice again.',
  ),
  decision('deliver', 'Note that a notice was delivered in another way.'),
  decision('leave', 'Leave a service at its price, since its notice did not arrive.'),
];

function act(name: string, summary: string, run: typeof pauseCampaign) {
  return route({
    method: 'POST',
    path: `${one}/${name}`,
    summary,
    door: staff(may.approveCampaigns),
    params: contract.campaignParams,
    output: contract.campaignShape,
    problems: [wrongState],
    write: async (tx, { params }) => {
      await run(tx, params.campaign);
      return showCampaign(tx.db, params.campaign);
    },
  });
}

function decision(name: MoveAct, summary: string) {
  return route({
    method: 'POST',
    path: `${one}/services/:move/${name}`,
    summary,
    door: staff(may.approveCampaigns),
    params: contract.moveParams,
    output: contract.campaignShape,
    problems: [wrongState],
    write: async (tx, { params }) => {
      await decideOnMove(tx, params, name);
      return showCampaign(tx.db, params.campaign);
    },
  });
}
