import { member, memberOrKey, route } from '../../../kernel/http/route.ts';
import { changeRole, deleteRole, makeRole } from '../commands/manage-role.ts';
import * as contract from '../contract.ts';
import * as may from '../permissions.ts';
import { listRoles } from '../queries/roles.ts';

const base = '/api/organizations/:organization/roles';
const bounds = [contract.beyondYou, contract.ownerOnly];

export const roleRoutes = [
  route({
    method: 'GET',
    path: base,
    summary: 'The roles an organization made for itself, and the permissions there are.',
    door: memberOrKey(may.readMembers),
    params: contract.organizationParams,
    output: contract.roleList,
    read: (db, _input, { organization, permissions }) => listRoles(db, organization, permissions),
  }),
  route({
    method: 'POST',
    path: base,
    summary: 'Make a role that holds no more than one holds oneself.',
    door: member(may.manageMembers),
    params: contract.organizationParams,
    body: contract.roleBody,
    output: contract.roleList,
    status: 201,
    problems: [...bounds, contract.unknownPermission, contract.roleNameTaken],
    write: async (tx, { body }, { organization, session, permissions: known }) => {
      await makeRole(tx, { by: organization, person: session.person.id, known }, body);
      return listRoles(tx.db, organization, known);
    },
  }),
  route({
    method: 'PUT',
    path: `${base}/:role`,
    summary: 'Change a role for everybody who has it.',
    door: member(may.manageMembers),
    ifMatch: true,
    params: contract.roleParams,
    body: contract.roleBody,
    output: contract.roleList,
    problems: [...bounds, contract.unknownPermission, contract.roleNameTaken],
    write: async (tx, { params, body }, { organization, version, permissions: known }) => {
      await changeRole(tx, { by: organization, known, role: params.role, version }, body);
      return listRoles(tx.db, organization, known);
    },
  }),
  route({
    method: 'POST',
    path: `${base}/:role/delete`,
    summary: 'Delete a role; whoever has it gets the one named instead.',
    door: member(may.manageMembers),
    params: contract.roleParams,
    body: contract.roleDeletion,
    output: contract.roleList,
    problems: [...bounds, contract.roleInUse, contract.unknownRole],
    write: async (tx, { params, body }, { organization, permissions: known }) => {
      await deleteRole(tx, { by: organization, known, role: params.role, instead: body.instead });
      return listRoles(tx.db, organization, known);
    },
  }),
];
