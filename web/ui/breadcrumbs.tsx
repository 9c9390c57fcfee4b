import { Link } from '../kernel/pages/link.tsx';
import type { Path } from '../kernel/paths.ts';
import { useKernelText } from '../kernel/text/index.ts';
import { Icon } from './icon.tsx';

export interface Crumb {
  label: string;
  to: Path;
}

/** The way back up. On phones only the last step, as a back link. */
export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const text = useKernelText();
  return (
    <nav aria-label={text.breadcrumbs} className="mb-1">
      <ol className="flex flex-wrap items-center gap-1 text-13 text-muted">
        {crumbs.map((crumb) => (
          <li key={crumb.to} className="hidden items-center gap-1 last:flex sm:flex">
            <span className="sm:hidden">
              <Icon name="left" size={16} />
            </span>
            <Link
              to={crumb.to}
              className="py-2 text-muted no-underline hover:text-ink hover:underline sm:py-0"
            >
              {crumb.label}
            </Link>
            <span className="hidden sm:inline">
              <Icon name="right" size={16} />
            </span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
