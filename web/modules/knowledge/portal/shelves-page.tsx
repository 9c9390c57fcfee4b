import type { Shelves } from '../../../../server/modules/knowledge/contract.ts';
import { useHead } from '../../../kernel/pages/head.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import type { KnowledgePaths } from '../../../kernel/paths.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { Icon } from '../../../ui/icon.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { iconOf } from '../shared/icons.ts';
import { useText } from '../text/index.ts';
import { ArticleTitles } from './article-list.tsx';
import { pathsIn, useReading } from './place.ts';
import { SearchForm } from './search-form.tsx';
import { Stuck } from './stuck.tsx';

/** The first page of the knowledge base: search before everything else, then topics, then what others read. */
export function Page({ slug }: { slug?: string }) {
  const { read: words } = useText();
  const { api } = useReading();
  const shelves = useData<Shelves>(api);
  const to = pathsIn(slug);
  useHead({ title: words.title, description: words.lead });
  return (
    <>
      <header className="mb-8 rounded bg-accent-soft px-4 py-7 sm:px-8 sm:py-10">
        <h1 className="text-26 sm:text-34">{words.hello}</h1>
        <p className="mt-1 mb-5 text-body text-muted sm:text-16">{words.lead}</p>
        <SearchForm to={to} large />
      </header>
      {shelves.categories.length === 0 ? (
        <EmptyState icon="book" title={words.empty}>
          {words.emptyHint}
        </EmptyState>
      ) : (
        <>
          <section aria-labelledby="topics">
            <h2 id="topics" className="text-20">
              {words.topics}
            </h2>
            <ul className="mt-3 grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
              {shelves.categories.map((category) => (
                <Topic key={category.slug} category={category} to={to} />
              ))}
            </ul>
          </section>
          <div className="mt-9 grid gap-x-10 gap-y-8 lg:grid-cols-2">
            {[
              { id: 'popular', title: words.popular, items: shelves.popular },
              { id: 'latest', title: words.latest, items: shelves.latest },
            ].map(
              ({ id, title, items }) =>
                items.length > 0 && (
                  <section key={id} aria-labelledby={id}>
                    <h2 id={id} className="mb-2 text-20">
                      {title}
                    </h2>
                    <ArticleTitles items={items} to={to} />
                  </section>
                ),
            )}
          </div>
        </>
      )}
      <Stuck slug={slug} />
    </>
  );
}

function Topic({ category, to }: { category: Shelves['categories'][number]; to: KnowledgePaths }) {
  const { read: words } = useText();
  return (
    <li className="relative flex gap-3.5 rounded border border-line bg-surface p-4 transition-colors hover:border-accent-ring">
      <span className="grid size-10 shrink-0 place-items-center rounded-full bg-accent-soft text-accent-text">
        <Icon name={iconOf(category.icon)} />
      </span>
      <div className="min-w-0">
        <h3 className="text-16">
          <Link
            to={to.knowledgeCategory(category.slug)}
            className="text-ink no-underline outline-offset-2 after:absolute after:inset-0"
          >
            {category.name}
          </Link>
        </h3>
        {category.description && <p className="text-14 text-muted">{category.description}</p>}
        <p className="mt-1 text-13 text-muted">{words.articles(category.articles)}</p>
      </div>
    </li>
  );
}
