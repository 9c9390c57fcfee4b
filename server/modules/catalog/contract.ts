import { z } from 'zod';
import { bilingualOut, day, id, idOut, instant, json, prose } from '../../kernel/http/shapes.ts';
import { problem } from '../../kernel/values/errors.ts';
import { isCurrency } from '../../kernel/values/money.ts';
import { optionKinds } from './domain/configure.ts';
import { cycles } from './domain/cycles.ts';
import { taxCategories } from './domain/tax-category.ts';
import { faultOfTiers } from './domain/tiers.ts';
import { chargeOut, chargesIn } from './meter-contract.ts';
import { pausePolicyShape } from './pause-contract.ts';
import { agreedDefaults, agreedIn, agreedOut } from './term-contract.ts';

const currency = z.string().refine(isCurrency, { message: 'a currency known here' });
const cycle = z.enum(cycles);
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
const whole = z.int().min(1).max(1_000_000);
/** By how many there are, `upTo` the last unit of a tier (null: no end), `fixed` once for a tier that is reached. `graduated`: each unit at the
 * price of its own tier; `volume`: all of them at the price of the tier the last one is in. */
const tiers = z.object({
  model: z.enum(['graduated', 'volume']),
  tiers: z
    .array(z.object({ upTo: whole.nullable(), each: amount, fixed: amount }))
    .min(1)
    .max(20),
});
export const tiersIn = tiers.refine((given) => faultOfTiers(given) === null, {
  message: 'tiers in order, the last without an end',
});
export const tiersOut = z.object({
  model: z.enum(['graduated', 'volume']),
  tiers: z.array(z.object({ upTo: z.int().nullable(), each: z.int(), fixed: z.int() })),
});
/** `tiers`: only where there are some; `recurring` is then the price of one unit. `charges`: what use costs on top of it. */
const pricesOut = z.array(
  priceShape.extend({
    currency: z.string(),
    tiers: tiersOut.optional(),
    charges: z.array(chargeOut).optional(),
  }),
);
const priceIn = { currency, cycle, recurring: amount, setup: amount };
const distinct = [
  (all: readonly { currency: string; cycle: string }[]) =>
    new Set(all.map((each) => `${each.currency} ${each.cycle}`)).size === all.length,
  { message: 'one price for each currency and cycle' },
] as const;
const pricesIn = z
  .array(z.object(priceIn))
  .max(200)
  .refine(...distinct);
/** With tiers, `recurring` is what one unit of them costs, whatever is said. */
const planPriceFields = z.object({ ...priceIn, tiers: tiersIn.optional(), charges: chargesIn.optional() });
const usedByPeriods = ({ cycle: of, charges }: { cycle: string; charges?: readonly unknown[] | undefined }) =>
  of !== 'one_time' || !charges?.length;
const onlyByPeriods = { path: ['charges'], message: 'only what recurs has use that is billed' };
export const planPriceIn = planPriceFields.refine(usedByPeriods, onlyByPeriods);
const planPricesIn = z
  .array(planPriceIn)
  .max(200)
  .refine(...distinct);

// The store: for everybody, in one currency.

