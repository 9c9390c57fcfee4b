import { everything } from '../../kernel/db/scope.ts';
import { anyone, person, route, staff } from '../../kernel/http/route.ts';
import { z } from 'zod';
import { nothing, pageQuery } from '../../kernel/http/shapes.ts';
import { askPasswordReset } from './commands/ask-password-reset.ts';
import { changePassword } from './commands/change-password.ts';
import { changeProfile } from './commands/change-profile.ts';
import { choosePassword } from './commands/choose-password.ts';
import { endOtherSessions, endSession } from './commands/end-session.ts';
import { appointStaff, changeStaffRoles, dismissStaff } from './commands/manage-staff.ts';
import { setUp } from './commands/set-up.ts';
import { signIn } from './commands/sign-in.ts';
import { signUp } from './commands/sign-up.ts';
import * as contract from './contract.ts';
import { manageStaff, readStaff } from './permissions.ts';
import { describeSession, findProfile, findStaff, listSessions, listStaff } from './queries.ts';

const strict = { per: 'address', points: 20, seconds: 60 } as const;
const beforeSignIn = anyone('whoever signs in or up is not signed in yet');

export const routes = [
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
      await ctx.within(everything).transact((tx) => signUp(tx, body));
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
      await ctx.within(everything).transact((tx) => askPasswordReset(tx, body.email));
      return { sent: true as const };
    },
  }),
  route({
    method: 'PUT',
    path: '/api/password',
    summary: 'Choose a password with a mailed link; signs in.',
    door: beforeSignIn,
    limit: strict,
    body: contract.choosePasswordBody,
    output: nothing,
    problems: [contract.linkUsedUp, contract.busyHashing],
    act: async (ctx, { body }, call) => {
      const { token, expiresAt } = await choosePassword(ctx, body, call);
      call.startSession(token, expiresAt);
      return undefined;
    },
  }),
  route({
    method: 'PUT',
    path: '/api/setup',
    summary: 'Become the first administrator with the link printed at the first start; signs in.',
    door: anyone('nobody exists yet who could sign in'),
    limit: strict,
    body: contract.setUpBody,
    output: nothing,
    problems: [contract.alreadySetUp, contract.busyHashing],
    act: async (ctx, { body }, call) => {
      const { token, expiresAt } = await setUp(ctx, body, call);
      call.startSession(token, expiresAt);
      return undefined;
    },
  }),
  route({
    method: 'POST',
    path: '/api/session',
    summary: 'Sign in.',
    door: beforeSignIn,
    limit: strict,
    body: contract.signInBody,
    output: nothing,
    problems: [contract.wrongCredentials, contract.busyHashing],
    act: async (ctx, { body }, call) => {
      const { token, expiresAt } = await signIn(ctx, body, call);
      call.startSession(token, expiresAt);
      return undefined;
    },
  }),
  route({
    method: 'GET',
    path: '/api/session',
    summary: 'Who is signed in, and what they may do.',
    door: person,
    output: contract.sessionShape,
    act: async (ctx, _input, { session }) => describeSession(session, ctx.product.permissions),
  }),
  route({
    method: 'DELETE',
    path: '/api/session',
    summary: 'Sign out.',
    door: person,
    output: nothing,
    write: async (tx, _input, call) => {
      await endSession(tx, call.session.person.id, call.session.id);
      call.endSession();
      return undefined;
    },
  }),
  route({
    method: 'GET',
    path: '/api/me',
    summary: 'Your profile and preferences.',
    door: person,
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
    limit: { per: 'person', points: 10, seconds: 60 },
    body: contract.passwordBody,
    output: nothing,
    problems: [contract.wrongPassword, contract.busyHashing],
    act: async (ctx, { body }, { session }) => {
      await changePassword(ctx, session, body);
      return undefined;
    },
  }),
  route({
    method: 'GET',
    path: '/api/me/sessions',
    summary: 'The devices you are signed in on.',
    door: person,
    output: contract.signedInList,
    read: async (db, _input, { session, now }) => ({ items: await listSessions(db, session, now) }),
  }),
  route({
    method: 'DELETE',
    path: '/api/me/sessions',
    summary: 'Sign every other device out.',
    door: person,
    output: nothing,
    write: async (tx, _input, { session }) => {
      await endOtherSessions(tx, session.person.id, session.id);
      return undefined;
    },
  }),
  route({
    method: 'DELETE',
    path: '/api/me/sessions/:session',
    summary: 'Sign one device out.',
    door: person,
    params: contract.sessionParams,
    output: nothing,
    write: async (tx, { params }, { session }) => {
      await endSession(tx, session.person.id, params.session);
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
    params: contract.staffParams,
    output: nothing,
    problems: [contract.lastAdministrator],
    write: async (tx, { params }) => {
      await dismissStaff(tx, params.person);
      return undefined;
    },
  }),
];
