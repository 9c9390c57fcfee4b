import { Link } from '../../../kernel/pages/link.tsx';
import type { Path } from '../../../kernel/paths.ts';
import { classes } from '../../../ui/classes.ts';
import { useText } from '../text/index.ts';

/** In which currency prices are shown; links, so that it works without script. */
export function Currencies({
  all,
  now,
  to,
}: {
  all: readonly string[];
  now: string;
  to: (currency: string) => Path;
}) {
  const { shop: words } = useText();
  if (all.length < 2) return null;
  return (
    <nav aria-label={words.currency} className="flex gap-1">
      {all.map((currency) => (
        <Link
          key={currency}
          to={to(currency)}
          aria-current={currency === now ? 'true' : undefined}
          className={classes(
            'inline-flex min-h-11 items-center rounded-full px-3.5 text-14 no-underline sm:min-h-8 sm:text-13',
            currency === now ? 'bg-accent-soft font-medium text-accent-text' : 'text-muted hover:bg-sunken',
          )}
        >
          {currency}
        </Link>
      ))}
    </nav>
  );
}
