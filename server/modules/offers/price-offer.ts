import type { Db } from '../../kernel/db/types.ts';
import { Problem, invalidInput } from '../../kernel/values/errors.ts';
import type { Id } from '../../kernel/values/ids.ts';
import type { Currency } from '../../kernel/values/money.ts';
import { previewInvoice } from '../billing/index.ts';
import type { NewLine } from '../billing/index.ts';
import { configure, describeTerm, termIn } from '../catalog/index.ts';
import type { AgreedTerm, ConfiguredPlan } from '../catalog/index.ts';
import { existingClientsOnly, isClient, linesNow, termOut } from '../orders/index.ts';
import type { AgreedPlan } from '../orders/index.ts';
import type { OfferLine, Shown } from './contract.ts';
import { takenOff } from './domain/discount.ts';

/** What an offer is made of, and what it comes to. */
export interface PricedOffer {
  plans: AgreedPlan[];
  extra: NewLine[];
  shown: Shown;
}

const names = { id: 'Potongan khusus', en: 'Special discount' };

/**
 * Prices the lines of an offer as of now, by the catalog, lines and tax of the order that would follow; what is offered has no trial, and the term that its line says.
 * Needs to see everything. Errors: those of `configure` with paths under `lines.<index>`, `existing_clients_only`.
 */
export async function priceOffer(
  db: Db,
  asked: {
    offer: string;
    organization: Id<'organization'> | null;
    currency: Currency;
    lines: readonly OfferLine[];
    at: Date;
  },
): Promise<PricedOffer> {
  const { organization, currency, at } = asked;
  const plans: AgreedPlan[] = [];
  const extra: NewLine[] = [];
  for (const [index, line] of asked.lines.entries()) {
    if (line.kind === 'plan') plans.push(await agreedPlan(db, asked, line, index));
    else extra.push(freeLine(line));
  }
  if (
    plans.some(({ plan }) => plan.existingClientsOnly) &&
    !(organization && (await isClient(db, organization)))
  )
    throw new Problem(existingClientsOnly);
  const lines = [
    ...plans.flatMap(({ plan, off }) => linesNow(plan, off, { service: null, from: 'quote', on: null })),
    ...extra,
  ];
  const money = (amount: bigint | number) => ({ amount: Number(amount), currency });
  const sums = await previewInvoice(db, currency, lines, { organization, at });
  const later: Shown['later'] = [];
  for (const { plan, off, discounts } of plans) {
    if (plan.cycle === 'one_time' || plan.recurring === 0n) continue;
    const { taxable, taxCategory, taxIncluded, recurring: unitPrice } = plan;
    const sumOf = async (discount: bigint) => {
      const line = { quantity: 1, unitPrice, discount, taxable, taxCategory, taxIncluded };
      return money((await previewInvoice(db, currency, [line], { organization, at })).total);
    };
    const [discount] = discounts;
    const periods = discount?.periods ?? null;
    const taken = off.recurring.reduce((sum, { amount }) => sum + BigInt(amount), 0n);
    const lasting = periods === null || periods > 1;
    const total = await sumOf(lasting ? taken : 0n);
    const afterwards = lasting && periods !== null ? { total: await sumOf(0n), periods } : null;
    later.push({ names: plan.names, cycle: plan.cycle, total, afterwards });
  }
  return {
    plans,
    extra,
    shown: {
      plans: plans.map(({ plan }) => plan.names),
      lines: lines.map((line, index) => ({
        description: line.description,
        quantity: line.quantity,
        unitPrice: money(line.unitPrice),
        discounts: (line.why?.discounts ?? []).map((each) => ({ ...each, amount: money(each.amount) })),
        net: money(sums.lines[index]!.net),
        tax: money(sums.lines[index]!.tax),
        taxLabel: sums.lines[index]!.taxLabel,
      })),
      subtotal: money(sums.subtotal),
      taxes: sums.taxes.map(({ label, share, base, tax }) => ({
        label: { ...label },
        share,
        base: money(base),
        tax: money(tax),
      })),
      total: money(sums.total),
      later,
      terms: plans.flatMap(({ plan: { names, term } }) =>
        term ? [{ names, term: termOut(term), words: describeTerm(term, currency) }] : [],
      ),
    },
  };
}

async function agreedPlan(
  db: Db,
  { offer, currency, at }: { offer: string; currency: Currency; at: Date },
  { item, discount, term }: Extract<OfferLine, { kind: 'plan' }>,
  index: number,
): Promise<AgreedPlan> {
  const configured = {
    ...(await under(`lines.${index}`, configure(db, { ...item, currency, at }))),
    trialDays: 0,
    // It is priced before anybody knows on which day it is accepted.
    billDay: null,
  };
  const plan = { ...configured, term: offeredTerm(configured, term, index) };
  const taken = discount ? takenOff(plan.recurring, discount) : 0n;
  if (!discount || taken === 0n) return { plan, off: { recurring: [], setup: [] }, discounts: [] };
  const { percent, periods } = discount;
  const part = { names, percent, amount: Number(taken) };
  const promise = {
    redemption: offer,
    names,
    percent,
    amount: percent === null ? Number(taken) : null,
    cycle: plan.cycle,
    plans: [],
    cycles: [],
    periods,
    until: null,
  };
  return {
    plan,
    off: { recurring: [part], setup: [] },
    discounts: plan.cycle === 'one_time' ? [] : [promise],
  };
}

/** The plan's own, none, or that of the offer, in whole periods. Errors: `invalid_input` where it is shorter than one. */
function offeredTerm(
  { term, cycle, currency }: ConfiguredPlan,
  asked: Extract<OfferLine, { kind: 'plan' }>['term'],
  index: number,
): AgreedTerm | null {
  if (asked === 'none' || cycle === 'one_time') return null;
  if (asked === 'plan' || asked === undefined) return term;
  const own = termIn(asked, cycle, currency);
  if (own?.months === asked.months) return own;
  throw new Problem(invalidInput, {
    fields: [
      { path: `lines.${index}.term.months`, code: 'whole_periods', message: 'a term has whole periods' },
    ],
  });
}

function freeLine({
  description,
  quantity,
  unitPrice,
  category,
}: Extract<OfferLine, { kind: 'free' }>): NewLine {
  return {
    serviceId: null,
    description,
    period: null,
    quantity,
    unitPrice: BigInt(unitPrice),
    taxable: category !== 'outside',
    taxCategory: category,
    why: { kind: 'manual', price: { from: 'quote' } },
  };
}

async function under<T>(path: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const fields = error.fields.map((field) => ({ ...field, path: `${path}.${field.path}` }));
    throw new Problem(error.kind, { fields, facts: error.facts });
  }
}
