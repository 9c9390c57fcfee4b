import type { Mentionable } from '../../../../../server/modules/support/correction-contract.ts';

export type Colleague = Mentionable['items'][number];

/** As many as the list shows. */
const most = 6;

/** The beginning of a name that is being typed after an `@`: where the sign stands, and what follows; null where none is. */
export function mentionAt(text: string, caret: number): { from: number; typed: string } | null {
  const found = /(?:^|[^\p{L}\p{N}@/.-])@([\p{L}\p{N}-]{0,60})$/u.exec(text.slice(0, caret));
  if (!found) return null;
  return { from: caret - found[1]!.length - 1, typed: found[1]!.toLowerCase() };
}

/** Those of whose names a word begins so, or whose handle does. */
export function matching(people: readonly Colleague[], typed: string): Colleague[] {
  return people
    .filter(
      ({ handle }) => handle.startsWith(typed) || handle.split('-').some((word) => word.startsWith(typed)),
    )
    .slice(0, most);
}

/** The text with the colleague named in place of what was typed, and the caret behind the name. */
export function named(text: string, { from }: { from: number }, caret: number, handle: string) {
  const head = `${text.slice(0, from)}@${handle} `;
  return { text: head + text.slice(caret).replace(/^ /, ''), caret: head.length };
}
