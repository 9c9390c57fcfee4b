import { isDeepStrictEqual } from 'node:util';
import type { Json } from '../../../kernel/values/json.ts';

/** What was chosen of a product, as a service keeps it; `setup` in minor units for each unit. */
interface Choices {
  options?: { code: string; value: string | number | boolean; setup: number }[];
  addons?: { code: string; setup: number }[];
}

/** What was chosen as somebody chooses: values by option code, and codes of add-ons. */
export function selectionOf(choices: Json): {
  options: Record<string, string | number | boolean>;
  addons: string[];
} {
  const { options = [], addons = [] } = choices as unknown as Choices;
  return {
    options: Object.fromEntries(options.map(({ code, value }) => [code, value])),
    addons: addons.map(({ code }) => code),
  };
}

export function sameChoices(one: Json, other: Json): boolean {
  const [a, b] = [selectionOf(one), selectionOf(other)];
  return (
    isDeepStrictEqual(a.options, b.options) && isDeepStrictEqual(a.addons.toSorted(), b.addons.toSorted())
  );
}

/** Set-up of options and add-ons that were not there before, for the whole quantity; what stays was set up already. */
export function addedSetup(before: Json, after: Json, quantity: number): bigint {
  const had = selectionOf(before);
  const { options = [], addons = [] } = after as unknown as Choices;
  const added = [
    ...options.filter(({ code }) => !Object.hasOwn(had.options, code)),
    ...addons.filter(({ code }) => !had.addons.includes(code)),
  ];
  return added.reduce((sum, { setup }) => sum + BigInt(setup), 0n) * BigInt(quantity);
}
