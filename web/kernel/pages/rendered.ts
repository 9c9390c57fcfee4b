import type { Path } from '../paths.ts';
import type { PageMatch } from './match.ts';

/** What a public page says about itself to search engines and to whoever is sent its link. */
export interface Head {
  title: string;
  description?: string;
  /** The way up, without the page itself. */
  crumbs?: readonly { label: string; to: Path }[];
  /** Not for search engines. */
  hidden?: boolean;
}

/** A page to draw on the server. */
export interface Wanted {
  match: PageMatch;
  pathname: string;
  /** With its `?`, or empty. */
  search: string;
  /** What the page comes with; see `Boot`. */
  boot: unknown;
  /** What it is about does not exist. */
  missing: boolean;
}

/**
 * What comes along with a page of the portal for somebody (`who` as in `Boot`): templates of what it reads beside its own data, and
 * manifest keys of the parts that modules put into it, with their words. `portal/render.tsx` exports it.
 */
export type PageBeside = (
  match: PageMatch,
  who: unknown,
  locale: string,
) => { data: readonly string[]; keys: readonly string[] };

/** Draws a page of the portal: what `portal/render.tsx` exports. Null when whoever asks may not open it. */
export type RenderPage = (wanted: Wanted) => Promise<{ html: string; head: Head } | null>;
