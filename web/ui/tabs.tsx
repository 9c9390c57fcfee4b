import { useEffect, useRef } from 'react';
import { Link, useActive } from '../kernel/pages/link.tsx';
import type { Path } from '../kernel/paths.ts';
import { classes } from './classes.ts';
import { CountBadge } from './status-chip.tsx';

export interface Tab {
  label: string;
  to: Path;
  badge?: { count: number; label: string };
}

/** Sections of one thing, each with an address of its own: links, so Back and sharing work. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  const strip = useRef<HTMLUListElement>(null);
  useEffect(() => {
    // Not scrollIntoView: that would move the page as well.
    const tab = strip.current?.querySelector<HTMLElement>('[aria-current]');
    if (tab) strip.current!.scrollLeft = tab.offsetLeft - (strip.current!.clientWidth - tab.offsetWidth) / 2;
  }, []);
  return (
    <nav aria-label={label} className="mb-5 border-b border-line">
      <ul ref={strip} className="relative -mb-px flex gap-1 overflow-x-auto [scrollbar-width:none]">
        {tabs.map((tab) => (
          <li key={tab.to}>
            <TabLink {...tab} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function TabLink({ label, to, badge }: Tab) {
  const active = useActive(to) === 'page';
  return (
    <Link
      to={to}
      replace
      aria-current={active ? 'page' : undefined}
      className={classes(
        'flex min-h-11 items-center gap-2 border-b-2 px-3 text-body whitespace-nowrap no-underline outline-offset-[-2px] sm:min-h-10',
        active ? 'border-accent-ring font-medium text-ink' : 'border-transparent text-muted hover:text-ink',
      )}
    >
      {label}
      {badge && <CountBadge {...badge} />}
    </Link>
  );
}
