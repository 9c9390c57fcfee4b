import { z } from 'zod';
import {
  bilingualOut,
  date,
  day,
  id,
  idOut,
  instant,
  line,
  moneyOut,
  pageOf,
  pageQuery,
} from '../../kernel/http/shapes.ts';
import { problem } from '../../kernel/values/errors.ts';
import { isCurrency } from '../../kernel/values/money.ts';
import { cycles } from '../catalog/index.ts';
import { refusals } from './domain/decide.ts';

/** A code as somebody typed it; empty like none. */
export const typedCode = z.string().trim().max(60).nullable().default(null);

/** What became of a code: its promotion's name where it applies, else why not; `minimum` in minor units of the order's currency. */
export const codeAnswer = z
  .object({
    code: z.string(),
    names: bilingualOut.nullable(),
    no: z.enum(['unknown', ...refusals]).nullable(),
    minimum: z.int().nullable(),
  })
  .meta({ id: 'CodeAnswer' });
export type CodeAnswer = z.output<typeof codeAnswer>;

export const promotionStates = ['running', 'planned', 'over', 'used_up', 'stopped'] as const;
const state = z.enum(promotionStates);
const trigger = z.enum(['code', 'automatic']);
const bilingual = z.object({ id: line(120), en: line(120) });
/** Minor units by currency. */
const amounts = z
  .record(
    z.string().refine((text): boolean => isCurrency(text), { message: 'not a currency' }),
    z.int().min(1).max(1_000_000_000_000),
  )
  .refine((given) => Object.keys(given).length <= 20, { message: 'at most 20 currencies' });
const code = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[0-9A-Z][0-9A-Z-]{1,39}$/, { message: 'letters, digits and hyphens, 2 to 40' });

const terms = {
  name: bilingual,
  /** Hundredths of a percent; exactly one of percent and amounts. */
  percent: z.int().min(1).max(10_000).nullable(),
  amounts: amounts.nullable(),
  minimums: amounts.default({}),
  coversSetup: z.boolean(),
  /** Of each service; null: always. */
  periods: z.int().min(1).max(120).nullable(),
  stacking: z.enum(['exclusive', 'combined']),
  products: z.array(id('product')).max(200),
  plans: z.array(id('plan')).max(200),
  cycles: z.array(z.enum(cycles)).max(cycles.length),
  newClients: z.boolean(),
  startsOn: day.nullable(),
  endsOn: day.nullable(),
  most: z.int().min(1).max(1_000_000_000).nullable(),
  mostEach: z.int().min(1).max(1000).nullable(),
};
const oneKind = ({ percent, amounts: fixed }: { percent: number | null; amounts: object | null }) =>
  (percent === null) !== (fixed === null || Object.keys(fixed).length === 0);
const inOrder = ({ startsOn, endsOn }: { startsOn: string | null; endsOn: string | null }) =>
  startsOn === null || endsOn === null || startsOn <= endsOn;

/** `code`: of one with a code, the first of them; more are made by the batch. */
export const promotionBody = z
  .object({ ...terms, trigger, code: code.nullable() })
  .refine(oneKind, { path: ['percent'], message: 'either a percentage or amounts' })
  .refine(inOrder, { path: ['endsOn'], message: 'not before the first day' })
  .refine((body) => body.trigger === 'code' || body.code === null, {
    path: ['code'],
    message: 'comes without a code',
  });
export type PromotionBody = z.output<typeof promotionBody>;
export const promotionEdit = z
  .object(terms)
  .refine(oneKind, { path: ['percent'], message: 'either a percentage or amounts' })
  .refine(inOrder, { path: ['endsOn'], message: 'not before the first day' });

export const promotionParams = z.object({ promotion: id('promotion') });
export const promotionQuery = z.object({
  ...pageQuery,
  state: state.optional(),
  trigger: trigger.optional(),
  /** Part of a name or of a code. */
  q: z.string().trim().max(60).optional(),
});
export type PromotionFilters = z.output<typeof promotionQuery>;

