import { everything } from '../../kernel/db/scope.ts';
import { anyone, route } from '../../kernel/http/route.ts';
import { nothing } from '../../kernel/http/shapes.ts';
import { notNumbered } from '../billing/index.ts';
import { notForSale, outOfStock } from '../catalog/index.ts';
import {
  existingClientsOnly,
  priceChanged,
  quoteShape,
  statusBody,
  termsChanged,
  unknownOrder,
} from '../orders/index.ts';
import { promotionGone } from '../promotions/index.ts';
import {
  alreadyPaid,
  methodUnavailable,
  notPayable,
  paymentInProgress,
  transferPending,
} from '../payments/index.ts';
import { quoteForGuest, showCheckout } from './checkout.ts';
import { askOrder } from './commands/ask-order.ts';
import { checkByCode, payByCode } from './commands/pay-by-code.ts';
import { placeGuestOrder } from './commands/place-guest-order.ts';
import * as contract from './contract.ts';
import { lookUp } from './queries/bill.ts';
import { openOrder } from './queries/open-order.ts';
import { printByCode } from './queries/print.ts';

const visitors = anyone('whoever has no account may order what is sold to guests');
const withLink = anyone('whoever holds the mailed link was given it to order without an account');
const withCode = anyone('whoever holds the code was given it to look the order up without an account');
const saleProblems = [
  notForSale,
  outOfStock,
  existingClientsOnly,
  contract.guestOrdersOff,
  contract.accountNeeded,
];
const linkProblems = [contract.unknownGuestLink, contract.guestLinkExpired];

export const orderRoutes = [
  route({
    method: 'GET',
    path: '/api/guest-orders/products/:slug',
    summary: 'What a guest chooses from and accepts when ordering a product.',
    door: visitors,
    params: contract.checkoutParams,
    query: contract.checkoutQuery,
    output: contract.checkoutShape,
    read: (db, { params, query }, { now }) => showCheckout(db, params.slug, query.currency, now),
  }),
  route({
    method: 'POST',
    path: '/api/guest-orders/quote',
    summary: 'What an order without an account would cost now and later, tax included. Orders nothing.',
    door: visitors,
    limit: { per: 'address', points: 120, seconds: 60 },
    body: contract.guestQuoteBody,
    output: quoteShape,
    problems: saleProblems,
    read: (db, { body }, { now }) => quoteForGuest(db, body, now),
  }),
  route({
    method: 'POST',
    path: '/api/guest-orders',
    summary: 'Put an order together without an account; the link that places it is mailed.',
    door: visitors,
    limit: { per: 'address', points: 30, seconds: 600 },
    body: contract.orderAskBody,
    output: contract.mailSent,
    status: 202,
    problems: [...saleProblems, termsChanged],
    within: everything,
    write: async (tx, { body }, { address }) => {
      await askOrder(tx, body, address);
      return { sent: true as const };
    },
  }),
  route({
    method: 'POST',
    path: '/api/guest-orders/open',
    summary: 'The order that a mailed link places, at the prices of now.',
    door: withLink,
    limit: { per: 'address', points: 60, seconds: 60 },
    secret: true,
    body: contract.tokenBody,
    output: contract.openedOrderShape,
    problems: [...linkProblems, ...saleProblems],
    act: (ctx, { body }, { now }) => openOrder(ctx, body.token, now),
  }),
  route({
    method: 'POST',
    path: '/api/guest-orders/place',
    summary:
      'Place the order that a mailed link is for, for exactly the price that was seen. Once more answers the same.',
    door: withLink,
    limit: { per: 'address', points: 30, seconds: 600 },
    secret: true,
    body: contract.placeBody,
    output: contract.guestPlacedShape,
    problems: [
      ...linkProblems,
      ...saleProblems,
      contract.tooManyUnpaid,
      priceChanged,
      termsChanged,
      promotionGone,
    ],
    within: everything,
    write: (tx, { body }) => placeGuestOrder(tx, body),
  }),
  route({
    method: 'POST',
    path: '/api/order-status',
    summary:
      'How an order stands, for whoever has its number and security code; of a guest also what is owed.',
    door: withCode,
    limit: { per: 'address', points: 30, seconds: 300 },
    secret: true,
    body: statusBody,
    output: contract.lookedUpShape,
    problems: [unknownOrder],
    act: (ctx, { body }, { now }) => lookUp(ctx, body, now),
  }),
  route({
    method: 'POST',
    path: '/api/order-status/check',
    summary: "The same of a guest's order, after its gateway was asked what became of a payment.",
    door: withCode,
    limit: { per: 'address', points: 20, seconds: 300 },
    secret: true,
    body: statusBody,
    output: contract.lookedUpShape,
    problems: [unknownOrder],
    act: (ctx, { body }, { now }) => checkByCode(ctx, body, now),
  }),
  route({
    method: 'POST',
    path: '/api/order-status/pay',
    summary: "Begin to pay an invoice of a guest's order.",
    door: withCode,
    limit: { per: 'address', points: 20, seconds: 600 },
    secret: true,
    body: contract.payByCodeBody,
    output: contract.lookedUpShape,
    problems: [unknownOrder, alreadyPaid, notPayable, transferPending, methodUnavailable, paymentInProgress],
    act: (ctx, { body }, { now }) => payByCode(ctx, body, now),
  }),
  route({
    method: 'POST',
    path: '/api/order-status/document',
    summary: "An invoice or receipt of a guest's order as a PDF.",
    door: withCode,
    limit: { per: 'address', points: 20, seconds: 300 },
    body: contract.documentByCodeBody,
    output: nothing,
    problems: [unknownOrder, notNumbered],
    download: (ctx, { body }) => printByCode(ctx, body),
  }),
];
