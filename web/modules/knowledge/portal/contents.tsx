import type { Article } from '../../../../server/modules/knowledge/contract.ts';
import { useText } from '../text/index.ts';

/** The headings of a long article, on wide screens. */
export function Contents({ contents, lang }: { contents: Article['contents']; lang: string }) {
  const { article: words } = useText();
  return (
    <nav
      aria-labelledby="contents"
      className="no-print sticky top-20 hidden border-s border-line ps-4 lg:block"
    >
      <h2 id="contents" className="mb-2 text-13 text-muted">
        {words.contents}
      </h2>
      <ul lang={lang} className="flex flex-col gap-1.5 text-13">
        {contents.map(({ id, title, level }) => (
          <li key={id} className={level > 2 ? 'ps-3' : ''}>
            <a href={`#${id}`} className="text-muted no-underline hover:text-ink hover:underline">
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
