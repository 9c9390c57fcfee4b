import { useEffect, useRef } from 'react';
import { Link } from '../kernel/pages/link.tsx';
import { classes } from '../ui/classes.ts';
import type { Place, Section } from './navigation.ts';
import { usePortalText } from './text/index.ts';

/** On phones and tablets: the places of the present section, above the page. */
export function SectionTabs({ section, now }: { section: Section; now: Place }) {
  const { nav } = usePortalText();
  const strip = useRef<HTMLElement>(null);
  useEffect(() => {
    // Not scrollIntoView: that would move the page as well.
    const tab = strip.current?.querySelector<HTMLElement>('[aria-current]');
    if (tab) strip.current!.scrollLeft = tab.offsetLeft - (strip.current!.clientWidth - tab.offsetWidth) / 2;
  }, [now.name]);
  if (section.places.length < 2) return null;
  return (
    <nav
      ref={strip}
      aria-label={nav[section.name]}
      className="no-print relative -mx-4 mb-4 overflow-x-auto px-4 [scrollbar-width:none] sm:-mx-6 sm:px-6 lg:hidden"
    >
      <ul className="flex gap-1.5">
        {section.places.map((place) => (
          <li key={place.name}>
            <PlaceTab place={place} here={place === now} label={nav[place.label]} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function PlaceTab({ place, here, label }: { place: Place; here: boolean; label: string }) {
  return (
    <Link
      to={place.to}
      aria-current={here ? 'page' : undefined}
      className={classes(
        'inline-flex min-h-9 items-center rounded-full px-3.5 text-14 whitespace-nowrap no-underline outline-offset-[-2px]',
        here ? 'bg-ink font-medium text-page' : 'bg-sunken text-muted',
      )}
    >
      {label}
    </Link>
  );
}
