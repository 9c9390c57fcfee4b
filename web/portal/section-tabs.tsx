import { Link, useActive } from '../kernel/pages/link.tsx';
import { classes } from '../ui/classes.ts';
import type { Place, Section } from './navigation.ts';
import { usePortalText } from './text/index.ts';

/** On phones and tablets: the places of the present section, above the page. */
export function SectionTabs({ section }: { section: Section }) {
  const { nav } = usePortalText();
  if (section.places.length < 2) return null;
  return (
    <nav
      aria-label={nav[section.name]}
      className="no-print -mx-4 mb-4 overflow-x-auto px-4 [scrollbar-width:none] sm:-mx-6 sm:px-6 lg:hidden"
    >
      <ul className="flex gap-1.5">
        {section.places.map((place) => (
          <li key={place.name}>
            <PlaceTab place={place} label={nav[place.label]} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function PlaceTab({ place, label }: { place: Place; label: string }) {
  const active = useActive(place.to);
  return (
    <Link
      to={place.to}
      aria-current={active === 'page' ? 'page' : undefined}
      className={classes(
        'inline-flex min-h-9 items-center rounded-full px-3.5 text-14 whitespace-nowrap no-underline outline-offset-[-2px]',
        active ? 'bg-ink font-medium text-page' : 'bg-sunken text-muted',
      )}
    >
      {label}
    </Link>
  );
}
