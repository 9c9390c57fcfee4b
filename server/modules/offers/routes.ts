import { everything } from '../../kernel/db/scope.ts';
import type { Db } from '../../kernel/db/types.ts';
import { member, memberOrKey, person, route, staff } from '../../kernel/http/route.ts';
import { nothing } from '../../kernel/http/shapes.ts';
import { readSetting } from '../../kernel/settings.ts';
import { addDays, dateIn } from '../../kernel/values/dates.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { wrongState } from '../../kernel/values/state-machine.ts';
import {
  notForSale,
  outOfStock,
  showProduct,
  showStore,
  storeProductParams,
  storeProductShape,
  storeShape,
  usualCurrency,
} from '../catalog/index.ts';
import { beyondYourLimit, existingClientsOnly, isClient, termsChanged } from '../orders/index.ts';
import { acceptOffer, declineOffer } from './commands/answer-offer.ts';
import { sendOffer, withdrawOffer } from './commands/send-offer.ts';
import { takeOffer } from './commands/take-offer.ts';
import { changeOffer, copyOffer, deleteDraft, writeOffer } from './commands/write-offer.ts';
import * as contract from './contract.ts';
import * as may from './permissions.ts';
import { priceOffer } from './price-offer.ts';
import { printOffer } from './print-offer.ts';
import { listOffers, listOffersForStaff, showPipeline } from './queries/list-offers.ts';
import { listMine, showOffer, showOfferForStaff } from './queries/show-offer.ts';
import { offerRules } from './settings.ts';

const own = '/api/organizations/:organization/offers';
const one = `${own}/:offer`;
const base = '/api/console/offers';
const desk = `${base}/:offer`;
const writer = staff(may.writeOffers);
const saleProblems = [notForSale, outOfStock, existingClientsOnly, contract.wrongCurrency];

/** What is only for existing clients is for this one, too. */
const mayHaveAll = async (db: Db, client: Id<'organization'> | undefined) =>
  client !== undefined && isClient(db, client);

const copying = (act: 'duplicate' | 'revise', summary: string) =>
  route({
    method: 'POST',
    path: `${desk}/${act}`,
    summary,
    door: writer,
    params: contract.offerParams,
    output: contract.staffOfferShape,
    status: 201,
    problems: [wrongState],
    write: async (tx, { params: { offer } }, { session }) => {
      const { value: rules } = await readSetting(tx.db, offerRules);
      const validUntil = addDays(dateIn(rules.timeZone, tx.now), rules.validDays);
      const revising = act === 'revise';
      const copy = await copyOffer(tx, offer, session.person.id, { revising, validUntil });
      return showOfferForStaff(tx.db, copy, tx.now);
    },
  });

