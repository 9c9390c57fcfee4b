import { everything } from '../../kernel/db/scope.ts';
import { anyone, member, memberOrKey, memberOrPersonalKey, route, staff } from '../../kernel/http/route.ts';
import { wrongState } from '../../kernel/values/state-machine.ts';
import { notForSale, outOfStock } from '../catalog/index.ts';
import { promotionGone } from '../promotions/index.ts';
import { acceptOrder } from './commands/accept-order.ts';
import { cancelOrder } from './commands/cancel-order.ts';
import { approveOrder, declineOrder } from './commands/decide-on-order.ts';
import { placeOrder } from './commands/place-order.ts';
import { publishTerms } from './commands/publish-terms.ts';
import * as contract from './contract.ts';
import * as may from './permissions.ts';
import { listOrders, listOrdersForStaff } from './queries/list-orders.ts';
import { organizationOfOrder, showOrder, showOrderForStaff } from './queries/show-order.ts';
import { findTerms } from './queries/terms.ts';
import { quoteOrder } from './quote-order.ts';

const base = '/api/organizations/:organization/orders';
const staffBase = '/api/console/orders';
const orderProblems = [notForSale, outOfStock, contract.existingClientsOnly];
const decisionProblems = [contract.ownOrder, contract.beyondYourLimit];
const cancelProblems = [contract.alreadyOver, contract.alreadyPaid, contract.paymentPending];

export const routes = [
  route({
    method: 'POST',
    path: `${base}/quote`,
    summary: 'What an order would cost now and later, tax included. Orders nothing.',
    door: memberOrPersonalKey(may.placeOrders),
    limit: { per: 'person', points: 120, seconds: 60 },
    params: contract.organizationParams,
    body: contract.quoteBody,
    output: contract.quoteShape,
    problems: orderProblems,
    read: (db, { params, body }, { now }) =>
      quoteOrder(db, params.organization, body.items, now, body.promotionCode),
  }),
  route({
    method: 'POST',
    path: base,
    summary: 'Place an order for exactly the price that was seen.',
    door: memberOrPersonalKey(may.placeOrders),
    limit: { per: 'person', points: 30, seconds: 3600 },
    params: contract.organizationParams,
    body: contract.orderBody,
    output: contract.placedShape,
    status: 201,
    problems: [...orderProblems, contract.priceChanged, contract.termsChanged, promotionGone],
    within: everything,
    write: (tx, { params, body }, { session, organization: { limit } }) =>
      placeOrder(tx, { organization: params.organization, person: session.person.id, limit, ...body }),
  }),
  route({
    method: 'GET',
    path: base,
    summary: 'The orders of an organization, latest first.',
    door: memberOrKey(may.readOrders),
    params: contract.organizationParams,
    query: contract.orderQuery,
    output: contract.orderPage,
    read: (db, { params, query }) => listOrders(db, params.organization, query),
  }),
  route({
    method: 'GET',
    path: `${base}/:order`,
    summary: 'One order with what happened to it.',
    door: memberOrPersonalKey(may.readOrders),
    params: contract.orderParams,
    output: contract.orderShape,
    read: (db, { params }, { organization, session }) => showOrder(db, organization, session, params.order),
  }),
  route({
    method: 'POST',
    path: `${base}/:order/cancel`,
    summary: 'Cancel an order that is not paid.',
    door: memberOrPersonalKey(may.placeOrders),
    params: contract.orderParams,
    output: contract.orderShape,
    problems: cancelProblems,
    within: everything,
    write: async (tx, { params }, { organization, session }) => {
      await cancelOrder(tx, params.organization, params.order, 'client');
      return showOrder(tx.db, organization, session, params.order);
    },
  }),
  route({
    method: 'POST',
    path: `${base}/:order/approve`,
    summary: 'Approve an order that is above the limit of who placed it.',
    door: member(may.approveOrders),
    proof: 'recent',
    params: contract.orderParams,
    output: contract.orderShape,
    problems: decisionProblems,
    within: everything,
    write: async (tx, { params }, { organization, session }) => {
      const { id: person, name } = session.person;
      await approveOrder(tx, { by: organization, person, name, order: params.order });
      return showOrder(tx.db, organization, session, params.order);
    },
  }),
  route({
    method: 'POST',
    path: `${base}/:order/decline`,
    summary: 'Decline an order that is above the limit of who placed it, with a reason.',
    door: member(may.approveOrders),
    proof: 'recent',
    params: contract.orderParams,
    body: contract.declineBody,
    output: contract.orderShape,
    problems: [contract.ownOrder],
    within: everything,
    write: async (tx, { params, body }, { organization, session }) => {
      const { id: person, name } = session.person;
      await declineOrder(tx, { by: organization, person, name, order: params.order, ...body });
      return showOrder(tx.db, organization, session, params.order);
    },
  }),
  route({
    method: 'GET',
    path: '/api/terms',
    summary: 'The terms in force, or an earlier version of them.',
    door: anyone('terms are read before there is an account'),
    query: contract.termsQuery,
    output: contract.termsAnswer,
    read: async (db, { query }) => ({ terms: await findTerms(db, query.version) }),
  }),
  route({
    method: 'POST',
    path: '/api/console/terms',
    summary: 'Put a new version of the terms in force.',
    door: staff(may.publishTerms),
    body: contract.termsBody,
    output: contract.termsAnswer,
    status: 201,
    write: async (tx, { body }, { session }) => {
      await publishTerms(tx, session.person.id, body.text);
      return { terms: await findTerms(tx.db) };
    },
  }),
  route({
    method: 'GET',
    path: staffBase,
    summary: 'The orders of all clients, latest first.',
    door: staff(may.readOrders),
    query: contract.staffOrderQuery,
    output: contract.staffOrderPage,
    read: (db, { query }) => listOrdersForStaff(db, query),
  }),
  route({
    method: 'GET',
    path: `${staffBase}/:order`,
    summary: 'One order with its client.',
    door: staff(may.readOrders),
    params: contract.staffOrderParams,
    output: contract.staffOrderShape,
    read: (db, { params }) => showOrderForStaff(db, params.order),
  }),
  route({
    method: 'POST',
    path: `${staffBase}/:order/accept`,
    summary: 'Let an order go on before it is paid.',
    door: staff(may.manageOrders),
    params: contract.staffOrderParams,
    output: contract.staffOrderShape,
    problems: [contract.alreadyOver, wrongState],
    write: async (tx, { params }) => {
      await acceptOrder(tx, await organizationOfOrder(tx.db, params.order), params.order);
      return showOrderForStaff(tx.db, params.order);
    },
  }),
  route({
    method: 'POST',
    path: `${staffBase}/:order/cancel`,
    summary: 'Cancel an order that is not fulfilled; money that was paid is returned separately.',
    door: staff(may.manageOrders),
    params: contract.staffOrderParams,
    body: contract.cancelBody,
    output: contract.staffOrderShape,
    problems: cancelProblems,
    write: async (tx, { params, body }) => {
      const organization = await organizationOfOrder(tx.db, params.order);
      await cancelOrder(tx, organization, params.order, 'staff', body.note);
      return showOrderForStaff(tx.db, params.order);
    },
  }),
];
