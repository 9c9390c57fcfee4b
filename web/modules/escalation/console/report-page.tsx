import type { Report } from '../../../../server/modules/escalation/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { consolePaths as to } from '../../../kernel/console-paths.ts';
import { withQuery } from '../../../kernel/pages/match.ts';
import { useSearch } from '../../../kernel/pages/search.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { Card } from '../../../ui/card.tsx';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { Select } from '../../../ui/inputs.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { useText } from '../text/index.ts';

const url = '/api/console/escalations/report';
const bys = ['rule', 'queue', 'product'] as const;
const figures = [
  'fired',
  'acknowledged',
  'minutes',
  'settled',
  'over',
  'takenBack',
  'open',
  'exhausted',
  'top',
] as const;

/** What is raised again and again, by month. */
export function Page() {
  const { report: words, list, byHand, ticketsTitle } = useText();
  const format = useFormat();
  const search = useSearch();
  const by = bys.find((one) => one === search.get('by')) ?? 'rule';
  const { items } = useData<Report>(withQuery(url, { by: search.get('by') }));
  const columns: Column<Report['items'][number]>[] = [
    {
      key: 'key',
      header: words.bys[by],
      card: 'title',
      cell: ({ names, key }) =>
        names ? format.words(names) : (key ?? (by === 'rule' ? byHand : words.none)),
    },
    { key: 'month', header: words.month, card: 'when', cell: ({ month }) => month },
    ...figures.map((name): Column<Report['items'][number]> => ({
      key: name,
      header: words[name],
      card: 'rest',
      align: 'end',
      cell: (row) => row[name] ?? '–',
    })),
  ];
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        crumbs={[
          { label: ticketsTitle, to: to.tickets() },
          { label: list.title, to: to.escalations() },
        ]}
      />
      <div className="mb-3 sm:w-64">
        <Select
          bare
          label={words.by}
          name="by"
          value={by}
          onValue={(value) => search.set({ by: value === 'rule' ? null : value })}
          choices={bys.map((value) => ({ value, label: words.bys[value] }))}
        />
      </div>
      <Card flush>
        {items.length === 0 ? (
          <EmptyState icon="up" title={words.empty}>
            {words.emptyHint}
          </EmptyState>
        ) : (
          <DataTable
            caption={words.title}
            rows={items}
            columns={columns}
            rowKey={({ month, key }) => `${month} ${key ?? ''}`}
          />
        )}
      </Card>
    </>
  );
}
