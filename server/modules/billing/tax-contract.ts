import { z } from 'zod';
import {
  ability,
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
import type { Currency } from '../../kernel/values/money.ts';
import { taxCategories } from '../catalog/index.ts';
import { legalShape } from './domain/legal.ts';
import { buyerKinds, ruleBuyers, taxCodes } from './domain/tax-decision.ts';
import { withholdingKinds, withholdingStates } from './domain/withholding.ts';
import { taxTermsShape } from './tax-settings.ts';

const currency = z
  .string()
  .refine(isCurrency, { message: 'a currency known here' })
  .transform((text) => text as Currency);
const country = z.string().regex(/^[A-Z]{2}$/);
const bothLines = z.object({ id: line(160), en: line(160) });
const parts = z.object({ numerator: z.int().min(1).max(1000), denominator: z.int().min(1).max(1000) });

const ruleFields = {
  country,
  region: z.string().trim().max(60).default(''),
  category: z.enum(taxCategories),
  buyer: z.enum(ruleBuyers),
  from: day,
  /** The first day on which it holds no more. */
  until: day.nullable().default(null),
  name: bothLines,
  percent: z.number().min(0).max(100).multipleOf(0.001),
  base: parts.default({ numerator: 1, denominator: 1 }),
  code: z.enum(taxCodes),
  exemptionCode: z.string().trim().max(40).default(''),
  reason: bothLines.nullable().default(null),
  transactionCode: z
    .string()
    .regex(/^(0[1-9]|10)$/)
    .nullable()
    .default(null),
};
/** A rate that falls, or a reason why nothing does: what is not taxed has no rate and says why. */
export const ruleBody = z
  .object(ruleFields)
  .refine(({ code, percent }) => code === 'S' || percent === 0, {
    path: ['percent'],
    message: 'only what is taxed has a rate',
  })
  .refine(({ code, reason }) => code === 'S' || code === 'Z' || reason !== null, {
    path: ['reason'],
    message: 'says why nothing is charged',
  })
  .refine(({ from, until }) => until === null || until > from, {
    path: ['until'],
    message: 'after its beginning',
  });
export type RuleBody = z.output<typeof ruleBody>;
export const ruleParams = z.object({ rule: id('tax-rule') });
const ruleShape = z
  .object({
    id: idOut,
    country: z.string(),
    region: z.string(),
    category: z.enum(taxCategories),
    buyer: z.enum(ruleBuyers),
    from: date,
    until: date.nullable(),
    name: bilingualOut,
    percent: z.number(),
    base: parts,
    code: z.enum(taxCodes),
    exemptionCode: z.string(),
    reason: bilingualOut.nullable(),
    transactionCode: z.string().nullable(),
    version: z.int(),
  })
  .meta({ id: 'TaxRule' });
export type TaxRuleRow = z.output<typeof ruleShape>;
/** The rules of the country of the business first. */
export const rulesShape = z.object({ country: z.string(), items: z.array(ruleShape) });
export type TaxRules = z.output<typeof rulesShape>;
export const ruleQuery = z.object({ country: country.optional() });

/** An amount, in minor units, as it would be invoiced today; `terms` are those being edited. */
export const exampleBody = z.object({
  amount: z.int().min(1).max(1e13),
  currency,
  terms: taxTermsShape.pick({ registered: true, inclusive: true, oneStopShop: true }),
});
export const exampleShape = z.object({
  items: z.array(
    z.object({
      who: z.enum(['consumer', 'business', 'treasurer', 'luxury', 'neighbor', 'abroad']),
      net: z.int(),
      base: z.int(),
      tax: z.int(),
      total: z.int(),
      label: bilingualOut,
      share: z.string().nullable(),
      code: z.enum(taxCodes),
      reason: bilingualOut.nullable(),
      transactionCode: z.string().nullable(),
    }),
  ),
});
export type TaxExamples = z.output<typeof exampleShape>;

export const profileParams = z.object({ organization: id('organization') });
/** `kind` null: a business if it has a tax number, else a consumer; `kindNow` is what follows. */
export const profileBody = z.object({
  kind: z.enum(buyerKinds).nullable(),
  legal: legalShape,
  reference: z.string().trim().max(100),
  /** Each service is renewed on an invoice of its own; left out, it stays as it is. */
  apart: z.boolean().optional(),
});
/** Who collects tax itself was appointed by the state, so staff say that. */
export const ownProfileBody = profileBody.extend({ kind: z.enum(['consumer', 'business']).nullable() });
export const profileShape = z
  .object({
    ...profileBody.shape,
    apart: z.boolean(),
    kindNow: z.enum(buyerKinds),
    country: z.string(),
    taxId: z.string(),
    /** The Indonesian tax number is neither 15 nor 16 digits. */
    taxIdLooksWrong: z.boolean(),
    version: z.int(),
    can: z.object({ setKind: ability }),
  })
  .meta({ id: 'TaxProfile' });
export type TaxProfile = z.output<typeof profileShape>;

export const withholdBody = z.object({ kinds: z.array(z.enum(withholdingKinds)).min(1).max(2) });
export const renewalParams = z.object({ organization: id('organization'), service: id('service') });
export const withholdingParams = z.object({
  organization: id('organization'),
  withholding: id('withholding'),
});
export const staffWithholdingParams = z.object({ withholding: id('withholding') });
export const slipQuery = z.object({
  number: line(60),
  on: day,
  amount: z.coerce.number().int().min(1),
  name: line(200),
});
export const refuseBody = z.object({ reason: line(300) });

export const withholdingShape = z
  .object({
    id: idOut,
    kind: z.enum(withholdingKinds),
    state: z.enum(withholdingStates.all as ['awaiting', 'submitted', 'proven', 'reopened']),
    base: moneyOut,
    percent: z.number().nullable(),
    amount: moneyOut,
    declaredAt: instant,
    slipDueOn: date,
    slip: z.object({ number: z.string(), on: date, file: z.string() }).nullable(),
    refusedBecause: z.string().nullable(),
    reminders: z.int(),
    invoice: z.object({ id: idOut, number: z.string().nullable() }),
    client: z.object({ id: idOut, name: z.string() }),
  })
  .meta({ id: 'Withholding' });
export type Withholding = z.output<typeof withholdingShape>;
/** What was withheld of one invoice, and what may be. */
export const withholdingsShape = z
  .object({
    items: z.array(withholdingShape),
    offers: z.array(
      z.object({
        kind: z.enum(withholdingKinds),
        base: moneyOut,
        percent: z.number().nullable(),
        amount: moneyOut,
      }),
    ),
    balance: moneyOut,
    /** Until when the slip of what is withheld today is due. */
    slipDueOn: date,
    can: z.object({ withhold: ability }),
  })
  .meta({ id: 'Withholdings' });
export type Withholdings = z.output<typeof withholdingsShape>;
export const withholdingPage = pageOf(withholdingShape);
export const withholdingQuery = z.object({
  ...pageQuery,
  state: z.enum(['missing', 'awaiting', 'submitted', 'proven', 'reopened']).default('missing'),
});

const decimal = z.string();
const texts = bilingualOut.nullable();
const canonicalParty = z.object({
  name: z.string(),
  tradingName: z.string(),
  address: z.object({
    lines: z.array(z.string()),
    city: z.string(),
    postalCode: z.string(),
    region: z.string(),
    country: z.string(),
  }),
  taxId: z.string(),
  taxScheme: z.string(),
  nitku: z.string(),
  electronic: z.object({ scheme: z.string(), id: z.string() }).nullable(),
  email: z.string(),
});
/** In the terms of EN 16931; amounts are decimals of the invoice's currency. */
export const canonicalShape = z
  .object({
    /** 380 for an invoice, 381 for a credit note; that names the invoice it corrects. */
    typeCode: z.string(),
    precedes: z.object({ number: z.string().nullable(), issuedOn: date }).nullable(),
    number: z.string().nullable(),
    issuedOn: date,
    dueOn: date,
    currency: z.string(),
    buyerReference: z.string(),
    purchaseOrder: z.string(),
    seller: canonicalParty,
    buyer: canonicalParty,
    accounting: z.object({ currency: z.string(), rate: z.string(), on: date, source: z.string() }).nullable(),
    lines: z.array(
      z.object({
        id: z.string(),
        name: bilingualOut,
        period: z.object({ from: date, to: date }).nullable(),
        quantity: decimal,
        unitCode: z.string(),
        coretaxUnit: z.string(),
        net: decimal,
        price: decimal,
        baseQuantity: decimal,
        category: z.enum(taxCodes),
        percent: decimal,
      }),
    ),
    taxes: z.array(
      z.object({
        category: z.enum(taxCodes),
        percent: decimal,
        taxable: decimal,
        tax: decimal,
        exemptionCode: z.string(),
        exemptionReason: texts,
      }),
    ),
    totals: z.object({
      lines: decimal,
      allowances: decimal,
      charges: decimal,
      taxExclusive: decimal,
      tax: decimal,
      taxInclusive: decimal,
      prepaid: decimal,
      rounding: decimal,
      payable: decimal,
    }),
    transactionCode: z.string().nullable(),
  })
  .meta({ id: 'CanonicalInvoice' });

export const rateBody = z.object({
  currency,
  day,
  /** What one unit of it is in the currency of the books. */
  rate: z.string().regex(/^\d{1,9}(\.\d{1,10})?$/),
  source: line(100),
});
export const ratesShape = z.object({
  accounting: z.string(),
  items: z.array(z.object({ currency: z.string(), day: date, rate: z.string(), source: z.string() })),
});
export type ExchangeRates = z.output<typeof ratesShape>;

export const sameCurrency = problem('same_currency', 422, 'The books are kept in this currency.');
export const ruleExists = problem('rule_exists', 409, 'There is a rule for this from that day already.');
export const nothingToWithhold = problem('nothing_to_withhold', 409, 'No tax is withheld of this invoice.');
export const alreadyWithheld = problem('already_withheld', 409, 'This tax was withheld of it already.');
export const lessIsOwed = problem('less_is_owed', 409, 'Less is owed than would be withheld.');
export const slipTypeRefused = problem('slip_type_refused', 415, 'A slip is a PDF, PNG or JPEG.');
export const wrongSlipAmount = problem(
  'slip_amount_differs',
  422,
  'The slip is not about the sum that was withheld.',
);
