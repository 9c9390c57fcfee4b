import { everything } from '../../kernel/db/scope.ts';
import { anyone, person, route, staff } from '../../kernel/http/route.ts';
import { z } from 'zod';
import { nothing, pageQuery } from '../../kernel/http/shapes.ts';
import { accountRoutes } from './account-routes.ts';
import { changePassword } from './commands/change-password.ts';
import { changeProfile } from './commands/change-profile.ts';
import { appointStaff, changeStaffRoles, dismissStaff } from './commands/manage-staff.ts';
import * as contract from './contract.ts';
import { deviceRoutes } from './device-routes.ts';
import { emailRoutes } from './email-routes.ts';
import { factorRoutes } from './factor-routes.ts';
import { askLater } from './jobs.ts';
import { keptFactorRoutes } from './kept-factor-routes.ts';
import { manageStaff, readStaff } from './permissions.ts';
import { findProfile, findStaff, listStaff } from './queries.ts';
import { phoneRoutes } from './phone-routes.ts';
import { passkeyRoutes } from './passkey-routes.ts';
import { recoveryRoutes } from './recovery-routes.ts';
import { sessionRoutes } from './session-routes.ts';
import { signInRoutes } from './sign-in-routes.ts';

const strict = { per: 'address', points: 20, seconds: 60 } as const;
const beforeSignIn = anyone('whoever signs in or up is not signed in yet');

export const routes = [
  ...sessionRoutes,
  ...factorRoutes,
  ...passkeyRoutes,
  ...keptFactorRoutes,
  ...phoneRoutes,
  ...emailRoutes,
  ...recoveryRoutes,
  ...signInRoutes,
  ...deviceRoutes,
  ...accountRoutes,
  route({
    method: 'POST',
    path: '/api/people',
    summary: 'Sign up; a link to choose a password is mailed.',
    door: beforeSignIn,
    limit: strict,
    body: contract.signUpBody,
    output: contract.mailSent,
    status: 202,
    act: async (ctx, { body }) => {
      await askLater(ctx.within(everything), { for: 'sign_up', ...body });
      return { sent: true as const };
    },
  }),
  route({
    method: 'POST',
    path: '/api/password-resets',
    summary: 'Ask for a link to choose a new password.',
    door: beforeSignIn,
    limit: strict,
    body: contract.mailboxBody,
    output: contract.mailSent,
    status: 202,
    act: async (ctx, { body }) => {
      await askLater(ctx.within(everything), { for: 'password_reset', ...body });
      return { sent: true as const };
    },
  }),
  route({
    method: 'GET',
    path: '/api/me',
    summary: 'Your profile and preferences.',
    door: person,
    beforeSecondStep: true,
    output: contract.profileShape,
    read: (db, _input, { session }) => findProfile(db, session.person.id),
  }),
  route({
    method: 'PATCH',
    path: '/api/me',
    summary: 'Change your profile and preferences.',
    door: person,
    ifMatch: true,
    body: contract.profilePatch,
    output: contract.profileShape,
    write: async (tx, { body }, { session, version }) => {
      await changeProfile(tx, session.person.id, version, body);
      return findProfile(tx.db, session.person.id);
    },
  }),
  route({
    method: 'PUT',
    path: '/api/me/password',
    summary: 'Change your password; every other device is signed out.',
    door: person,
    proof: 'recent',
    secret: true,
    limit: { per: 'person', points: 10, seconds: 60 },
    body: contract.passwordBody,
    output: nothing,
    problems: [contract.wrongPassword, contract.busyHashing],
    act: async (ctx, { body }, call) => {
      const { token, expiresAt } = await changePassword(ctx, call.session, body);
      call.startSession(token, expiresAt);
      return undefined;
    },
  }),
  route({
    method: 'GET',
    path: '/api/console/staff',
    summary: 'The staff and their roles.',
    door: staff(readStaff),
    query: z.object(pageQuery),
    output: contract.staffPage,
    read: (db, { query }) => listStaff(db, query),
  }),
  route({
    method: 'POST',
    path: '/api/console/staff',
    summary: 'Take somebody onto the staff.',
    door: staff(manageStaff),
    proof: 'recent',
    body: contract.staffBody,
    output: contract.staffShape,
    status: 201,
    problems: [contract.alreadyStaff],
    write: async (tx, { body }, { session }) => {
      const id = await appointStaff(tx, { ...body, timeZone: session.person.timeZone });
      return findStaff(tx.db, id);
    },
  }),
  route({
    method: 'PATCH',
    path: '/api/console/staff/:person',
    summary: 'Change the roles of a staff member.',
    door: staff(manageStaff),
    proof: 'recent',
    ifMatch: true,
    params: contract.staffParams,
    body: contract.staffPatch,
    output: contract.staffShape,
    problems: [contract.lastAdministrator],
    write: async (tx, { params, body }, { version }) => {
      await changeStaffRoles(tx, params.person, version, body.roles);
      return findStaff(tx.db, params.person);
    },
  }),
  route({
    method: 'DELETE',
    path: '/api/console/staff/:person',
    summary: 'Take somebody off the staff; their sessions end.',
    door: staff(manageStaff),
    proof: 'recent',
    params: contract.staffParams,
    output: nothing,
    problems: [contract.lastAdministrator],
    write: async (tx, { params }) => {
      await dismissStaff(tx, params.person);
      return undefined;
    },
  }),
];
