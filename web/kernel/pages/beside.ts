import { partsFor, type SlotPart } from '../slots.tsx';
import type { PageEntry } from './pages.ts';

/** What comes along with a page beside its own matter, for whoever holds these permissions. */
export interface Beside {
  /** Templates of GET urls. */
  data: string[];
  parts: readonly SlotPart<never>[];
}

/** Notices stand above every page within the frame of an organization. */
const banners = 'portal.banners';

export function besideOf(
  { pattern, frame, side = [], slots = [] }: PageEntry,
  permissions: readonly string[],
): Beside {
  const framed = pattern.includes(':slug') && !frame;
  const parts = [...slots, ...(framed ? [banners as typeof banners] : [])].flatMap(
    (name) => partsFor(name, permissions) as unknown as SlotPart<never>[],
  );
  const own = side.filter(({ need }) => !need || permissions.includes(need)).map(({ url }) => url);
  return { data: [...own, ...parts.flatMap(({ data = [] }) => data)], parts };
}

/** The words a part speaks, if they do not come with it. */
export const wordsOf = ({ id, words }: Pick<SlotPart, 'id' | 'words'>): string[] =>
  words === null ? [] : [words ?? id.slice(0, id.indexOf('/'))];
