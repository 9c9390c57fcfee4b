import type { Formats } from '../../../kernel/format/use-format.ts';

/** What a fact says of a change; prices in minor units of its currency, for each period. */
export interface Changed {
  before: Terms;
  after: Terms;
  currency: string;
}

/** A price that was announced: `after` in minor units for a period. */
export interface Priced {
  after: number;
  currency: string;
  on: string;
}

export interface Asked {
  total: number;
  credit: number;
  currency: string;
  ends: boolean;
  awaitsApproval: boolean;
}

interface Terms {
  names: { id: string; en: string };
  quantity: number;
  recurring: number;
}

/** “VPS · Large × 3, Rp900.000”. */
export function terms({ names, quantity, recurring }: Terms, currency: string, format: Formats): string {
  const many = quantity > 1 ? ` × ${format.number(quantity)}` : '';
  return `${format.words(names)}${many}, ${format.money({ amount: recurring, currency })}`;
}
