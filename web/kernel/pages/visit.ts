import type { ComponentType } from 'react';
import { createStore } from '../store.ts';
import type { PageEntry } from './pages.ts';

/** A page file exports `Page`, which gets the parameters of its URL as props. */
export interface PageFile {
  Page: ComponentType<Record<string, string>>;
}

/** What came of going somewhere. */
export type Outcome =
  | { kind: 'page'; file: PageFile }
  | { kind: 'forbidden' }
  | { kind: 'not-found' }
  | { kind: 'failed'; error: unknown };

/** A page as it stands on screen. */
export interface Visit {
  pathname: string;
  /** With its `?`, or empty. */
  search: string;
  entry: PageEntry | null;
  params: Record<string, string>;
  outcome: Outcome;
  /** Changes with every page, and stays while only the query changes. */
  page: number;
}

/** The page on screen; null until the first one is ready. */
export const visit = createStore<Visit | null>(null);

/** The page that is on its way, once it takes long enough to be worth announcing. */
export const coming = createStore<PageEntry | null>(null);

/** The page on screen, inside it. */
export function useVisit(): Visit {
  return visit.use()!;
}
