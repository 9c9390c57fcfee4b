import { everything } from '../../kernel/db/scope.ts';
import { member, person, route, staff } from '../../kernel/http/route.ts';
import { nothing } from '../../kernel/http/shapes.ts';
import { acceptInvitation } from './commands/accept-invitation.ts';
import { changeOrganization } from './commands/change-organization.ts';
import { createOrganization } from './commands/create-organization.ts';
import { inviteMember, withdrawInvitation } from './commands/invite-member.ts';
import { changeMemberRole, removeMember } from './commands/manage-member.ts';
import * as contract from './contract.ts';
import * as may from './permissions.ts';
import { findClient, listClients } from './clients.ts';
import { findOrganization, listInvitations, listMembers } from './queries.ts';

const base = '/api/organizations/:organization';

export const routes = [
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
    door: member(may.readOrganization),
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
    path: `${base}/members`,
    summary: 'The members of an organization.',
    door: member(may.readMembers),
    params: contract.organizationParams,
    query: contract.memberQuery,
    output: contract.memberPage,
    read: (db, { query }, { organization }) => listMembers(db, organization, query),
  }),
  route({
    method: 'PATCH',
    path: `${base}/members/:person`,
    summary: 'Change the role of a member.',
    door: member(may.manageMembers),
    ifMatch: true,
    params: contract.memberParams,
    body: contract.memberPatch,
    output: nothing,
    problems: [contract.lastOwner],
    write: async (tx, { params, body }, { version }) => {
      await changeMemberRole(tx, { ...params, version, role: body.role });
      return undefined;
    },
  }),
  route({
    method: 'DELETE',
    path: `${base}/members/:person`,
    summary: 'Take a member out of the organization.',
    door: member(may.manageMembers),
    params: contract.memberParams,
    output: nothing,
    problems: [contract.lastOwner],
    write: async (tx, { params }) => {
      await removeMember(tx, params.organization, params.person);
      return undefined;
    },
  }),
  route({
    method: 'GET',
    path: `${base}/invitations`,
    summary: 'The open invitations of an organization.',
    door: member(may.manageMembers),
    params: contract.organizationParams,
    output: contract.invitationList,
    read: async (db, { params }) => ({ items: await listInvitations(db, params.organization) }),
  }),
  route({
    method: 'POST',
    path: `${base}/invitations`,
    summary: 'Invite somebody by e-mail.',
    door: member(may.manageMembers),
    limit: { per: 'person', points: 60, seconds: 3600 },
    params: contract.organizationParams,
    body: contract.invitationBody,
    output: contract.invitationList,
    status: 201,
    problems: [contract.alreadyInvited],
    write: async (tx, { params, body }, { organization, session }) => {
      await inviteMember(tx, { organization, session, ...body });
      return { items: await listInvitations(tx.db, params.organization) };
    },
  }),
  route({
    method: 'DELETE',
    path: `${base}/invitations/:invitation`,
    summary: 'Withdraw an open invitation.',
    door: member(may.manageMembers),
    params: contract.invitationParams,
    output: nothing,
    write: async (tx, { params }) => {
      await withdrawInvitation(tx, params.organization, params.invitation);
      return undefined;
    },
  }),
  route({
    method: 'POST',
    path: '/api/invitations/accept',
    summary: 'Accept an invitation with its mailed link.',
    door: person,
    limit: { per: 'person', points: 20, seconds: 60 },
    body: contract.acceptBody,
    output: contract.acceptedShape,
    problems: [contract.invitationClosed, contract.invitationForAnother, contract.alreadyMember],
    within: everything,
    write: (tx, { body }, { session }) => acceptInvitation(tx, session, body.token),
  }),
  route({
    method: 'GET',
    path: '/api/console/clients',
    summary: 'Clients by name.',
    door: staff(may.readClients),
    query: contract.clientQuery,
    output: contract.clientPage,
    read: (db, { query }) => listClients(db, query),
  }),
  route({
    method: 'GET',
    path: '/api/console/clients/:organization',
    summary: 'One client: details, relatives and people.',
    door: staff(may.readClients),
    params: contract.organizationParams,
    output: contract.clientDetail,
    read: (db, { params }) => findClient(db, params.organization),
  }),
  route({
    method: 'PATCH',
    path: '/api/console/clients/:organization',
    summary: 'Change the details of a client.',
    door: staff(may.changeClients),
    ifMatch: true,
    params: contract.organizationParams,
    body: contract.organizationPatch,
    output: contract.organizationShape,
    write: async (tx, { params, body }, { version }) => {
      await changeOrganization(tx, params.organization, version, body);
      return findOrganization(tx.db, params.organization);
    },
  }),
];
