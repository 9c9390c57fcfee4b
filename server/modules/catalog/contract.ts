import { z } from 'zod';
import { id, idOut, instant, json, prose } from '../../kernel/http/shapes.ts';
import { problem } from '../../kernel/values/errors.ts';
import { isCurrency } from '../../kernel/values/money.ts';
import { optionKinds } from './domain/configure.ts';
import { cycles } from './domain/cycles.ts';

const currency = z.string().refine(isCurrency, { message: 'a currency known here' });
const cycle = z.enum(cycles);
const bilingualOut = z.object({ id: z.string(), en: z.string() });
const slug = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const code = z.string().regex(/^[a-z][a-z0-9_-]{0,39}$/);
const choiceCode = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,39}$/);
const amount = z.int().min(0).max(1_000_000_000_000);
const position = z.int().min(0).max(10_000);

const title = z.object({ id: prose(120), en: prose(120) });
const words = z.string().trim().max(4000);
const description = z.object({ id: words, en: words });
const configuration = z
  .record(z.string().max(100), json)
  .refine((value) => JSON.stringify(value).length <= 20_000, { message: 'at most 20 000 characters' });

/** In minor units of the currency, for one unit: each period, and once at the beginning. */
const priceShape = z.object({ cycle, recurring: z.int(), setup: z.int() });
const pricesOut = z.array(priceShape.extend({ currency: z.string() }));
const pricesIn = z
  .array(z.object({ currency, cycle, recurring: amount, setup: amount }))
  .max(200)
  .refine((all) => new Set(all.map((each) => `${each.currency} ${each.cycle}`)).size === all.length, {
    message: 'one price for each currency and cycle',
  });

// The store: for everybody, in one currency.

const card = z.object({
  id: idOut,
  slug: z.string(),
  name: bilingualOut,
  description: bilingualOut,
  trialDays: z.int(),
  existingClientsOnly: z.boolean(),
  soldOut: z.boolean(),
  /** The lowest price of the shortest cycle there is. */
  from: priceShape,
});

/** Without a currency: the one most is sold in. */
export const storeQuery = z.object({ currency: currency.optional() });
export const storeShape = z
  .object({
    currency: z.string(),
    /** Every currency something is sold in. */
    currencies: z.array(z.string()),
    groups: z.array(
      z.object({
        id: idOut,
        slug: z.string(),
        name: bilingualOut,
        description: bilingualOut,
        products: z.array(card),
      }),
    ),
  })
  .meta({ id: 'Store' });
export type Store = z.output<typeof storeShape>;

export const organizationParams = z.object({ organization: id('organization') });
export const storeProductParams = z.object({ slug });
export const ownStoreProductParams = organizationParams.extend({ slug });
export const storeProductShape = z
  .object({
    id: idOut,
    slug: z.string(),
    name: bilingualOut,
    description: bilingualOut,
    group: z.object({ slug: z.string(), name: bilingualOut }),
    currency: z.string(),
    /** Every currency it is sold in. */
    currencies: z.array(z.string()),
    trialDays: z.int(),
    existingClientsOnly: z.boolean(),
    /** How many are left when that is few; null when there is no need to hurry. */
    left: z.int().nullable(),
    plans: z.array(
      z.object({
        id: idOut,
        name: bilingualOut,
        description: bilingualOut,
        minimum: z.int(),
        maximum: z.int(),
        existingClientsOnly: z.boolean(),
        prices: z.array(priceShape),
      }),
    ),
    options: z.array(
      z.object({
        code: z.string(),
        name: bilingualOut,
        kind: z.enum(optionKinds),
        required: z.boolean(),
        minimum: z.int(),
        maximum: z.int(),
        choices: z.array(z.object({ code: z.string(), name: bilingualOut, prices: z.array(priceShape) })),
      }),
    ),
    addons: z.array(
      z.object({
        code: z.string(),
        name: bilingualOut,
        description: bilingualOut,
        prices: z.array(priceShape),
      }),
    ),
  })
  .meta({ id: 'StoreProduct' });
export type StoreProduct = z.output<typeof storeProductShape>;

// The console.

const groupFields = { slug, name: title, description, visible: z.boolean(), position };
export const groupShape = z
  .object({
    id: idOut,
    slug: z.string(),
    name: bilingualOut,
    description: bilingualOut,
    visible: z.boolean(),
    position: z.int(),
    archivedAt: instant.nullable(),
    version: z.int(),
  })
  .meta({ id: 'CatalogGroup' });
export type CatalogGroup = z.output<typeof groupShape>;
export const groupBody = z.object(groupFields);
export const groupPatch = z.object({ ...groupFields, archived: z.boolean() }).partial();
export const groupParams = z.object({ group: id('group') });

export const addonShape = z
  .object({
    id: idOut,
    code: z.string(),
    name: bilingualOut,
    description: bilingualOut,
    position: z.int(),
    archivedAt: instant.nullable(),
    version: z.int(),
    prices: pricesOut,
  })
  .meta({ id: 'CatalogAddon' });
