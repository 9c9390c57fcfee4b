import type { FoundArticles, Pieces, Shelves } from '../../../../server/modules/knowledge/contract.ts';
import { useHead } from '../../../kernel/pages/head.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { withQuery } from '../../../kernel/pages/match.ts';
import { useSearch } from '../../../kernel/pages/search.ts';
import type { KnowledgePaths } from '../../../kernel/paths.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { chipClass } from '../../../ui/chip.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { useText } from '../text/index.ts';
import { ArticleTitle } from './article-list.tsx';
import { pathsIn, useReading } from './place.ts';
import { SearchForm } from './search-form.tsx';
import { Stuck } from './stuck.tsx';

/** What the articles say about some words, with the words marked. */
export function Page({ slug }: { slug?: string }) {
  const { read, results: words } = useText();
  const { api } = useReading();
  const search = useSearch();
  const q = search.get('q') ?? '';
  const category = search.get('category');
  const { categories } = useData<Shelves>(api);
  const found = useData<FoundArticles>(withQuery(`${api}/search`, { q, category }));
  const to = pathsIn(slug);
  const crumbs = [{ label: read.title, to: to.knowledge() }];
  const title = q ? words.titleFor(q) : words.title;
  useHead({ title, crumbs, hidden: true });
  return (
    <>
      <PageHeader title={title} crumbs={crumbs} />
      <SearchForm to={to} q={q} />
      {q && categories.length > 1 && (found.items.length > 0 || category) && (
        <nav
          aria-label={words.inTopic}
          className="mt-3 flex gap-1.5 overflow-x-auto py-1 [scrollbar-width:none]"
        >
          <Topic to={to.knowledgeSearch({ q })} here={!category} label={words.all} />
          {categories.map((one) => (
            <Topic
              key={one.slug}
              to={to.knowledgeSearch({ q, category: one.slug })}
              here={one.slug === category}
              label={one.name}
            />
          ))}
        </nav>
      )}
      <div role="status" className="mt-4 mb-4 text-body text-muted empty:hidden">
        {found.corrected && <p className="mb-1 text-ink">{words.corrected(q, found.corrected)}</p>}
        {found.items.length > 0 && <p>{words.found(found.items.length)}</p>}
      </div>
      {found.items.length > 0 ? (
        <ul className="max-w-3xl divide-y divide-line border-t border-line">
          {found.items.map((item) => (
            <Result key={item.slug} item={item} to={to} />
          ))}
        </ul>
      ) : q ? (
        <EmptyState
          icon="search"
          title={words.nothing(q)}
          act={
            category && (
              <LinkButton to={to.knowledgeSearch({ q })} weight="secondary">
                {words.everywhere}
              </LinkButton>
            )
          }
        >
          {words.nothingHint}
        </EmptyState>
      ) : (
        <EmptyState icon="search" title={words.type}>
          {words.typeHint}
        </EmptyState>
      )}
      <Stuck slug={slug} />
    </>
  );
}

function Topic({
  to,
  here,
  label,
}: {
  to: ReturnType<KnowledgePaths['knowledge']>;
  here: boolean;
  label: string;
}) {
  return (
    <Link to={to} replace aria-current={here ? 'true' : undefined} className={chipClass(here)}>
      {label}
    </Link>
  );
}

function Result({ item, to }: { item: FoundArticles['items'][number]; to: KnowledgePaths }) {
  return (
    <li className="relative py-4">
      <p className="text-13 text-muted">{item.category.name}</p>
      <ArticleTitle item={item}>
        <Link
          to={to.article(item.slug, { from: 'search' })}
          lang={item.locale}
          className="after:absolute after:inset-0"
        >
          <Marked pieces={item.title} />
        </Link>
      </ArticleTitle>
      <p lang={item.locale} className="mt-0.5 line-clamp-3 max-w-[70ch] text-14 text-muted">
        <Marked pieces={item.excerpt} />
      </p>
    </li>
  );
}

/** Words that were looked for stand out by weight and ground, not by color alone. */
function Marked({ pieces }: { pieces: Pieces }) {
  return pieces.map(({ text, marked }, index) =>
    marked ? (
      <mark key={index} className="rounded-[3px] bg-attention-soft px-0.5 font-medium text-inherit">
        {text}
      </mark>
    ) : (
      <span key={index}>{text}</span>
    ),
  );
}
