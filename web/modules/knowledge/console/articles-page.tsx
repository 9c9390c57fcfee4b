import type { ArticleRow, Categories } from '../../../../server/modules/knowledge/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useFiltered } from '../../../kernel/pages/filtered.ts';
import { useSearch } from '../../../kernel/pages/search.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useList } from '../../../kernel/query/use-list.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Chip, Chips } from '../../../ui/chip.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { FilterChips } from '../../../ui/filter-chips.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { ListBody } from '../../../ui/list-body.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { SearchBox } from '../../../ui/search-box.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { Time } from '../../../ui/time.tsx';
import { useText } from '../text/index.ts';
import { StateChips } from './state-chips.tsx';
import { KnowledgeTabs } from './tabs.tsx';

const base = '/api/console/knowledge';

/** Every article, those edited last first. */
export function Page() {
  const { list: words, states } = useText();
  const format = useFormat();
  const asked = useFiltered(`${base}/articles`, ['state', 'category', 'missing', 'changed', 'q']);
  const { items: categories } = useData<Categories>(`${base}/categories`, 'knowledge.');
  const list = useList<ArticleRow>(asked.url, 'knowledge.');
  const mayWrite = useCan('knowledge.write');
  const write = mayWrite && (
    <LinkButton
      to={categories.length > 0 ? consolePaths.newArticle() : consolePaths.knowledgeCategories()}
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
          asked={asked}
          empty={
            <EmptyState icon="book" title={words.empty}>
              {words.emptyHint}
            </EmptyState>
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
    <Chips label={words.show}>
      {chips.map(({ name, value, label }) => {
        const on = search.get(name) === value;
        return (
          <Chip key={label} on={on} onPress={() => search.set({ [name]: on ? null : value })}>
            {on && <Icon name="check" size={16} />}
            {label}
          </Chip>
        );
      })}
    </Chips>
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
      to={(row) => consolePaths.article(row.id)}
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
            <span className="text-muted as-table:whitespace-nowrap">{format.words(row.category.name)}</span>
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
