import type { ArticleCard, CategoryPage } from '../../../../server/modules/knowledge/contract.ts';
import { useHead } from '../../../kernel/pages/head.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useList } from '../../../kernel/query/use-list.ts';
import { ListBody } from '../../../ui/list-body.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { useText } from '../text/index.ts';
import { ArticleList } from './article-list.tsx';
import { pathsIn, useReading } from './place.ts';
import { SearchForm } from './search-form.tsx';
import { Stuck } from './stuck.tsx';

/** One topic and its articles. */
export function Page({ slug, category: name }: { slug?: string; category: string }) {
  const { read: words } = useText();
  const { api } = useReading();
  const to = pathsIn(slug);
  const url = `${api}/categories/${name}`;
  const category = useData<CategoryPage>(url);
  const list = useList<ArticleCard>(url);
  const crumbs = [{ label: words.title, to: to.knowledge() }];
  useHead({ title: category.name, description: category.description, crumbs });
  return (
    <>
      <PageHeader title={category.name} lead={category.description} crumbs={crumbs} />
      <div className="mb-6">
        <SearchForm to={to} />
      </div>
      <ListBody
        list={list}
        empty={
          <EmptyState icon="book" title={words.emptyTopic}>
            {words.emptyTopicHint}
          </EmptyState>
        }
      >
        <div className="max-w-3xl">
          <ArticleList items={list.items} to={to} />
        </div>
      </ListBody>
      <Stuck slug={slug} />
    </>
  );
}
