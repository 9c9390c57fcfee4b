import type { FieldError } from '../../../kernel/values/errors.ts';
import type { Bilingual } from './bilingual.ts';
import { recurringOf, unitSteps } from './tiers.ts';
import type { Tiers, UnitStep } from './tiers.ts';

/** In minor units of the offer's currency: each period, and once at the beginning. */
export interface Price {
  readonly recurring: bigint;
  readonly setup: bigint;
}

/**
 * `select`: one of the choices. `quantity`: `minimum` to `maximum` units of its only choice. `text`: that many characters, free of
 * charge. `checkbox`: its only choice, or not.
 */
export const optionKinds = ['select', 'quantity', 'text', 'checkbox'] as const;
export type OptionKind = (typeof optionKinds)[number];

/** A choice without a price is not offered in this currency and cycle. */
export interface OfferedChoice {
  readonly code: string;
  readonly name: Bilingual;
  readonly price: Price | null;
}

export interface OfferedOption {
  readonly code: string;
  readonly name: Bilingual;
  readonly kind: OptionKind;
  readonly required: boolean;
  readonly minimum: number;
  readonly maximum: number;
  readonly choices: readonly OfferedChoice[];
}

export interface OfferedAddon {
  readonly code: string;
  readonly name: Bilingual;
  readonly price: Price;
}

/** A plan as it is sold in one currency and cycle. `minimum` and `maximum` bound how many of it one order line may have. */
export interface Offer {
  /** Of one unit; where there are tiers they say what the plan itself costs each period. */
  readonly price: Price & { readonly tiers?: Tiers | null };
  readonly minimum: number;
  readonly maximum: number;
  readonly options: readonly OfferedOption[];
  readonly addons: readonly OfferedAddon[];
}

/** What somebody asks for: option codes with a choice's code, a number, a text or a tick; codes of add-ons. */
export interface Selection {
  readonly quantity: number;
  readonly options: Readonly<Record<string, string | number | boolean>>;
  readonly addons: readonly string[];
}

/** One answer with its part of the price of a single unit; `label` names the choice of a select. */
export interface ChosenOption extends Price {
  readonly code: string;
  readonly name: Bilingual;
  readonly kind: OptionKind;
  readonly value: string | number | boolean;
  readonly label: Bilingual | null;
}

export interface ChosenAddon extends Price {
  readonly code: string;
  readonly name: Bilingual;
}

/**
 * `recurring` and `setup` are for the whole quantity: quantity × (plan + options + add-ons). `steps`: how the plan's part of `recurring`
 * came about, where its price has tiers.
 */
export interface Configured extends Price {
  readonly steps: readonly UnitStep[] | null;
  readonly quantity: number;
  readonly options: readonly ChosenOption[];
  readonly addons: readonly ChosenAddon[];
}

const free: Price = { recurring: 0n, setup: 0n };

/** The price of what was chosen, or every place in the selection that the offer does not have. */
export function configureOffer(
  offer: Offer,
  selection: Selection,
): { ok: Configured } | { refused: FieldError[] } {
  const { quantity } = selection;
  const refused: FieldError[] = [];
  const refuse = (path: string, code: string, message: string) => void refused.push({ path, code, message });

  if (!isWithin(quantity, offer.minimum, offer.maximum)) {
    refuse('quantity', 'out_of_range', `from ${offer.minimum} to ${offer.maximum}`);
  }
  const known = new Set(offer.options.map(({ code }) => code));
  for (const code of Object.keys(selection.options)) {
    if (!known.has(code)) refuse(`options.${code}`, 'unknown_option', 'not an option of this product');
  }
  const options = offer.options.flatMap((option) => {
    const value = Object.hasOwn(selection.options, option.code) ? selection.options[option.code] : undefined;
    const answer = chooseOption(option, value);
    if (answer === null) return [];
    if ('price' in answer) return [chosen(option, answer)];
    refuse(`options.${option.code}`, answer.code, answer.message);
    return [];
  });
  const addons = selection.addons.flatMap((code, index) => {
    const addon = offer.addons.find((each) => each.code === code);
    const repeated = selection.addons.indexOf(code) !== index;
    if (addon && !repeated) return [{ code, name: addon.name, ...addon.price }];
    refuse(`addons.${index}`, addon ? 'repeated' : 'unknown_addon', 'not an add-on of this product, once');
    return [];
  });
  if (refused.length > 0) return { refused };
  const { tiers = null, ...price } = offer.price;
  const extras = times([...options, ...addons].reduce(plus, free), quantity);
  const own = {
    recurring: recurringOf({ ...price, tiers }, quantity),
    setup: price.setup * BigInt(quantity),
  };
  const steps = tiers && unitSteps(tiers, quantity);
  return { ok: { quantity, options, addons, steps, ...plus(own, extras) } };
}

interface Answer {
  value: string | number | boolean;
  label: Bilingual | null;
  price: Price;
}
type Refusal = Pick<FieldError, 'code' | 'message'>;

/** Null: left out, as it may be. */
function chooseOption(
  option: OfferedOption,
  value: string | number | boolean | undefined,
): Answer | Refusal | null {
  const { kind, required, minimum, maximum, choices } = option;
  const leftOut = value === undefined || value === '' || value === false || (value === 0 && minimum === 0);
  if (leftOut) return required ? { code: 'required', message: 'needs an answer' } : null;
  const price = choices[0]?.price;
  switch (kind) {
    case 'select': {
      const choice = choices.find(({ code }) => code === value);
      if (!choice?.price) return { code: 'unknown_choice', message: 'not a choice of this option' };
      return { value, label: choice.name, price: choice.price };
    }
    case 'quantity':
      if (typeof value !== 'number' || !isWithin(value, minimum, maximum)) {
        return { code: 'out_of_range', message: `a whole number from ${minimum} to ${maximum}` };
      }
      return price ? { value, label: null, price: times(price, value) } : notOffered;
    case 'text':
      if (typeof value !== 'string' || !isWithin(value.length, minimum, maximum) || controls.test(value)) {
        return { code: 'out_of_range', message: `one line of ${minimum} to ${maximum} characters` };
      }
      return { value, label: null, price: free };
    case 'checkbox':
      if (value !== true) return { code: 'unknown_choice', message: 'true or false' };
      return price ? { value, label: null, price } : notOffered;
  }
}

const notOffered = { code: 'not_offered', message: 'not sold in this currency and cycle' };
const controls = /\p{Cc}/u;

function chosen({ code, name, kind }: OfferedOption, { value, label, price }: Answer): ChosenOption {
  return { code, name, kind, value, label, ...price };
}

function isWithin(value: number, minimum: number, maximum: number): boolean {
  return Number.isInteger(value) && value >= minimum && value <= maximum;
}

function plus(a: Price, b: Price): Price {
  return { recurring: a.recurring + b.recurring, setup: a.setup + b.setup };
}

function times({ recurring, setup }: Price, factor: number): Price {
  return { recurring: recurring * BigInt(factor), setup: setup * BigInt(factor) };
}
