import { readKept } from '../../../kernel/pages/take-over.ts';

const storage = 'dashboard-order';

/** Ids in the order this person chose on this device; empty when they chose none. */
function chosenOrder(): string[] {
  return (readKept('localStorage', storage) ?? '').split(' ').filter(Boolean);
}

export function keepOrder(ids: readonly string[]): void {
  localStorage.setItem(storage, ids.join(' '));
}

/** Cards as chosen; those that are new since then stand at the end, in their own order. */
export function inChosenOrder<Card extends { id: string }>(
  cards: readonly Card[],
  chosen = chosenOrder(),
): Card[] {
  const place = ({ id }: Card) => (chosen.includes(id) ? chosen.indexOf(id) : chosen.length);
  return cards.toSorted((a, b) => place(a) - place(b));
}

/** Moves one card by a step; at the ends it stays. */
export function moved(ids: readonly string[], id: string, step: 1 | -1): string[] {
  const from = ids.indexOf(id);
  const to = Math.min(ids.length - 1, Math.max(0, from + step));
  const rest = ids.filter((one) => one !== id);
  return [...rest.slice(0, to), id, ...rest.slice(to)];
}
