import { Link, useActive } from '../kernel/pages/link.tsx';
import { type Path, paths } from '../kernel/paths.ts';
import { classes } from '../ui/classes.ts';
import { usePortalText } from './text/index.ts';

/** Where one can look around without an account. */
export function PublicPlaces({ className }: { className: string }) {
  const { visitor: words } = usePortalText();
  return (
    <nav aria-label={words.places} className={className}>
      <ul className="flex flex-wrap">
        <PublicPlace to={paths.shop()} label={words.shop} />
        <PublicPlace to={paths.knowledge()} label={words.knowledge} />
        <PublicPlace to={paths.orderStatus()} label={words.orderStatus} />
        <PublicPlace to={paths.contact()} label={words.contact} />
      </ul>
    </nav>
  );
}

function PublicPlace({ to, label }: { to: Path; label: string }) {
  const active = useActive(to);
  return (
    <li>
      <Link
        to={to}
        aria-current={active === 'page' ? 'page' : active ? 'true' : undefined}
        className={classes(
          'flex min-h-11 items-center rounded px-2 text-14 no-underline hover:text-ink',
          active ? 'font-medium text-ink' : 'text-muted',
        )}
      >
        {label}
      </Link>
    </li>
  );
}