const money = z.record(z.string(), z.int());
const common = {
  id: idOut,
  name: bilingualOut,
  trigger,
  state,
  percent: z.int().nullable(),
  amounts: money.nullable(),
  startsOn: date.nullable(),
  endsOn: date.nullable(),
  most: z.int().nullable(),
  redeemed: z.int(),
  /** The only code, or the first of several; null where it comes by itself or none was made. */
  code: z.string().nullable(),
  codes: z.int(),
};
export const promotionItem = z.object(common).meta({ id: 'PromotionItem' });
export type PromotionItem = z.output<typeof promotionItem>;
export const promotionPage = pageOf(promotionItem);
export const promotionShape = z
  .object({
    ...common,
    minimums: money,
    coversSetup: z.boolean(),
    periods: z.int().nullable(),
    stacking: z.enum(['exclusive', 'combined']),
    products: z.array(z.object({ id: idOut, name: bilingualOut })),
    plans: z.array(z.object({ id: idOut, name: bilingualOut })),
    cycles: z.array(z.enum(cycles)),
    newClients: z.boolean(),
    mostEach: z.int().nullable(),
    batches: z.int(),
    /** What its orders came to, by currency: taken off, and what was paid of their invoices so far. */
    revenue: z.array(z.object({ discount: moneyOut, paid: moneyOut, orders: z.int() })),
    version: z.int(),
  })
  .meta({ id: 'Promotion' });
export type PromotionShape = z.output<typeof promotionShape>;

/** What a promotion can be meant for. */
export const goodsShape = z
  .object({
    products: z.array(
      z.object({
        id: idOut,
        name: bilingualOut,
        plans: z.array(z.object({ id: idOut, name: bilingualOut })),
      }),
    ),
  })
  .meta({ id: 'PromotionGoods' });
export type Goods = z.output<typeof goodsShape>;

/** `each`: how often one of them can be used. */
export const batchBody = z.object({
  count: z.int().min(1).max(10_000),
  prefix: z
    .union([
      z.literal(''),
      z
        .string()
        .trim()
        .toUpperCase()
        .regex(/^[0-9A-Z]{1,12}$/),
    ])
    .default(''),
  each: z.int().min(1).max(1_000_000).default(1),
});
export const codeBody = z.object({ code, most: z.int().min(1).max(1_000_000).nullable() });

export const codeQuery = z.object({ ...pageQuery, q: z.string().trim().toUpperCase().max(40).optional() });
export const codePage = pageOf(
  z
    .object({
      code: z.string(),
      most: z.int().nullable(),
      redeemed: z.int(),
      batch: z.int().nullable(),
    })
    .meta({ id: 'PromotionCode' }),
);
export type PromotionCode = z.output<typeof codePage>['items'][number];

export const redemptionQuery = z.object({
  ...pageQuery,
  code: z.string().trim().toUpperCase().max(40).optional(),
});
export const redemptionPage = pageOf(
  z
    .object({
      id: idOut,
      code: z.string().nullable(),
      client: z.object({ id: idOut, name: z.string() }),
      orderId: idOut,
      /** Null where nothing was due, or it is not approved yet. */
      invoice: z
        .object({
          id: idOut,
          number: z.string().nullable(),
          status: z.string(),
          total: moneyOut,
          paid: moneyOut,
        })
        .nullable(),
      discount: moneyOut,
      at: instant,
      returnedAt: instant.nullable(),
    })
    .meta({ id: 'Redemption' }),
);
export type RedemptionItem = z.output<typeof redemptionPage>['items'][number];

export const promotionGone = problem(
  'promotion_gone',
  409,
  'A discount has just come to its limit. Look at the price again.',
);
export const codeTaken = problem('code_taken', 409, 'This code is in use already.');
export const noCodes = problem('no_codes', 409, 'This promotion comes by itself and has no codes.');
