import { useEffect, useRef } from 'react';
import type { z } from 'zod';
import type { workloadShape } from '../../../../server/modules/support/contract.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { useSearch } from '../../../kernel/pages/search.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { classes } from '../../../ui/classes.ts';
import { useText } from '../text/desk.ts';
import { filterNames, type View, viewOf, views } from './views.ts';

const to = consolePaths;

/** The views of the queue with how much is in each; filters stay when one changes. */
export function ViewTabs() {
  const { desk: words } = useText();
  const search = useSearch();
  const counts: Partial<Record<View, number>> = useData<z.output<typeof workloadShape>>(
    '/api/console/tickets/workload',
    'support.',
  );
  const current = viewOf(search.get);
  const kept = Object.fromEntries(filterNames.map((name) => [name, search.get(name)]));
  const strip = useRef<HTMLUListElement>(null);
  useEffect(() => {
    // Not scrollIntoView: that would move the page as well.
    const tab = strip.current?.querySelector<HTMLElement>('[aria-current]');
    if (tab) strip.current!.scrollLeft = tab.offsetLeft - (strip.current!.clientWidth - tab.offsetWidth) / 2;
  }, [current]);
  return (
    <nav aria-label={words.viewsLabel} className="mb-3 border-b border-line">
      {/* Relative, so that what only screen readers get does not reach out of what scrolls. */}
      <ul ref={strip} className="relative -mb-px flex gap-1 overflow-x-auto [scrollbar-width:none]">
        {(Object.keys(views) as View[]).map((view) => {
          const count = counts[view];
          const active = view === current;
          return (
            <li key={view}>
              <Link
                to={to.tickets({ ...views[view], ...kept })}
                replace
                aria-current={active ? 'page' : undefined}
                className={classes(
                  'flex min-h-11 items-center gap-2 border-b-2 px-2.5 text-14 whitespace-nowrap no-underline outline-offset-[-2px] sm:min-h-9',
                  active
                    ? 'border-accent-ring font-medium text-ink'
                    : 'border-transparent text-muted hover:text-ink',
                )}
              >
                {words.views[view]}
                {count !== undefined && (
                  <span
                    className={classes(
                      'rounded-full px-1.5 text-12 tabular-nums',
                      count > 0 && view === 'waiting' ? 'bg-accent text-on-accent' : 'bg-sunken text-muted',
                    )}
                  >
                    <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
                    <span className="sr-only">{words.upTo(count)}</span>
                  </span>
                )}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
