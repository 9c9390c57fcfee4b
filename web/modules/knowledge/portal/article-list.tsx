import type { ReactNode } from 'react';
import type { ArticleCard } from '../../../../server/modules/knowledge/contract.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import type { KnowledgePaths } from '../../../kernel/paths.ts';
import { Icon } from '../../../ui/icon.tsx';
import { useText } from '../text/index.ts';
import { useReading } from './place.ts';

/** Articles with the beginning of what they say. */
export function ArticleList({ items, to }: { items: readonly ArticleCard[]; to: KnowledgePaths }) {
  return (
    <ul className="divide-y divide-line">
      {items.map((item) => (
        <li key={item.slug} className="relative py-3.5 first:pt-0 last:pb-0">
          <ArticleTitle item={item}>
            <Link to={to.article(item.slug)} lang={item.locale} className="after:absolute after:inset-0">
              {item.title}
            </Link>
          </ArticleTitle>
          <p lang={item.locale} className="mt-0.5 line-clamp-2 max-w-[70ch] text-14 text-muted">
            {item.excerpt}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** Titles alone, where several lists stand side by side. */
export function ArticleTitles({ items, to }: { items: readonly ArticleCard[]; to: KnowledgePaths }) {
  return (
    <ul className="flex flex-col">
      {items.map((item) => (
        <li key={item.slug} className="text-body">
          <Link
            to={to.article(item.slug)}
            lang={item.locale}
            className="-mx-2 flex min-h-11 items-center gap-2.5 rounded px-2 py-1.5 text-ink no-underline hover:bg-sunken sm:min-h-9"
          >
            <Icon name="document" size={16} className="text-muted" />
            <span className="min-w-0 grow text-pretty">{item.title}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** A title with what a reader should know before opening it: that it is for clients, or in the other language. */
export function ArticleTitle({
  item,
  children,
}: {
  item: { clientsOnly: boolean; locale: 'id' | 'en' };
  children: ReactNode;
}) {
  const { read: words } = useText();
  const reading = useReading();
  return (
    <h2 className="flex flex-wrap items-baseline gap-x-2 text-16 font-medium">
      {children}
      {item.clientsOnly && (
        <span className="inline-flex items-center gap-1 text-12 font-normal text-muted">
          <Icon name="lock" size={16} className="self-center" />
          {words.clientsOnly}
        </span>
      )}
      {item.locale !== reading.locale && (
        <span className="text-12 font-normal text-muted">{words.otherLanguage[item.locale]}</span>
      )}
    </h2>
  );
}
