import type { Db } from '../../kernel/db/types.ts';
import { readSetting } from '../../kernel/settings.ts';
import { addDays, dateIn } from '../../kernel/values/dates.ts';
import type { Id } from '../../kernel/values/ids.ts';
import type { Currency } from '../../kernel/values/money.ts';
import { previewInvoice } from '../billing/index.ts';
import type { NewLine } from '../billing/index.ts';
import { priceSelection } from '../catalog/index.ts';
import type { PricedPlan } from '../catalog/index.ts';
import { findOrganization } from '../organizations/index.ts';
import { assessItems, linesNow, nextPayment } from './assess-items.ts';
import type { AskedItem, Quote } from './contract.ts';
import { findTerms } from './queries/terms.ts';
import { orderRules } from './settings.ts';

/**
 * What ordering these items would cost now and later, by the same prices, lines and tax as the invoice that would follow. Nothing is
 * kept. Errors: those of `assessItems`.
 */
export async function quoteOrder(
  db: Db,
  organization: Id<'organization'>,
  items: readonly AskedItem[],
  at: Date,
): Promise<Quote> {
  const { timeZone, ...found } = await findOrganization(db, organization);
  const currency = found.currency as Currency;
  const plans = await assessItems(db, { id: organization, currency }, items, priceSelection);
  const { value: rules } = await readSetting(db, orderRules);
  const terms = await findTerms(db);

  const today = dateIn(timeZone, at);
  const lines = plans.flatMap((plan) => linesNow(plan, null));
  const now = await previewInvoice(db, currency, lines);
  const money = (amount: number | bigint) => ({ amount: Number(amount), currency });
  const later: Quote['later'] = [];
  for (const plan of plans) {
    const from = nextPayment(plan, today);
    if (from === null) continue;
    const { total } = await previewInvoice(db, currency, [renewalLine(plan)]);
    later.push({ names: plan.names, cycle: plan.cycle, total: money(total), from });
  }
  return {
    currency,
    items: plans.map(configuredShape),
    lines: lines.map(({ description, quantity, unitPrice }, index) => ({
      description,
      quantity,
      unitPrice: money(unitPrice),
      net: money(now.lines[index]!.net),
    })),
    subtotal: money(now.subtotal),
    taxes: now.taxes.map(({ label, base, tax }) => ({ label, base: money(base), tax: money(tax) })),
    total: money(now.total),
    payBy: lines.length > 0 ? addDays(today, rules.unpaidDays) : null,
    later,
    terms: terms?.version ?? null,
  };
}

function renewalLine({ names, recurring, taxable }: PricedPlan): NewLine {
  return { serviceId: null, description: names, period: null, quantity: 1, unitPrice: recurring, taxable };
}

function configuredShape(plan: PricedPlan): Quote['items'][number] {
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