export type CatalogAddon = z.output<typeof addonShape>;
const addonFields = { name: title, description, position, prices: pricesIn };
export const addonBody = z.object({ code, ...addonFields });
export const addonPatch = z.object({ ...addonFields, archived: z.boolean() }).partial();
export const addonParams = z.object({ addon: id('addon') });

const productFields = {
  group: id('group'),
  slug,
  name: title,
  description,
  visible: z.boolean(),
  position,
  provisioner: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  configuration,
  taxable: z.boolean(),
  trialDays: z.int().min(0).max(365),
  existingClientsOnly: z.boolean(),
};
export const productBody = z.object(productFields);
export const productPatch = z
  .object({ ...productFields, addons: z.array(id('addon')).max(50), archived: z.boolean() })
  .partial();
export const productParams = z.object({ product: id('product') });
const stock = z.int().min(0).max(1_000_000).nullable();
/** `seen` is the count the change was decided on: when somebody bought meanwhile, it is refused. */
export const stockBody = z.object({ stock, seen: stock });

export const planShape = z.object({
  id: idOut,
  name: bilingualOut,
  description: bilingualOut,
  position: z.int(),
  minimum: z.int(),
  maximum: z.int(),
  configuration: z.record(z.string(), json),
  existingClientsOnly: z.boolean(),
  archivedAt: instant.nullable(),
  version: z.int(),
  prices: pricesOut,
});
export type CatalogPlan = z.output<typeof planShape>;
const quantity = z.int().min(1).max(1_000_000);
const planFields = {
  name: title,
  description,
  position,
  minimum: quantity,
  maximum: quantity,
  configuration,
  existingClientsOnly: z.boolean(),
  prices: pricesIn,
};
const inOrder = ({ minimum, maximum }: { minimum?: number | undefined; maximum?: number | undefined }) =>
  (minimum === undefined) === (maximum === undefined) &&
  (minimum === undefined || maximum === undefined || minimum <= maximum);
const bounds = { path: ['maximum'], message: 'minimum and maximum go together, in order' };
export const planBody = z.object(planFields).refine(inOrder, bounds);
export const planPatch = z
  .object({ ...planFields, archived: z.boolean() })
  .partial()
  .refine(inOrder, bounds);
export const planParams = z.object({ plan: id('plan') });

const choice = z.object({ code: choiceCode, name: title, prices: pricesIn });
export const optionShape = z.object({
  id: idOut,
  code: z.string(),
  name: bilingualOut,
  kind: z.enum(optionKinds),
  required: z.boolean(),
  minimum: z.int(),
  maximum: z.int(),
  position: z.int(),
  archivedAt: instant.nullable(),
  version: z.int(),
  choices: z.array(z.object({ code: z.string(), name: bilingualOut, prices: pricesOut })),
});
export type CatalogOption = z.output<typeof optionShape>;
const optionFields = {
  name: title,
  required: z.boolean(),
  minimum: z.int().min(0).max(1_000_000),
  maximum: z.int().min(0).max(1_000_000),
  position,
  choices: z
    .array(choice)
    .max(100)
    .refine((all) => new Set(all.map((each) => each.code)).size === all.length, {
      message: 'each code once',
    }),
};
/** A select has choices; a quantity and a checkbox have one, their price; a text has none. */
export const optionBody = z
  .object({ code, kind: z.enum(optionKinds), ...optionFields })
  .refine(inOrder, bounds);
export const optionPatch = z
  .object({ ...optionFields, archived: z.boolean() })
  .partial()
  .refine(inOrder, bounds);
export const optionParams = z.object({ option: id('option') });

export const productShape = z
  .object({
    id: idOut,
    group: idOut,
    slug: z.string(),
    name: bilingualOut,
    description: bilingualOut,
    visible: z.boolean(),
    position: z.int(),
    provisioner: z.string(),
    configuration: z.record(z.string(), json),
    taxable: z.boolean(),
    stock: z.int().nullable(),
    trialDays: z.int(),
    existingClientsOnly: z.boolean(),
    archivedAt: instant.nullable(),
    version: z.int(),
    plans: z.array(planShape),
    options: z.array(optionShape),
    addons: z.array(idOut),
  })
  .meta({ id: 'CatalogProduct' });
export type CatalogProduct = z.output<typeof productShape>;

export const treeShape = z
  .object({
    groups: z.array(
      groupShape.extend({
        products: z.array(
          z.object({
            id: idOut,
            slug: z.string(),
            name: bilingualOut,
            visible: z.boolean(),
            position: z.int(),
            provisioner: z.string(),
            stock: z.int().nullable(),
            plans: z.int(),
            archivedAt: instant.nullable(),
          }),
        ),
      }),
    ),
    addons: z.array(addonShape),
  })
  .meta({ id: 'CatalogTree' });
export type CatalogTree = z.output<typeof treeShape>;

export const slugTaken = problem('slug_taken', 409, 'This address is used by another one already.');
export const codeTaken = problem('code_taken', 409, 'This code is used by another one already.');
export const notForSale = problem('not_for_sale', 409, 'This is not sold, or not like this.');
export const outOfStock = problem('out_of_stock', 409, 'There are not enough left.');
