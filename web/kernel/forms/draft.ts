import { readKept } from '../pages/take-over.ts';

// Session storage may be full or forbidden; a draft is a kindness, so its failures are silent.

const keyOf = (name: string) => `draft:${name}`;

export function readDraft<T>(name: string | undefined): Partial<T> {
  if (!name) return {};
  try {
    return (JSON.parse(readKept('sessionStorage', keyOf(name)) ?? '{}') ?? {}) as Partial<T>;
  } catch {
    return {};
  }
}

export function writeDraft(name: string, values: unknown): void {
  try {
    sessionStorage.setItem(keyOf(name), JSON.stringify(values));
  } catch {
    // See above.
  }
}

export function clearDraft(name: string | undefined): void {
  if (name) sessionStorage.removeItem(keyOf(name));
}
