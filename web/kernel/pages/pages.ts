// Pure and free of JSX: the server imports this to know which data and scripts a page's first answer carries.

import type { Slots } from '../slot-names.ts';

/** The five page shapes; the skeleton shown while a page loads has the shape of what comes. */
export type Shape = 'overview' | 'list' | 'detail' | 'flow' | 'conversation' | 'form';

export interface PageSpec {
  /** File beside the module's other pages, without extension: `modules/<module>/<shell>/<page>.tsx`, exporting `Page`. */
  page: `${string}-page`;
  shape: Shape;
  /** GET urls the page reads first; see `dataUrls` for the template. */
  data?: readonly string[];
  /**
   * GET urls of what it shows beside its matter with `useSideData`: they come along, so that nothing moves when they arrive, and
   * the page stands without them.
   */
  side?: readonly { url: string; need?: string }[];
  /** Slots in which other modules show themselves on it: their words and data come along too. */
  slots?: readonly (keyof Slots)[];
  /** Permission without which the page explains itself instead of loading. */
  need?: string;
  /**
   * `bare` pages (sign-in and the like) have no navigation and ask for no session. `public` ones do not either, are drawn on the
   * server too and work without script: they take links and forms that need none, and tell their head by `useHead`.
   */
  frame?: 'bare' | 'public';
  /**
   * A public page with a form that acts: each drawing of it is another, so that what is sent from one is taken once however often it is
   * pressed. So no browser and no cache keeps it.
   */
  once?: true;
  /** A `bare` page that the server draws all the same, so that it is there before its script. */
  drawn?: true;
}

/** URL pattern (`/o/:slug/invoices/:invoiceId`) → page. */
export type Pages = Record<`/${string}`, PageSpec>;

export interface PageEntry extends PageSpec {
  pattern: string;
  module: string;
}

/** Flattens `{ billing: { '/o/:slug/invoices': … } }`. Throws when two modules claim one pattern. */
export function collectPages(modules: Record<string, Pages>): PageEntry[] {
  const seen: Record<string, true> = {};
  return Object.entries(modules).flatMap(([module, pages]) =>
    Object.entries(pages).map(([pattern, spec]) => {
      if (seen[pattern]) throw new Error(`two pages claim ${pattern}`);
      seen[pattern] = true;
      return { ...spec, pattern, module };
    }),
  );
}

/** Pattern → data templates, the view of the pages that the server fills `boot.data` from. */
export function preloadsOf(entries: readonly PageEntry[]): Record<string, readonly string[]> {
  return Object.fromEntries(entries.map((entry) => [entry.pattern, entry.data ?? []]));
}
