import { everything } from '../../../kernel/db/scope.ts';
import { member, memberOrKey, person, route } from '../../../kernel/http/route.ts';
import { nothing } from '../../../kernel/http/shapes.ts';
import { askSecondStep } from '../commands/ask-second-step.ts';
import { changeOrganization, changeReview } from '../commands/change-organization.ts';
import { createChild } from '../commands/create-child.ts';
import { createOrganization } from '../commands/create-organization.ts';
import { limitSessions } from '../commands/limit-sessions.ts';
import { payForChild } from '../commands/place-in-tree.ts';
import * as contract from '../contract.ts';
import * as may from '../permissions.ts';
import { findOrganization, findReview } from '../queries.ts';

const base = '/api/organizations/:organization';

export const organizationRoutes = [
  route({
    method: 'POST',
    path: '/api/organizations',
    summary: 'Create an organization and become its owner.',
    door: person,
    limit: { per: 'person', points: 10, seconds: 3600 },
    body: contract.createBody,
    output: contract.organizationShape,
    status: 201,
    within: everything,
    write: async (tx, { body }, { session }) => {
      const { email, locale, timeZone, id } = session.person;
      const { id: created } = await createOrganization(tx, {
        ...body,
        billingEmail: email,
        locale,
        timeZone,
        owner: id,
      });
      return findOrganization(tx.db, created);
    },
  }),
  route({
    method: 'GET',
    path: base,
    summary: 'The details of an organization.',
    door: memberOrKey(may.readOrganization),
    params: contract.organizationParams,
    output: contract.organizationShape,
    read: (db, { params }) => findOrganization(db, params.organization),
  }),
  route({
    method: 'PATCH',
    path: base,
    summary: 'Change the details of an organization.',
    door: member(may.changeOrganization),
    ifMatch: true,
    params: contract.organizationParams,
    body: contract.organizationPatch,
    output: contract.organizationShape,
    write: async (tx, { params, body }, { version }) => {
      await changeOrganization(tx, params.organization, version, body);
      return findOrganization(tx.db, params.organization);
    },
  }),
  route({
    method: 'GET',
    path: `${base}/review`,
    summary: 'How often an organization looks through who has access.',
    door: member(may.manageMembers),
    params: contract.organizationParams,
    output: contract.reviewSettings,
    read: (db, { params }) => findReview(db, params.organization),
  }),
  route({
    method: 'PUT',
    path: `${base}/review`,
    summary: 'Choose how often to be reminded to look through who has access.',
    door: member(may.manageMembers),
    params: contract.organizationParams,
    body: contract.reviewSettings,
    output: contract.reviewSettings,
    write: async (tx, { params, body }) => {
      await changeReview(tx, params.organization, body.months);
      return findReview(tx.db, params.organization);
    },
  }),
  route({
    method: 'POST',
    path: `${base}/children`,
    summary: 'Create an organization below this one; the people of this one act in it.',
    door: member(may.manageGroup),
    limit: { per: 'person', points: 20, seconds: 3600 },
    params: contract.organizationParams,
    body: contract.createBody,
    output: contract.organizationShape,
    status: 201,
    within: everything,
    write: async (tx, { params, body }) => {
      const { id } = await createChild(tx, params.organization, body);
      return findOrganization(tx.db, id);
    },
  }),
  route({
    method: 'PUT',
    path: `${base}/children/:child/payer`,
    summary: 'Pay from now on for an organization right below this one, or leave that to it again.',
    door: member(may.payForChildren),
    proof: 'recent',
    params: contract.childParams,
    body: contract.payerBody,
    output: nothing,
    problems: [contract.spendingLimited, contract.closedToOthers],
    within: everything,
    write: async (tx, { params, body }, { organization }) => {
      await payForChild(tx, { by: organization, child: params.child, pays: body.pays });
      return undefined;
    },
  }),
  route({
    method: 'PUT',
    path: `${base}/second-step`,
    summary: 'Let in only members who take a second step, or everybody.',
    door: member(may.manageMembers),
    proof: 'recent',
    params: contract.organizationParams,
    body: contract.secondStepBody,
    output: nothing,
    within: everything,
    write: async (tx, { params, body }) => {
      await askSecondStep(tx, params.organization, body.asked);
      return undefined;
    },
  }),
  route({
    method: 'PUT',
    path: `${base}/session-limits`,
    summary: 'Let members stay signed in for less long than the business does.',
    door: member(may.manageMembers),
    proof: 'recent',
    params: contract.organizationParams,
    body: contract.sessionLimitsBody,
    output: nothing,
    within: everything,
    write: async (tx, { params, body }) => {
      await limitSessions(tx, params.organization, body);
      return undefined;
    },
  }),
];