const card = z.object({
  id: idOut,
  slug: z.string(),
  name: bilingualOut,
  description: bilingualOut,
  trialDays: z.int(),
  existingClientsOnly: z.boolean(),
  soldOut: z.boolean(),
  /** The lowest price of the shortest cycle there is; `tiered`: of one unit, others by how many there are. */
  from: priceShape.extend({ tiered: z.boolean() }),
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
    /** Visitors sign in before they order it. */
    needsAccount: z.boolean(),
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
        ...agreedOut,
        prices: z.array(
          priceShape.extend({ tiers: tiersOut.optional(), charges: z.array(chargeOut).optional() }),
        ),
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

/** What becomes of changes to services of a product that run. */
export const changePolicyShape = z.object({
  /** When more is wanted or less: at once, at the end of what is paid for, or not by the client. */
  upgrade: z.enum(['now', 'period_end', 'never']),
  downgrade: z.enum(['now', 'period_end', 'never']),
  /** How the running period is settled: by whole days, by seconds, or not at all. */
  proration: z.enum(['day', 'second', 'none']),
  /** What becomes of paid time that is given up, by a change or an end at once. */
  unused: z.enum(['credit', 'none']),
  /** Time on hold, once it runs again: billed after all, or left out, with a new period from then on. */
  onHold: z.enum(['bill', 'skip']),
  /** Less than was committed to for a fixed term, before its end: not by the client, or as `downgrade` says. */
  inTerm: z.enum(['refuse', 'allow']).default('refuse'),
});
export type ChangePolicy = z.output<typeof changePolicyShape>;

const productFields = {
  group: id('group'),
  slug,
  name: title,
  description,
  visible: z.boolean(),
  position,
  provisioner: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  configuration,
  taxCategory: z.enum(taxCategories),
  /** Whether its prices contain tax; null: as the business says. */
  taxIncluded: z.boolean().nullable().default(null),
  trialDays: z.int().min(0).max(365),
  existingClientsOnly: z.boolean(),
  /** Not sold to guests: who orders it has an account. */
  needsAccount: z.boolean(),
};
/** Who knows nothing of guests sells to them. */
const productDefaults = { needsAccount: productFields.needsAccount.default(false) };
export const productBody = z.object({ ...productFields, ...productDefaults });
export const productPatch = z
  .object({
    ...productFields,
    addons: z.array(id('addon')).max(50),
    changes: changePolicyShape,
    pauses: pausePolicyShape,
    archived: z.boolean(),
  })
  .partial();
export const productParams = z.object({ product: id('product') });
const stock = z.int().min(0).max(1_000_000).nullable();
/** `seen`: the count the change was decided on; refused when somebody bought meanwhile. */
export const stockBody = z.object({ stock, seen: stock });

const planShape = z.object({
  id: idOut,
  name: bilingualOut,
  description: bilingualOut,
  position: z.int(),
  minimum: z.int(),
  maximum: z.int(),
  configuration: z.record(z.string(), json),
  existingClientsOnly: z.boolean(),
  ...agreedOut,
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
  ...agreedIn,
  prices: planPricesIn,
};
const inOrder = ({ minimum, maximum }: { minimum?: number | undefined; maximum?: number | undefined }) =>
  (minimum === undefined) === (maximum === undefined) &&
  (minimum === undefined || maximum === undefined || minimum <= maximum);
const bounds = { path: ['maximum'], message: 'minimum and maximum go together, in order' };
export const planBody = z.object({ ...planFields, ...agreedDefaults }).refine(inOrder, bounds);
export const planPatch = z
  .object({ ...planFields, archived: z.boolean() })
  .partial()
  .refine(inOrder, bounds);
export const planParams = z.object({ plan: id('plan') });
/** `from`: the day new orders begin to cost this, in the zone of who plans it. Without `charges` those for use go on. */
export const plannedPriceBody = planPriceFields.extend({ from: day }).refine(usedByPeriods, onlyByPeriods);
export const withdrawPriceBody = z.object({ currency, cycle, version: z.int().min(1) });
export const versionShape = z.object({ version: z.int() });

const choice = z.object({ code: choiceCode, name: title, prices: pricesIn });
const optionShape = z.object({
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
    taxCategory: z.enum(taxCategories),
    taxIncluded: z.boolean().nullable(),
    stock: z.int().nullable(),
    trialDays: z.int(),
    existingClientsOnly: z.boolean(),
    changes: changePolicyShape,
    pauses: pausePolicyShape,
    needsAccount: z.boolean(),
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
export const priceInThePast = problem('price_in_the_past', 409, 'A price is planned for a day to come.');
export const priceBegun = problem('price_begun', 409, 'This price has begun already.');
