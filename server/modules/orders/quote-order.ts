import type { Ctx } from '../../kernel/context.ts';
import { everything } from '../../kernel/db/scope.ts';
import { readSetting } from '../../kernel/settings.ts';
import { addDays, dateIn } from '../../kernel/values/dates.ts';
import type { Id } from '../../kernel/values/ids.ts';
import type { Currency } from '../../kernel/values/money.ts';
import type { NewLine } from '../billing/index.ts';
import type { ConfiguredPlan } from '../catalog/index.ts';
import { findOrganization } from '../organizations/index.ts';
import { assessItems, linesNow, nextPayment } from './assess-items.ts';
import type { AskedItem, Quote } from './contract.ts';
import { priceInvoices } from './price-invoices.ts';
import { findTerms } from './queries/terms.ts';
import { orderRules } from './settings.ts';

/** What ordering these items would cost now and later. Nothing is kept. Errors: those of `assessItems`. */
export async function quoteOrder(
  ctx: Ctx,
  organization: Id<'organization'>,
  items: readonly AskedItem[],
): Promise<Quote> {
  const { plans, currency, timeZone, unpaidDays, terms } = await ctx.within(everything).read(async (db) => {
    const found = await findOrganization(db, organization);
    const of = { id: organization, currency: found.currency as Currency };
    return {
      ...of,
      timeZone: found.timeZone,
      plans: await assessItems(db, of, items),
      unpaidDays: (await readSetting(db, orderRules)).value.unpaidDays,
      terms: await findTerms(db),
    };
  });
  const today = dateIn(timeZone, ctx.clock.now());
  const lines = plans.flatMap((plan) => linesNow(plan, null));
  const later = plans.flatMap((plan) => {
    const from = nextPayment(plan, today);
    return from ? [{ plan, from }] : [];
  });
  const isDue = lines.length > 0;
  const priced = await priceInvoices(ctx, organization, [
    ...(isDue ? [lines] : []),
    ...later.map(({ plan }) => [renewalLine(plan)]),
  ]);
  const now = isDue ? priced.shift()! : { subtotal: 0, total: 0, taxes: [], nets: [] };
  const money = (amount: number | bigint) => ({ amount: Number(amount), currency });
  return {
    currency,
    items: plans.map(configuredShape),
    lines: lines.map(({ description, quantity, unitPrice }, index) => ({
      description,
      quantity,
      unitPrice: money(unitPrice),
      net: money(now.nets[index]!),
    })),
    subtotal: money(now.subtotal),
    taxes: now.taxes.map(({ label, base, tax }) => ({ label, base: money(base), tax: money(tax) })),
    total: money(now.total),
    payBy: isDue ? addDays(today, unpaidDays) : null,
    later: later.map(({ plan, from }, index) => ({
      names: plan.names,
      cycle: plan.cycle,
      total: money(priced[index]!.total),
      from,
    })),
    terms: terms?.version ?? null,
  };
}

function renewalLine({ names, recurring, taxable }: ConfiguredPlan): NewLine {
  return { serviceId: null, description: names, period: null, quantity: 1, unitPrice: recurring, taxable };
}

function configuredShape(plan: ConfiguredPlan): Quote['items'][number] {
  const { planId, names, quantity, cycle, trialDays, choices } = plan;
  return {
    planId,
    names,
    quantity,
    cycle,
    recurring: Number(plan.recurring),
    setup: Number(plan.setup),
    trialDays,
    choices: choices as unknown as Quote['items'][number]['choices'],
  };
}