export const routes = [
  route({
    method: 'GET',
    path: own,
    summary: 'What was offered to an organization, latest first.',
    door: memberOrKey(may.readOffers),
    params: contract.organizationParams,
    query: contract.offerQuery,
    output: contract.offerPage,
    read: (db, { params, query }) => listOffers(db, params.organization, query),
  }),
  route({
    method: 'GET',
    path: one,
    summary: 'One offer with what it comes to.',
    door: member(may.readOffers),
    params: contract.ownOfferParams,
    output: contract.offerShape,
    read: (db, { params }, { organization, now }) => showOffer(db, organization, params.offer, now),
  }),
  route({
    method: 'GET',
    path: `${one}/document`,
    summary: 'The offer as a PDF.',
    door: member(may.readOffers),
    limit: { per: 'person', points: 60, seconds: 60 },
    params: contract.ownOfferParams,
    query: contract.documentQuery,
    output: nothing,
    download: (ctx, { params, query }, { session }) =>
      printOffer(ctx, params, query.lang ?? session.person.locale),
  }),
  route({
    method: 'POST',
    path: `${one}/accept`,
    summary: 'Accept an offer for exactly the sum that was offered; it becomes an order with its invoice.',
    door: member(may.answerOffers),
    params: contract.ownOfferParams,
    body: contract.acceptBody,
    output: contract.offerShape,
    problems: [contract.offerOver, contract.offerStale, termsChanged, outOfStock, beyondYourLimit],
    within: everything,
    write: async (tx, { params, body }, { organization, session }) => {
      await acceptOffer(tx, { by: organization, person: session.person.id, offer: params.offer, ...body });
      return showOffer(tx.db, organization, params.offer, tx.now);
    },
  }),
  route({
    method: 'POST',
    path: `${one}/decline`,
    summary: 'Decline an offer, with a reason.',
    door: member(may.answerOffers),
    params: contract.ownOfferParams,
    body: contract.declineBody,
    output: contract.offerShape,
    problems: [contract.offerOver],
    within: everything,
    write: async (tx, { params, body }, { organization, session }) => {
      const { id, name } = session.person;
      await declineOffer(tx, { ...params, person: id, name, ...body });
      return showOffer(tx.db, organization, params.offer, tx.now);
    },
  }),
  route({
    method: 'GET',
    path: '/api/me/offers',
    summary: "What was offered to the reader's own proven address and is in no organization yet.",
    door: person,
    output: contract.myOffersShape,
    act: (ctx, _input, { session }) => ctx.within(everything).read((db) => listMine(db, session)),
  }),
  route({
    method: 'POST',
    path: '/api/me/offers/:offer/take',
    summary: 'Take an offer to the own address into an organization, where it is answered.',
    door: person,
    params: contract.offerParams,
    body: contract.takeBody,
    output: contract.takenShape,
    problems: [contract.offerOver, contract.wrongCurrency],
    within: everything,
    write: (tx, { params, body }, { session }) => takeOffer(tx, session, params.offer, body.organization),
  }),
  route({
    method: 'GET',
    path: base,
    summary: 'Offers, latest first.',
    door: staff(may.readOffers),
    query: contract.staffOfferQuery,
    output: contract.staffOfferPage,
    read: (db, { query }) => listOffersForStaff(db, query),
  }),
  route({
    method: 'GET',
    path: `${base}/pipeline`,
    summary: 'How many offers there are in each state, and what they come to.',
    door: staff(may.readOffers),
    output: contract.pipelineShape,
    read: (db) => showPipeline(db),
  }),
  route({
    method: 'GET',
    path: `${base}/goods`,
    summary:
      'What can be offered to a client, or to somebody new: with what is for existing clients where it is for that one.',
    door: writer,
    query: contract.goodsQuery,
    output: storeShape,
    read: async (db, { query: { currency, client } }, { now }) =>
      showStore(db, currency ?? (await usualCurrency(db, now)), await mayHaveAll(db, client), now),
  }),
  route({
    method: 'GET',
    path: `${base}/goods/:slug`,
    summary: 'One product that can be offered, with all that can be chosen of it.',
    door: writer,
    params: storeProductParams,
    query: contract.goodsQuery,
    output: storeProductShape,
    read: async (db, { params: { slug }, query: { currency, client } }, { now }) =>
      showProduct(db, slug, currency ?? (await usualCurrency(db, now)), await mayHaveAll(db, client), now),
  }),
  route({
    method: 'POST',
    path: `${base}/preview`,
    summary: 'What an offer with these lines would come to, tax included. Keeps nothing.',
    door: writer,
    limit: { per: 'person', points: 240, seconds: 60 },
    body: contract.previewBody,
    output: contract.shownShape,
    problems: saleProblems,
    read: async (db, { body: { client, ...body } }, { now }) =>
      (await priceOffer(db, { offer: '', organization: client, ...body, at: now })).shown,
  }),
  route({
    method: 'POST',
    path: base,
    summary: 'Write a draft of an offer.',
    door: writer,
    body: contract.offerBody,
    output: contract.staffOfferShape,
    status: 201,
    problems: saleProblems,
    write: async (tx, { body }, { session }) =>
      showOfferForStaff(tx.db, await writeOffer(tx, session.person.id, body), tx.now),
  }),
  route({
    method: 'GET',
    path: desk,
    summary: 'One offer with its lines as they were written.',
    door: staff(may.readOffers),
    params: contract.offerParams,
    output: contract.staffOfferShape,
    read: (db, { params }, { now }) => showOfferForStaff(db, params.offer, now),
  }),
  route({
    method: 'GET',
    path: `${desk}/document`,
    summary: 'The offer as a PDF, also a draft.',
    door: staff(may.readOffers),
    params: contract.offerParams,
    query: contract.documentQuery,
    output: nothing,
    download: (ctx, { params, query }, { session }) =>
      printOffer(ctx, { ...params, organization: null }, query.lang ?? session.person.locale),
  }),
  route({
    method: 'PUT',
    path: desk,
    summary: 'Change a draft.',
    door: writer,
    ifMatch: true,
    params: contract.offerParams,
    body: contract.offerBody,
    output: contract.staffOfferShape,
    problems: [...saleProblems, wrongState],
    write: async (tx, { params: { offer }, body }, { version }) => {
      await changeOffer(tx, offer, version, body);
      return showOfferForStaff(tx.db, offer, tx.now);
    },
  }),
  route({
    method: 'DELETE',
    path: desk,
    summary: 'Throw a draft away.',
    door: writer,
    params: contract.offerParams,
    output: nothing,
    problems: [wrongState],
    write: async (tx, { params }) => {
      await deleteDraft(tx, params.offer);
      return undefined;
    },
  }),
  route({
    method: 'POST',
    path: `${desk}/send`,
    summary: 'Send a draft at the prices of now; a revision replaces the offer before it.',
    door: writer,
    params: contract.offerParams,
    output: contract.staffOfferShape,
    problems: [...saleProblems, wrongState, contract.dayPassed],
    write: async (tx, { params: { offer } }) => {
      await sendOffer(tx, offer);
      return showOfferForStaff(tx.db, offer, tx.now);
    },
  }),
  route({
    method: 'POST',
    path: `${desk}/withdraw`,
    summary: 'Take back what was sent and is not answered.',
    door: writer,
    params: contract.offerParams,
    output: contract.staffOfferShape,
    problems: [wrongState],
    write: async (tx, { params: { offer } }) => {
      await withdrawOffer(tx, offer);
      return showOfferForStaff(tx.db, offer, tx.now);
    },
  }),
  copying('duplicate', 'A new draft with the words and lines of an offer.'),
  copying('revise', 'A new draft that replaces what was sent once it is sent itself.'),
];
