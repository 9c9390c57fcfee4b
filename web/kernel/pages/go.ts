import { frameOf } from './frames.ts';
import { guard } from './guard.ts';
import { loadPage } from './load-page.ts';
import type { PageMatch } from './match.ts';
import { matchPath } from './page-list.ts';
import { keepScroll } from './scroll.ts';
import { inConsole, shellName } from '../session/can.ts';
import { coming, type Outcome, visit } from './visit.ts';

/** Milliseconds before a page that is on its way is announced by its skeleton. */
const quick = 300;

let latest = 0;
let pages = 0;

export const leavesShell = (href: string) => inConsole(href) !== (shellName() === 'console');

async function outcomeOf(match: PageMatch | null, search: string): Promise<Outcome> {
  if (!match) return { kind: 'not-found' };
  try {
    const file = await loadPage(match, search);
    return file ? { kind: 'page', file } : { kind: 'forbidden' };
  } catch (error) {
    return { kind: 'failed', error };
  }
}

/** Shows what the address bar says, following redirects; the last call wins. `anew` loads even the page on screen, `missing` loads nothing. */
async function arrive({ anew = false, missing = false } = {}): Promise<void> {
  const turn = ++latest;
  const { pathname, search, href } = location;
  const match = matchPath(pathname);
  const verdict = guard(pathname, href.slice(location.origin.length), match);
  if (verdict && 'redirect' in verdict) return go(verdict.redirect, { replace: true });

  const now = visit.get();
  if (!anew && now?.pathname === pathname && now.outcome.kind === 'page')
    return visit.set({ ...now, search });
  const timer = setTimeout(() => coming.set(match?.entry ?? null), now ? quick : 0);
  const [outcome] = await Promise.all([
    verdict || missing ? ({ kind: 'not-found' } as const) : outcomeOf(match, search),
    frameOf(match?.entry ?? null).load(),
  ]);
  clearTimeout(timer);
  if (turn !== latest) return;
  coming.set(null);
  visit.set({
    pathname,
    search,
    entry: match?.entry ?? null,
    params: match?.params ?? {},
    outcome,
    page: ++pages,
  });
}

/** Goes to an address; portal and console are two documents, so across them it loads the other one. */
export async function go(href: string, { replace = false } = {}): Promise<void> {
  if (leavesShell(href)) return replace ? location.replace(href) : location.assign(href);
  if (replace) history.replaceState(history.state, '', href);
  else {
    keepScroll();
    history.pushState({ key: crypto.randomUUID() }, '', href);
  }
  await arrive();
}

/** Tries again what failed. */
export function revisit(): Promise<void> {
  return arrive({ anew: true });
}

/** Begins to follow the address bar; resolves when the first page is ready. `missing`: the document says that there is nothing here. */
export function startVisiting(missing?: boolean): Promise<void> {
  history.scrollRestoration = 'manual';
  addEventListener('popstate', () => void arrive());
  addEventListener('pagehide', keepScroll);
  return arrive({ missing });
}
