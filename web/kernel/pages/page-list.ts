import { matchPage, type PageMatch } from './match.ts';
import type { PageEntry } from './pages.ts';

/** The pages of this shell, set once at the start. */
let entries: readonly PageEntry[] = [];

export function setPageList(all: readonly PageEntry[]): void {
  entries = all;
}

export function matchPath(pathname: string): PageMatch | null {
  return matchPage(entries, pathname);
}
