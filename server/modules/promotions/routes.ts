import { route, staff } from '../../kernel/http/route.ts';
import { nothing } from '../../kernel/http/shapes.ts';
import { addPromotion, changePromotion, setStopped } from './commands/edit-promotion.ts';
import { addCode, makeBatch } from './commands/make-codes.ts';
import * as contract from './contract.ts';
import * as may from './permissions.ts';
import { codesFile, listCodes, listRedemptions } from './queries/codes.ts';
import { listGoods } from './queries/goods.ts';
import { listPromotions, showPromotion } from './queries/list-promotions.ts';

const base = '/api/console/promotions';
const one = `${base}/:promotion`;
const reader = staff(may.readPromotions);
const keeper = staff(may.managePromotions);
const params = contract.promotionParams;
const output = contract.promotionShape;

const stopping = (act: 'stop' | 'resume', summary: string) =>
  route({
    method: 'POST',
    path: `${one}/${act}`,
    summary,
    door: keeper,
    params,
    output,
    write: async (tx, { params: { promotion } }) => {
      await setStopped(tx, promotion, act === 'stop');
      return showPromotion(tx.db, promotion, tx.now);
    },
  });

export const routes = [
  route({
    method: 'GET',
    path: base,
    summary: 'Promotions, latest first.',
    door: reader,
    query: contract.promotionQuery,
    output: contract.promotionPage,
    read: (db, { query }, { now }) => listPromotions(db, query, now),
  }),
  route({
    method: 'POST',
    path: base,
    summary: 'Add a promotion, with its first code where it has codes.',
    door: keeper,
    body: contract.promotionBody,
    output,
    status: 201,
    problems: [contract.codeTaken],
    write: async (tx, { body }) => showPromotion(tx.db, await addPromotion(tx, body), tx.now),
  }),
  route({
    method: 'GET',
    path: `${base}/goods`,
    summary: 'Products with their plans that a promotion can be meant for.',
    door: reader,
    output: contract.goodsShape,
    read: (db) => listGoods(db),
  }),
  route({
    method: 'GET',
    path: one,
    summary: 'A promotion with all its terms and what it came to.',
    door: reader,
    params,
    output,
    read: (db, { params: { promotion } }, { now }) => showPromotion(db, promotion, now),
  }),
  route({
    method: 'PUT',
    path: one,
    summary: 'Change a promotion for whoever comes next; what was promised before stays.',
    door: keeper,
    ifMatch: true,
    params,
    body: contract.promotionEdit,
    output,
    write: async (tx, { params: { promotion }, body }, { version }) => {
      await changePromotion(tx, promotion, version, body);
      return showPromotion(tx.db, promotion, tx.now);
    },
  }),
  stopping('stop', 'Stop a promotion: nobody gets it any more, who has it keeps it.'),
  stopping('resume', 'Let a stopped promotion go on.'),
  route({
    method: 'POST',
    path: `${one}/codes`,
    summary: 'Add a code of your choice.',
    door: keeper,
    params,
    body: contract.codeBody,
    output,
    status: 201,
    problems: [contract.codeTaken, contract.noCodes],
    write: async (tx, { params: { promotion }, body }) => {
      await addCode(tx, promotion, body);
      return showPromotion(tx.db, promotion, tx.now);
    },
  }),
  route({
    method: 'POST',
    path: `${one}/batches`,
    summary: 'Make many codes at once that nobody can guess.',
    door: keeper,
    params,
    body: contract.batchBody,
    output,
    status: 201,
    problems: [contract.noCodes],
    write: async (tx, { params: { promotion }, body }) => {
      await makeBatch(tx, promotion, body);
      return showPromotion(tx.db, promotion, tx.now);
    },
  }),
  route({
    method: 'GET',
    path: `${one}/codes`,
    summary: 'The codes of a promotion.',
    door: keeper,
    params,
    query: contract.codeQuery,
    output: contract.codePage,
    read: (db, { params: { promotion }, query }) => listCodes(db, promotion, query),
  }),
  route({
    method: 'GET',
    path: `${one}/codes/file`,
    summary: 'All codes of a promotion as CSV.',
    door: keeper,
    params,
    output: nothing,
    download: (ctx, { params: { promotion } }) => codesFile(ctx, promotion),
  }),
  route({
    method: 'GET',
    path: `${one}/redemptions`,
    summary: 'Where a promotion was used, latest first.',
    door: reader,
    params,
    query: contract.redemptionQuery,
    output: contract.redemptionPage,
    read: (db, { params: { promotion }, query }) => listRedemptions(db, promotion, query),
  }),
];
