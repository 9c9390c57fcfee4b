import type { ArticleRow, Categories } from '../../../../server/modules/knowledge/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { withQuery } from '../../../kernel/pages/match.ts';
import { useSearch } from '../../../kernel/pages/search.ts';
import { paths } from '../../../kernel/paths.ts';
import { useData, useList } from '../../../kernel/query/use-data.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { FilterChips } from '../../../ui/filter-chips.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { ListBody } from '../../../ui/list-body.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { SearchBox } from '../../../ui/search-box.tsx';
import { EmptyState, NoResult } from '../../../ui/states.tsx';
import { Time } from '../../../ui/time.tsx';
import { useText } from '../text/index.ts';
import { StateChips } from './state-chips.tsx';
import { KnowledgeTabs } from './tabs.tsx';

const base = '/api/console/knowledge';
const filters = ['state', 'category', 'missing', 'changed', 'q'] as const;

/** Every article, those edited last first. */
export function Page() {
  const { list: words, states } = useText();
  const format = useFormat();
  const search = useSearch();
  const query = Object.fromEntries(filters.map((name) => [name, search.get(name)]));
  const { items: categories } = useData<Categories>(`${base}/categories`, 'knowledge.');
  const list = useList<ArticleRow>(withQuery(`${base}/articles`, query), 'knowledge.');
  const mayWrite = useCan('knowledge.write');
  const filtered = filters.some((name) => search.get(name));
  const write = mayWrite && (
    <LinkButton
      to={categories.length > 0 ? paths.console.newArticle() : paths.console.knowledgeCategories()}
      icon="plus"
    >
      {categories.length > 0 ? words.write : words.firstCategory}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={words.title} act={write} />
      <KnowledgeTabs />
      <div className="mb-3 flex flex-col gap-1">
        <div className="mb-1 max-w-md">
          <SearchBox label={words.search} />
        </div>
        <div className="flex flex-wrap gap-x-6">
          <FilterChips
            name="state"
            label={words.state}
            choices={(['draft', 'published', 'archived'] as const).map((state) => ({
              value: state,
              label: states[state],
            }))}
          />
          <ToggleChips />
        </div>
        {categories.length > 1 && (
          <FilterChips
            name="category"
            label={words.category}
            choices={categories.map(({ id, name }) => ({ value: id, label: format.words(name) }))}
          />
        )}
      </div>
      <div className="rounded border border-line bg-surface">
        <ListBody
          list={list}
          empty={
            filtered ? (
              <NoResult
                query={search.get('q')}
                onClear={() => search.set(Object.fromEntries(filters.map((name) => [name, null])))}
              />
            ) : (
              <EmptyState icon="book" title={words.empty} act={write}>
                {words.emptyHint}
              </EmptyState>
            )
          }
        >
          <ArticleTable rows={list.items} busy={list.busy} />
        </ListBody>
      </div>
    </>
  );
}

/** What staff look for when they tidy up; each on or off. */
function ToggleChips() {
  const { list: words } = useText();
  const search = useSearch();
  const chips = [
    { name: 'changed', value: 'true', label: words.changed },
    { name: 'missing', value: 'id', label: words.missingId },
    { name: 'missing', value: 'en', label: words.missingEn },
  ];
  return (
    <div
      role="group"
      aria-label={words.show}
      className="flex gap-1.5 overflow-x-auto py-1 [scrollbar-width:none]"
    >
      {chips.map(({ name, value, label }) => {
        const on = search.get(name) === value;
        return (
          <button
            key={label}
            type="button"
            aria-pressed={on}
            onClick={() => search.set({ [name]: on ? null : value })}
            className={`inline-flex min-h-9 shrink-0 cursor-pointer items-center gap-1 rounded-full border px-3.5 text-14 transition-colors sm:min-h-8 sm:text-13 ${
              on
                ? 'border-accent-ring bg-accent-soft font-medium text-accent-text'
                : 'border-line-control bg-surface text-ink hover:bg-sunken'
            }`}
          >
            {on && <Icon name="check" size={16} />}
            {label}
          </button>
        );
      })}
    </div>
  );
}

function ArticleTable({ rows, busy }: { rows: readonly ArticleRow[]; busy: boolean }) {
  const { list: words, languages } = useText();
  const format = useFormat();
  return (
    <DataTable
      caption={words.caption}
      rows={rows}
      rowKey={(row) => row.id}
      to={(row) => paths.console.article(row.id)}
      busy={busy}
      dense
      columns={[
        {
          key: 'title',
          header: words.article,
          card: 'title',
          cell: (row) =>
            format.words(row.titles) || row.titles.id || row.titles.en || `${words.untitled} · ${row.slug}`,
        },
        {
          key: 'category',
          header: words.category,
          card: 'rest',
          cell: (row) => (
            <span className="text-muted sm:whitespace-nowrap">{format.words(row.category.name)}</span>
          ),
        },
        {
          key: 'languages',
          header: words.languages,
          card: 'none',
          cell: (row) => (
            <span className="text-muted uppercase">
              {row.locales.map((locale) => (
                <abbr key={locale} title={languages[locale]} className="me-1.5 no-underline">
                  {locale}
                </abbr>
              ))}
            </span>
          ),
        },
        { key: 'state', header: words.state, card: 'state', cell: (row) => <StateChips article={row} /> },
        {
          key: 'helpful',
          header: words.helpful,
          card: 'none',
          align: 'end',
          cell: ({ helpful: { yes, no } }) =>
            yes + no === 0 ? (
              <span className="text-muted">{words.noVotes}</span>
            ) : (
              <span title={words.votes(yes, no)} className="tabular-nums">
                {format.percent(yes / (yes + no))}
              </span>
            ),
        },
        {
          key: 'opened',
          header: words.opened,
          card: 'none',
          align: 'end',
          cell: (row) => <span className="tabular-nums">{format.number(row.opened)}</span>,
        },
        {
          key: 'edited',
          header: words.edited,
          card: 'when',
          cell: (row) => (
            <span className="whitespace-nowrap text-muted">
              <Time value={row.editedAt} />
            </span>
          ),
        },
      ]}
    />
  );
}
