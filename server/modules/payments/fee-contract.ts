import { z } from 'zod';
import { ability, bilingualOut, date, day, id, idOut, instant } from '../../kernel/http/shapes.ts';
import { isCurrency } from '../../kernel/values/money.ts';
import { problem } from '../../kernel/values/errors.ts';

const currency = z.string().refine(isCurrency, { message: 'a currency known here' });

/** `share` is in hundredths of a percent, `fixed` in minor units of the currency. `state` says whether it holds today. */
const feeRule = z.object({
  id: idOut,
  gateway: z.string(),
  method: z.string().nullable(),
  label: bilingualOut.nullable(),
  currency: z.string(),
  share: z.int(),
  fixed: z.int(),
  from: date,
  givenBack: z.boolean(),
  state: z.enum(['coming', 'holds', 'over']),
  addedBy: z.string(),
  addedAt: instant,
  can: z.object({ remove: ability }),
});
export const feeRulesShape = z
  .object({
    items: z.array(feeRule),
    /** What rules can be for. */
    gateways: z.array(
      z.object({
        gateway: z.string(),
        currencies: z.array(z.string()),
        methods: z.array(z.object({ id: z.string(), label: bilingualOut })),
      }),
    ),
    can: z.object({ change: ability }),
  })
  .meta({ id: 'GatewayFeeRules' });
export type FeeRules = z.output<typeof feeRulesShape>;

export const feeRuleBody = z.strictObject({
  gateway: z.string().max(40),
  /** Null: all methods that have no rule of their own. */
  method: z.string().max(40).nullable(),
  currency,
  share: z.int().min(0).max(10_000),
  fixed: z.int().min(0).max(1e12),
  from: day,
  givenBack: z.boolean(),
});
export type FeeRuleBody = z.output<typeof feeRuleBody>;
export const feeRuleParams = z.object({ rule: id('fee-rule') });

export const feeQuery = z.object({ from: day.optional(), to: day.optional() });
/** By month, gateway, method and currency, newest month first; sums are minor units. `net` is what the gateway pays out of it. */
export const feeReport = z
  .object({
    from: date,
    to: date,
    items: z.array(
      z.object({
        month: z.string(),
        gateway: z.string(),
        method: z.string(),
        /** The gateway's own words for the method; null for money that came without one. */
        label: bilingualOut.nullable(),
        currency: z.string(),
        payments: z.int(),
        received: z.int(),
        fees: z.int(),
        /** Of the fees, how much came back with refunds. */
        givenBack: z.int(),
        net: z.int(),
      }),
    ),
  })
  .meta({ id: 'GatewayFeeReport' });
export type FeeReport = z.output<typeof feeReport>;
export const feeFileQuery = feeQuery.extend({ lang: z.enum(['id', 'en']).optional() });

export const feeRuleExists = problem(
  'fee_rule_exists',
  409,
  'There is a rule for this from that day already.',
);
export const feeRuleInUse = problem(
  'fee_rule_in_use',
  409,
  'This rule has begun: add another that follows it.',
);
export const unknownGateway = problem(
  'unknown_gateway',
  422,
  'No such gateway, method or currency is connected.',
);
