import { everything } from '../../../kernel/db/scope.ts';
import { member, memberOrKey, person, route } from '../../../kernel/http/route.ts';
import { nothing } from '../../../kernel/http/shapes.ts';
import { acceptInvitation } from '../commands/accept-invitation.ts';
import { inviteMember, withdrawInvitation } from '../commands/invite-member.ts';
import { changeMember, removeMember, reviewMember } from '../commands/manage-member.ts';
import { answerOwnership, offerOwnership } from '../commands/offer-ownership.ts';
import { accessFile } from '../access-file.ts';
import * as contract from '../contract.ts';
import * as may from '../permissions.ts';
import { listInvitations, listMembers } from '../queries/members.ts';
import { findOwnershipOffer } from '../queries/ownership.ts';

const base = '/api/organizations/:organization';
const bounds = [contract.ownerOnly, contract.beyondYou];
const standing = [
  ...bounds,
  contract.managedByDirectory,
  contract.unknownRole,
  contract.ownersHaveAll,
  contract.datePast,
];

export const memberRoutes = [
  route({
    method: 'GET',
    path: `${base}/members`,
    summary: 'Everybody who has access to an organization, also by way of one above it.',
    door: memberOrKey(may.readMembers),
    params: contract.organizationParams,
    query: contract.memberQuery,
    output: contract.memberPage,
    read: (db, { query }, { organization, permissions }) => listMembers(db, organization, permissions, query),
  }),
  route({
    method: 'GET',
    path: `${base}/members/file`,
    summary: 'Who has access, as CSV.',
    door: member(may.manageMembers),
    params: contract.organizationParams,
    output: nothing,
    download: (ctx, _input, { organization, session }) =>
      ctx.read((db) => accessFile(db, organization, ctx.product.permissions, session.person.locale)),
  }),
  route({
    method: 'PATCH',
    path: `${base}/members/:person`,
    summary: 'Change the role of a member, and what narrows it.',
    door: member(may.manageMembers),
    ifMatch: true,
    params: contract.memberParams,
    body: contract.memberPatch,
    output: nothing,
    problems: [contract.lastOwner, ...standing],
    write: async (
      tx,
      { params, body: { limit, ...body } },
      { version, organization, permissions: known },
    ) => {
      await changeMember(
        tx,
        { by: organization, known, person: params.person, version },
        { ...body, ...(limit === undefined ? {} : { limit: minorUnits(limit) }) },
      );
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
    problems: [contract.lastOwner, contract.managedByDirectory, ...bounds],
    write: async (tx, { params }, { organization, permissions: known }) => {
      await removeMember(tx, { by: organization, known, person: params.person });
      return undefined;
    },
  }),
  route({
    method: 'POST',
    path: `${base}/members/:person/review`,
    summary: 'Note that a membership was looked at and is still right.',
    door: member(may.manageMembers),
    params: contract.memberParams,
    output: nothing,
    write: async (tx, { params }, { session }) => {
      await reviewMember(tx, params.organization, params.person, session.person.id);
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
    problems: [contract.alreadyInvited, ...standing],
    write: async (tx, { params, body }, { organization, session, permissions: known }) => {
      await inviteMember(tx, { organization, session, known, ...body, limit: minorUnits(body.limit) });
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
    path: `${base}/ownership`,
    summary: 'The open offer of the ownership, if there is one.',
    door: member(may.readOrganization),
    params: contract.organizationParams,
    output: contract.ownershipAnswer,
    read: async (db, { params }, { session, now }) => ({
      offer: await findOwnershipOffer(db, params.organization, session.person.id, now),
    }),
  }),
  route({
    method: 'POST',
    path: `${base}/ownership`,
    summary: 'Offer the ownership to a member, who has to accept it.',
    door: member(may.manageMembers),
    proof: 'recent',
    params: contract.organizationParams,
    body: contract.ownershipBody,
    output: contract.ownershipAnswer,
    status: 201,
    problems: [contract.ownerOnly, contract.offerOpen],
    write: async (tx, { params, body }, { organization, session }) => {
      await offerOwnership(tx, { by: organization, session, ...body });
      return { offer: await findOwnershipOffer(tx.db, params.organization, session.person.id, tx.now) };
    },
  }),
  ...(['accepted', 'declined', 'withdrawn'] as const).map((outcome) =>
    route({
      method: 'POST',
      path: `${base}/ownership/:offer/${{ accepted: 'accept', declined: 'decline', withdrawn: 'withdraw' }[outcome]}` as const,
      summary: {
        accepted: 'Accept the ownership one was offered.',
        declined: 'Decline the ownership one was offered.',
        withdrawn: 'Withdraw an offer of ownership.',
      }[outcome],
      door: member(may.readOrganization),
      params: contract.offerParams,
      output: nothing,
      problems: [contract.offerClosed],
      write: async (tx, { params }, { organization, session }) => {
        await answerOwnership(tx, { by: organization, session, offer: params.offer, outcome });
        return undefined;
      },
    }),
  ),
];

const minorUnits = (amount: number | null): bigint | null => (amount === null ? null : BigInt(amount));
