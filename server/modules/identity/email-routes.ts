import { everything } from '../../kernel/db/scope.ts';
import { anyone, person, route } from '../../kernel/http/route.ts';
import { nothing } from '../../kernel/http/shapes.ts';
import { askEmailChange, confirmEmail, undoEmailChange } from './commands/change-email.ts';
import * as contract from './contract.ts';

const byLink = anyone('the mailed link says who it is');
const strict = { per: 'address', points: 20, seconds: 60 } as const;

export const emailRoutes = [
  route({
    method: 'POST',
    path: '/api/me/email',
    summary: 'Ask to change your address; a link is mailed to the new one.',
    door: person,
    proof: 'recent',
    limit: { per: 'person', points: 10, seconds: 3600 },
    body: contract.newEmailBody,
    output: contract.mailSent,
    status: 202,
    within: everything,
    write: async (tx, { body }, { session }) => {
      await askEmailChange(tx, session, body.email);
      return { sent: true as const };
    },
  }),
  route({
    method: 'PUT',
    path: '/api/email',
    summary: 'Change your address with the link mailed to the new one; every other device is signed out.',
    door: byLink,
    limit: strict,
    secret: true,
    body: contract.linkBody,
    output: nothing,
    problems: [contract.linkUsedUp],
    within: everything,
    write: async (tx, { body }, { session }) => {
      await confirmEmail(tx, body.token, session);
      return undefined;
    },
  }),
  route({
    method: 'PUT',
    path: '/api/email/undo',
    summary: 'Take a change of your address back with the link mailed to the old one.',
    door: byLink,
    limit: strict,
    secret: true,
    body: contract.linkBody,
    output: nothing,
    problems: [contract.linkUsedUp],
    within: everything,
    write: async (tx, { body }) => {
      await undoEmailChange(tx, body.token);
      return undefined;
    },
  }),
];
