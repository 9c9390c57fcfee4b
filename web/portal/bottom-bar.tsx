import { Link } from '../kernel/pages/link.tsx';
import { classes } from '../ui/classes.ts';
import { Icon } from '../ui/icon.tsx';
import type { Section } from './navigation.ts';
import { usePortalText } from './text/index.ts';

/** The five sections within reach of a thumb. */
export function BottomBar({ sections, here }: { sections: readonly Section[]; here?: Section }) {
  const { nav } = usePortalText();
  if (sections.length === 0) return null;
  return (
    <nav
      aria-label={nav.label}
      className="no-print fixed inset-x-0 bottom-0 z-20 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] lg:hidden"
    >
      <ul className="mx-auto flex max-w-xl">
        {sections.map((section) => (
          <li key={section.name} className="flex-1">
            <Link
              to={section.to}
              aria-current={section === here ? 'true' : undefined}
              className={classes(
                'flex h-15 flex-col items-center justify-center gap-0.5 text-12 no-underline outline-offset-[-3px]',
                section === here ? 'font-medium text-accent-text' : 'text-muted',
              )}
            >
              <span
                className={classes(
                  'grid h-7 w-14 place-items-center rounded-full transition-colors',
                  section === here && 'bg-accent-soft',
                )}
              >
                <Icon name={section.icon} />
              </span>
              {nav[section.name]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
