import { Link } from '../../../kernel/pages/link.tsx';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { Icon } from '../../../ui/icon.tsx';
import { useOpenText } from '../text/open.ts';
import type { useSuggestions } from './use-suggestions.ts';

/** Articles beside a ticket that is being written; they open in a tab of their own. */
export function Suggestions({
  found: { items, onOpen },
  className,
}: {
  found: ReturnType<typeof useSuggestions>;
  className: string;
}) {
  const words = useOpenText();
  const { to } = useOrganization();
  if (items.length === 0) return null;
  return (
    <section
      aria-label={words.articles}
      className={`appear rounded border border-info-line bg-info-soft p-4 ${className}`}
    >
      <h2 className="flex items-center gap-2 text-14">
        <Icon name="book" size={18} className="text-info" />
        {words.articles}
      </h2>
      <ul className="mt-2 flex flex-col gap-2.5">
        {items.map(({ slug, title, excerpt }) => (
          <li key={slug}>
            <Link to={to.article(slug)} target="_blank" className="text-14 font-medium" onClick={onOpen}>
              {title}
            </Link>
            <p className="line-clamp-2 text-13 text-muted">{excerpt}</p>
          </li>
        ))}
      </ul>
      <p className="mt-2 text-12 text-muted">{words.articlesHint}</p>
    </section>
  );
}
