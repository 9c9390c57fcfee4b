import { everything } from '../../kernel/db/scope.ts';
import { anyone, route } from '../../kernel/http/route.ts';
import { nothing } from '../../kernel/http/shapes.ts';
import { outOfStock } from '../catalog/index.ts';
import { offerOver, offerStale, printOffer } from '../offers/index.ts';
import { termsChanged } from '../orders/index.ts';
import { acceptByLink, declineByLink } from './commands/answer-offer.ts';
import * as contract from './contract.ts';
import { requireOffer, showGuestOffer } from './guest-offer.ts';

const withLink = anyone('whoever holds the mailed link was given it to answer an offer without an account');
const often = { per: 'address', points: 60, seconds: 60 } as const;

export const offerRoutes = [
  route({
    method: 'POST',
    path: '/api/guest-offers/open',
    summary: 'The offer of a mailed link, and the order it became.',
    door: withLink,
    limit: often,
    secret: true,
    body: contract.tokenBody,
    output: contract.openedOfferShape,
    problems: [contract.unknownGuestLink],
    act: (ctx, { body }, { now }) => ctx.within(everything).read((db) => showGuestOffer(db, body.token, now)),
  }),
  route({
    method: 'POST',
    path: '/api/guest-offers/accept',
    summary:
      'Accept the offer of a mailed link for exactly its sum; it becomes an order that is paid by number and code.',
    door: withLink,
    limit: often,
    secret: true,
    body: contract.acceptOfferBody,
    output: contract.openedOfferShape,
    problems: [
      contract.unknownGuestLink,
      contract.accountNeeded,
      offerOver,
      offerStale,
      termsChanged,
      outOfStock,
    ],
    within: everything,
    write: async (tx, { body }) => {
      await acceptByLink(tx, body);
      return showGuestOffer(tx.db, body.token, tx.now);
    },
  }),
  route({
    method: 'POST',
    path: '/api/guest-offers/decline',
    summary: 'Decline the offer of a mailed link, with a reason.',
    door: withLink,
    limit: often,
    secret: true,
    body: contract.declineOfferBody,
    output: contract.openedOfferShape,
    problems: [contract.unknownGuestLink, offerOver],
    within: everything,
    write: async (tx, { body }) => {
      await declineByLink(tx, body);
      return showGuestOffer(tx.db, body.token, tx.now);
    },
  }),
  route({
    method: 'POST',
    path: '/api/guest-offers/document',
    summary: 'The offer of a mailed link as a PDF.',
    door: withLink,
    limit: { per: 'address', points: 20, seconds: 300 },
    body: contract.offerDocumentBody,
    output: nothing,
    problems: [contract.unknownGuestLink],
    download: async (ctx, { body }) => {
      const all = ctx.within(everything);
      const found = await all.read((db) => requireOffer(db, body.token, ctx.clock.now()));
      return printOffer(ctx, { offer: found.id, organization: found.organization }, body.lang);
    },
  }),
];
