import { Link } from '../kernel/pages/link.tsx';
import { useVisit } from '../kernel/pages/visit.ts';
import { classes } from '../ui/classes.ts';
import { Icon } from '../ui/icon.tsx';
import { type ConsolePlace, placeOf, useConsoleGroups } from './navigation.ts';
import { useConsoleText } from './text/index.ts';

/** The places of the console; `narrow` shows icons alone, their names on hover. */
export function NavList({ narrow, onChoose }: { narrow?: boolean; onChoose?: () => void }) {
  const { nav } = useConsoleText();
  return (
    <nav aria-label={nav.label} className="flex flex-col gap-3">
      {useConsoleGroups().map((group) => (
        <div key={group.name ?? ''}>
          {group.name && !narrow && (
            <p className="px-2.5 pb-1 text-12 font-medium text-muted">{nav[group.name]}</p>
          )}
          {group.name && narrow && <hr className="mx-2 mb-3 border-line" />}
          <ul className="flex flex-col gap-px">
            {group.places.map((place) => (
              <li key={place.name}>
                <PlaceLink place={place} label={nav[place.name]} narrow={narrow} onChoose={onChoose} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

function PlaceLink(props: { place: ConsolePlace; label: string; narrow?: boolean; onChoose?: () => void }) {
  const { place, label, narrow, onChoose } = props;
  const { pathname } = useVisit();
  const here = placeOf(pathname) === place.name;
  return (
    <Link
      to={place.to}
      title={narrow ? label : undefined}
      aria-label={narrow ? label : undefined}
      aria-current={here ? (place.to.split('?')[0] === pathname ? 'page' : 'true') : undefined}
      onClick={onChoose}
      className={classes(
        'flex min-h-11 items-center gap-2.5 rounded px-2.5 text-14 no-underline transition-colors lg:min-h-8',
        narrow && 'justify-center',
        here ? 'bg-accent-soft font-medium text-accent-text' : 'text-muted hover:bg-sunken hover:text-ink',
      )}
    >
      <Icon name={place.icon} size={18} />
      {!narrow && label}
    </Link>
  );
}
