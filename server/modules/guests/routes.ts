import { everything } from '../../kernel/db/scope.ts';
import { anyone, person, route } from '../../kernel/http/route.ts';
import { nothing } from '../../kernel/http/shapes.ts';
import { ask } from './commands/ask.ts';
import { claim } from './commands/claim.ts';
import { confirm, decline } from './commands/confirm.ts';
import { renew } from './commands/renew.ts';
import { reply } from './commands/reply.ts';
import * as contract from './contract.ts';
import { offerRoutes } from './offer-routes.ts';
import { orderRoutes } from './order-routes.ts';
import { listClaimable } from './queries/claimable.ts';
import { open } from './queries/open.ts';

const withLink = anyone('whoever holds the mailed link was given it to write without an account');
const linkProblems = [contract.unknownGuestLink, contract.guestLinkExpired];
const often = { per: 'address', points: 60, seconds: 60 } as const;

const messageRoutes = [
  route({
    method: 'POST',
    path: '/api/guest-messages',
    summary: 'Write to support without an account; the link that sends it is mailed.',
    door: anyone('whoever has no account may ask, too'),
    limit: { per: 'address', points: 30, seconds: 600 },
    body: contract.askBody,
    output: contract.mailSent,
    status: 202,
    within: everything,
    write: async (tx, { body }, { address }) => {
      await ask(tx, body, address);
      return { sent: true as const };
    },
  }),
  route({
    method: 'POST',
    path: '/api/guest-messages/open',
    summary: 'What a mailed link opens: a message to confirm, or a ticket.',
    door: withLink,
    limit: often,
    secret: true,
    body: contract.tokenBody,
    output: contract.openedShape,
    problems: linkProblems,
    act: (ctx, { body }, { now }) => open(ctx, body.token, now),
  }),
  route({
    method: 'POST',
    path: '/api/guest-messages/confirm',
    summary: 'Send the message that a mailed link is for.',
    door: withLink,
    limit: often,
    secret: true,
    body: contract.tokenBody,
    output: nothing,
    problems: linkProblems,
    within: everything,
    write: async (tx, { body }) => {
      await confirm(tx, body.token);
      return undefined;
    },
  }),
  route({
    method: 'POST',
    path: '/api/guest-messages/decline',
    summary: 'Forget a message that somebody else wrote with your address.',
    door: withLink,
    limit: often,
    secret: true,
    body: contract.tokenBody,
    output: nothing,
    within: everything,
    write: async (tx, { body }) => {
      await decline(tx, body.token);
      return undefined;
    },
  }),
  route({
    method: 'POST',
    path: '/api/guest-messages/reply',
    summary: 'Answer in the ticket that a mailed link opens.',
    door: withLink,
    limit: { per: 'address', points: 30, seconds: 600 },
    body: contract.replyBody,
    output: nothing,
    problems: linkProblems,
    act: async (ctx, { body }, { now }) => {
      await reply(ctx, body, now);
      return undefined;
    },
  }),
  route({
    method: 'POST',
    path: '/api/guest-messages/renew',
    summary: 'Mail a new link in place of one that has expired.',
    door: withLink,
    limit: { per: 'address', points: 10, seconds: 600 },
    secret: true,
    body: contract.tokenBody,
    output: contract.mailSent,
    status: 202,
    within: everything,
    write: async (tx, { body }) => {
      await renew(tx, body.token);
      return { sent: true as const };
    },
  }),
  route({
    method: 'GET',
    path: '/api/me/guests',
    summary: 'What was asked and ordered without an account from your address, for you to claim.',
    door: person,
    output: contract.claimableList,
    act: async (ctx, _input, { session }) => ({
      items: await ctx.within(everything).read((db) => listClaimable(db, session)),
    }),
  }),
  route({
    method: 'POST',
    path: '/api/me/guests/:guest/claim',
    summary: 'Claim what was asked and ordered without an account from your address.',
    door: person,
    params: contract.guestParams,
    body: contract.claimBody,
    output: contract.claimedShape,
    problems: [contract.alreadyClaimed],
    within: everything,
    write: (tx, { params, body }, { session }) => claim(tx, session, { ...params, ...body }),
  }),
];

export const routes = [...messageRoutes, ...orderRoutes, ...offerRoutes];
