import { Link } from '../kernel/pages/link.tsx';
import { classes } from '../ui/classes.ts';
import { Icon } from '../ui/icon.tsx';
import { BrandMark } from './brand-mark.tsx';
import type { Place, Section } from './navigation.ts';
import { OrganizationSwitcher } from './organization-switcher.tsx';
import { usePortalText } from './text/index.ts';

/** Desktop navigation: the five sections, the places of the present one unfolded under it. */
export function Rail({ sections, here, now }: { sections: readonly Section[]; here?: Section; now?: Place }) {
  const { nav } = usePortalText();
  return (
    <aside className="no-print sticky top-0 hidden h-dvh flex-col gap-4 overflow-y-auto border-e border-line bg-surface p-3 lg:flex">
      <div className="px-2 pt-2">
        <BrandMark />
      </div>
      <OrganizationSwitcher />
      <nav aria-label={nav.label}>
        <ul className="flex flex-col gap-0.5">
          {sections.map((section) => (
            <li key={section.name}>
              <SectionLink section={section} here={section === here} label={nav[section.name]} />
              {section === here && section.places.length > 1 && (
                <ul className="mt-0.5 mb-1 flex flex-col gap-0.5 ps-4.5">
                  {section.places.map((place) => (
                    <li key={place.name} className="border-s border-line ps-3">
                      <PlaceLink place={place} here={place === now} label={nav[place.label]} />
                    </li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ul>
      </nav>
    </aside>
  );
}

function SectionLink({ section, here, label }: { section: Section; here: boolean; label: string }) {
  const alone = section.places.length < 2;
  return (
    <Link
      to={section.to}
      aria-current={here ? (alone ? 'page' : 'true') : undefined}
      className={classes(
        'flex min-h-9 items-center gap-3 rounded px-2.5 text-14 no-underline transition-colors',
        here ? 'font-medium text-ink' : 'text-muted hover:bg-sunken hover:text-ink',
        here && alone && 'bg-accent-soft text-accent-text',
      )}
    >
      <Icon name={section.icon} size={18} className={here ? 'text-accent-text' : ''} />
      {label}
    </Link>
  );
}

function PlaceLink({ place, here, label }: { place: Place; here: boolean; label: string }) {
  return (
    <Link
      to={place.to}
      aria-current={here ? 'page' : undefined}
      className={classes(
        'flex min-h-8 items-center rounded px-2.5 text-14 no-underline transition-colors',
        here ? 'bg-accent-soft font-medium text-accent-text' : 'text-muted hover:bg-sunken hover:text-ink',
      )}
    >
      {label}
    </Link>
  );
}
