import { useEffect, useState } from 'react';
import type { Suggestions } from '../../../../server/modules/knowledge/contract.ts';
import { locale } from '../../../kernel/i18n/locale.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { withQuery } from '../../../kernel/pages/match.ts';
import { paths } from '../../../kernel/paths.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { Icon } from '../../../ui/icon.tsx';
import { useText } from '../text/index.ts';

/** Milliseconds without typing before articles are looked for, and letters that are too few to know. */
const [settle, least] = [600, 8];

/** Articles that may answer it at once; they open in a tab of their own. */
export function Articles({ subject }: { subject: string }) {
  const { write: words } = useText();
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(subject.trim()), settle);
    return () => clearTimeout(timer);
  }, [subject]);
  const url = `/api/knowledge/${locale.use()}/suggestions`;
  const { data } = useSideData<Suggestions>(asked.length >= least ? withQuery(url, { text: asked }) : null);
  const [items, setItems] = useState<Suggestions['items']>([]);
  useEffect(() => {
    if (data) setItems(data.items);
  }, [data]);
  if (items.length === 0) return null;
  return (
    <section aria-label={words.articles} className="appear rounded border border-info-line bg-info-soft p-4">
      <h2 className="flex items-center gap-2 text-14">
        <Icon name="book" size={18} className="text-info" />
        {words.articles}
      </h2>
      <ul className="mt-2 flex flex-col gap-2">
        {items.map(({ slug, title, excerpt }) => (
          <li key={slug}>
            <Link to={paths.article(slug)} target="_blank" className="text-14 font-medium">
              {title}
            </Link>
            <p className="line-clamp-2 text-13 text-muted">{excerpt}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
