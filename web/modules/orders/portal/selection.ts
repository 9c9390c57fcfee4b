import type { StoreProduct } from '../../../../server/modules/catalog/contract.ts';

export type Plan = StoreProduct['plans'][number];
export type Option = StoreProduct['options'][number];
export type Price = Plan['prices'][number];
export type Cycle = Price['cycle'];

/** What somebody has chosen of one product so far. */
export interface Selection {
  plan: string;
  cycle: Cycle;
  quantity: number;
  options: Record<string, string | number | boolean>;
  addons: string[];
}

/** Minor units, before tax. */
export interface Sum {
  recurring: number;
  setup: number;
}

const at = (prices: readonly Price[], cycle: Cycle) => prices.find((price) => price.cycle === cycle);

export function planOf(product: StoreProduct, selection: Selection): Plan {
  return product.plans.find((plan) => plan.id === selection.plan) ?? product.plans[0]!;
}

/** The choices of an option that are sold in this cycle, with their prices. */
export function choicesFor(option: Option, cycle: Cycle) {
  return option.choices.flatMap((choice) => {
    const price = at(choice.prices, cycle);
    return price ? [{ ...choice, price }] : [];
  });
}

export function addonsFor(product: StoreProduct, cycle: Cycle) {
  return product.addons.flatMap((addon) => {
    const price = at(addon.prices, cycle);
    return price ? [{ ...addon, price }] : [];
  });
}

/** Options that can be answered in this cycle: those with a price in it, and texts, which have none. */
export function optionsFor(product: StoreProduct, cycle: Cycle): Option[] {
  return product.options.filter((option) => option.kind === 'text' || choicesFor(option, cycle).length > 0);
}

export function startWith(product: StoreProduct, kept: Partial<Selection>): Selection {
  const plan = product.plans.find((one) => one.id === kept.plan) ?? product.plans[0]!;
  return fit(product, {
    plan: plan.id,
    cycle: kept.cycle ?? plan.prices[0]!.cycle,
    quantity: kept.quantity ?? plan.minimum,
    options: kept.options ?? {},
    addons: kept.addons ?? [],
  });
}

/** Keeps of a selection what its plan and cycle have; what must be answered and has an obvious answer gets it. */
export function fit(product: StoreProduct, selection: Selection): Selection {
  const plan = planOf(product, selection);
  const cycle = (at(plan.prices, selection.cycle) ?? plan.prices[0]!).cycle;
  const addons = addonsFor(product, cycle).map((addon) => addon.code);
  const options: Selection['options'] = {};
  for (const option of optionsFor(product, cycle)) {
    const value = answerFor(option, cycle, selection.options[option.code]);
    if (value !== undefined) options[option.code] = value;
  }
  return {
    plan: plan.id,
    cycle,
    quantity: Math.min(Math.max(selection.quantity, plan.minimum), plan.maximum),
    options,
    addons: selection.addons.filter((code) => addons.includes(code)),
  };
}

function answerFor(option: Option, cycle: Cycle, value: string | number | boolean | undefined) {
  if (option.kind === 'select') {
    const choices = choicesFor(option, cycle);
    if (choices.some((choice) => choice.code === value)) return value;
    return option.required ? choices[0]!.code : undefined;
  }
  if (option.kind === 'quantity') return typeof value === 'number' ? value : option.minimum || undefined;
  if (option.kind === 'checkbox') return value === true || option.required ? true : undefined;
  return value === '' ? undefined : value;
}

const months: Record<Cycle, number> = {
  monthly: 1,
  quarterly: 3,
  semiannual: 6,
  annual: 12,
  biennial: 24,
  triennial: 36,
  one_time: 0,
};

/** What a longer cycle saves over paying for the same time in the plan's shortest one. */
export function saving(plan: Plan, price: Price): number {
  const shortest = plan.prices[0]!;
  if (months[shortest.cycle] === 0 || months[price.cycle] === 0) return 0;
  return Math.round((shortest.recurring * months[price.cycle]) / months[shortest.cycle]) - price.recurring;
}

export interface FirstPrice {
  months: number;
  recurring: number;
}

/**
 * What a price is at first, step by step in whole periods, as the server has it: a period that reaches over several steps has the least
 * that comes off in any of its months. Empty where it is the same from the beginning.
 */
export function introduced({ introduction }: Plan, { cycle, recurring }: Price): FirstPrice[] {
  const percents = introduction.flatMap((step) => Array.from({ length: step.months }, () => step.percent));
  const length = months[cycle];
  const steps: FirstPrice[] = [];
  for (let from = 0; length > 0 && from + length <= percents.length; from += length) {
    const off = Math.round((recurring * Math.min(...percents.slice(from, from + length))) / 10_000);
    const last = steps.at(-1);
    if (last?.recurring === recurring - off) last.months += length;
    else steps.push({ months: length, recurring: recurring - off });
  }
  return steps;
}

/** Options that still need an answer. */
export function missingIn(product: StoreProduct, selection: Selection): Option[] {
  return optionsFor(product, selection.cycle).filter(
    (option) => option.required && !selection.options[option.code],
  );
}

/** What the selection costs before tax, from the prices on the page; the exact sum comes from the server. */
export function estimate(product: StoreProduct, selection: Selection): Sum {
  const { cycle, quantity, options } = selection;
  const price = at(planOf(product, selection).prices, cycle)!;
  const parts: Sum[] = [{ recurring: price.tiers ? 0 : price.recurring, setup: price.setup }];
  for (const option of optionsFor(product, cycle)) {
    const value = options[option.code];
    if (value === undefined || option.kind === 'text') continue;
    const choices = choicesFor(option, cycle);
    const choice =
      option.kind === 'select'
        ? choices.find((one) => one.code === value)
        : value === false
          ? null
          : choices[0];
    const times = option.kind === 'quantity' ? Number(value) : 1;
    if (choice) parts.push({ recurring: choice.price.recurring * times, setup: choice.price.setup * times });
  }
  for (const addon of addonsFor(product, cycle)) {
    if (selection.addons.includes(addon.code)) parts.push(addon.price);
  }
  const sum = (of: keyof Sum) => quantity * parts.reduce((total, part) => total + part[of], 0);
  return {
    recurring: sum('recurring') + (price.tiers ? inTiers(price.tiers, quantity) : 0),
    setup: sum('setup'),
  };
}

/** What so many units come to: each at the price of its own step, or all at that of the step they reach. */
function inTiers({ model, tiers }: NonNullable<Price['tiers']>, quantity: number): number {
  const reached = tiers.filter((_, index) => quantity > (tiers[index - 1]?.upTo ?? 0));
  if (model === 'volume') return quantity * reached.at(-1)!.each + reached.at(-1)!.fixed;
  return reached.reduce((total, { upTo, each, fixed }, index) => {
    const units = Math.min(quantity, upTo ?? quantity) - (reached[index - 1]?.upTo ?? 0);
    return total + units * each + fixed;
  }, 0);
}
