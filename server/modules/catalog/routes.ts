import { anyone, memberOrKey, route, staff } from '../../kernel/http/route.ts';
import { addAddon, changeAddon } from './commands/edit-addon.ts';
import { addGroup, changeGroup } from './commands/edit-group.ts';
import { addOption, changeOption } from './commands/edit-option.ts';
import { addPlan, changePlan } from './commands/edit-plan.ts';
import { addProduct, changeProduct } from './commands/edit-product.ts';
import { setStock } from './commands/stock.ts';
import * as contract from './contract.ts';
import * as may from './permissions.ts';
import { meterRoutes } from './meter-routes.ts';
import { priceRoutes } from './price-routes.ts';
import { showAddon, showGroup, showProductForStaff, showTree } from './queries/editor.ts';
import { currencyOf, showProduct, showStore, usualCurrency } from './queries/store.ts';

const base = '/api/console/catalog';
const own = '/api/organizations/:organization/store';

export const routes = [
  ...priceRoutes,
  ...meterRoutes,
  route({
    method: 'GET',
    path: '/api/catalog',
    summary: 'What is for sale, with the lowest price of each product in one currency.',
    door: anyone('a store shows its goods to everybody'),
    query: contract.storeQuery,
    output: contract.storeShape,
    read: async (db, { query }, { session, now }) =>
      showStore(db, query.currency ?? (await usualCurrency(db, now)), !!session?.organizations.length, now),
  }),
  route({
    method: 'GET',
    path: '/api/catalog/products/:slug',
    summary: 'One product with its plans, options, add-ons and their prices in one currency.',
    door: anyone('a store shows its goods to everybody'),
    params: contract.storeProductParams,
    query: contract.storeQuery,
    output: contract.storeProductShape,
    read: async (db, { params, query }, { session, now }) =>
      showProduct(
        db,
        params.slug,
        query.currency ?? (await usualCurrency(db, now)),
        !!session?.organizations.length,
        now,
      ),
  }),
  route({
    method: 'GET',
    path: own,
    summary: 'What is for sale, in the currency of the organization.',
    door: memberOrKey(may.browseStore),
    params: contract.organizationParams,
    output: contract.storeShape,
    read: async (db, { params }, { now }) =>
      showStore(db, await currencyOf(db, params.organization), true, now),
  }),
  route({
    method: 'GET',
    path: `${own}/:slug`,
    summary: 'One product with its plans, options, add-ons and prices, in the currency of the organization.',
    door: memberOrKey(may.browseStore),
    params: contract.ownStoreProductParams,
    output: contract.storeProductShape,
    read: async (db, { params }, { now }) =>
      showProduct(db, params.slug, await currencyOf(db, params.organization), true, now),
  }),
  route({
    method: 'GET',
    path: base,
    summary: 'The whole catalog as the staff keep it, hidden and archived things included.',
    door: staff(may.readCatalog),
    output: contract.treeShape,
    read: (db, _, { now }) => showTree(db, now),
  }),
  route({
    method: 'POST',
    path: `${base}/groups`,
    summary: 'Add a group of products.',
    door: staff(may.changeCatalog),
    body: contract.groupBody,
    output: contract.groupShape,
    status: 201,
    problems: [contract.slugTaken],
    write: async (tx, { body }) => showGroup(tx.db, await addGroup(tx, body)),
  }),
  route({
    method: 'PATCH',
    path: `${base}/groups/:group`,
    summary: 'Change a group, archive it or bring it back.',
    door: staff(may.changeCatalog),
    ifMatch: true,
    params: contract.groupParams,
    body: contract.groupPatch,
    output: contract.groupShape,
    problems: [contract.slugTaken],
    write: async (tx, { params, body }, { version }) => {
      await changeGroup(tx, params.group, version, body);
      return showGroup(tx.db, params.group);
    },
  }),
  route({
    method: 'POST',
    path: `${base}/products`,
    summary: 'Add a product to a group.',
    door: staff(may.changeCatalog),
    body: contract.productBody,
    output: contract.productShape,
    status: 201,
    problems: [contract.slugTaken],
    write: async (tx, { body }) => showProductForStaff(tx.db, await addProduct(tx, body), tx.now),
  }),
  route({
    method: 'GET',
    path: `${base}/products/:product`,
    summary: 'One product with everything about it that can be edited.',
    door: staff(may.readCatalog),
    params: contract.productParams,
    output: contract.productShape,
    read: (db, { params }, { now }) => showProductForStaff(db, params.product, now),
  }),
  route({
    method: 'PATCH',
    path: `${base}/products/:product`,
    summary: 'Change a product, archive it or bring it back.',
    door: staff(may.changeCatalog),
    ifMatch: true,
    params: contract.productParams,
    body: contract.productPatch,
    output: contract.productShape,
    problems: [contract.slugTaken],
    write: async (tx, { params, body }, { version }) => {
      await changeProduct(tx, params.product, version, body);
      return showProductForStaff(tx.db, params.product, tx.now);
    },
  }),
  route({
    method: 'POST',
    path: `${base}/products/:product/stock`,
    summary: 'Say how many are left, unless that changed since you looked.',
    door: staff(may.changeCatalog),
    params: contract.productParams,
    body: contract.stockBody,
    output: contract.productShape,
    write: async (tx, { params, body }) => {
      await setStock(tx, params.product, body);
      return showProductForStaff(tx.db, params.product, tx.now);
    },
  }),
  route({
    method: 'POST',
    path: `${base}/products/:product/plans`,
    summary: 'Add a plan to a product, with its prices.',
    door: staff(may.changeCatalog),
    params: contract.productParams,
    body: contract.planBody,
    output: contract.productShape,
    status: 201,
    write: async (tx, { params, body }) => {
      await addPlan(tx, params.product, body);
      return showProductForStaff(tx.db, params.product, tx.now);
    },
  }),
  route({
    method: 'PATCH',
    path: `${base}/plans/:plan`,
    summary: 'Change a plan or its prices, archive it or bring it back.',
    door: staff(may.changeCatalog),
    ifMatch: true,
    params: contract.planParams,
    body: contract.planPatch,
    output: contract.productShape,
    write: async (tx, { params, body }, { version }) =>
      showProductForStaff(tx.db, await changePlan(tx, params.plan, version, body), tx.now),
  }),
  route({
    method: 'POST',
    path: `${base}/products/:product/options`,
    summary: 'Add an option to a product, with its choices and their prices.',
    door: staff(may.changeCatalog),
    params: contract.productParams,
    body: contract.optionBody,
    output: contract.productShape,
    status: 201,
    problems: [contract.codeTaken],
    write: async (tx, { params, body }) => {
      await addOption(tx, params.product, body);
      return showProductForStaff(tx.db, params.product, tx.now);
    },
  }),
  route({
    method: 'PATCH',
    path: `${base}/options/:option`,
    summary: 'Change an option or its choices, archive it or bring it back.',
    door: staff(may.changeCatalog),
    ifMatch: true,
    params: contract.optionParams,
    body: contract.optionPatch,
    output: contract.productShape,
    problems: [contract.codeTaken],
    write: async (tx, { params, body }, { version }) =>
      showProductForStaff(tx.db, await changeOption(tx, params.option, version, body), tx.now),
  }),
  route({
    method: 'POST',
    path: `${base}/addons`,
    summary: 'Add an add-on, with its prices.',
    door: staff(may.changeCatalog),
    body: contract.addonBody,
    output: contract.addonShape,
    status: 201,
    problems: [contract.codeTaken],
    write: async (tx, { body }) => showAddon(tx.db, await addAddon(tx, body), tx.now),
  }),
  route({
    method: 'PATCH',
    path: `${base}/addons/:addon`,
    summary: 'Change an add-on or its prices, archive it or bring it back.',
    door: staff(may.changeCatalog),
    ifMatch: true,
    params: contract.addonParams,
    body: contract.addonPatch,
    output: contract.addonShape,
    write: async (tx, { params, body }, { version }) => {
      await changeAddon(tx, params.addon, version, body);
      return showAddon(tx.db, params.addon, tx.now);
    },
  }),
];
