import type { Report } from '../../../../server/modules/escalation/contract.ts';
import { languageTag } from '../../../kernel/format/money.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { consolePaths as to } from '../../../kernel/console-paths.ts';
import { withQuery } from '../../../kernel/pages/match.ts';
import { useSearch } from '../../../kernel/pages/search.ts';
import type { Locale } from '../../../kernel/session/session.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { Card } from '../../../ui/card.tsx';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { Select } from '../../../ui/inputs.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { useText } from '../text/index.ts';

const url = '/api/console/escalations/report';
const bys = ['rule', 'queue', 'product'] as const;
const counts = ['fired', 'acknowledged', 'exhausted', 'top'] as const;
const ends = ['settled', 'over', 'takenBack', 'open'] as const;
type Row = Report['items'][number];

/** `month` as 'YYYY-MM'. */
const monthName = (month: string, locale: Locale) =>
  new Intl.DateTimeFormat(languageTag(locale), { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );

/** What is raised again and again, by month. */
export function Page() {
  const { report: words, list, byHand, ticketsTitle } = useText();
  const format = useFormat();
  const search = useSearch();
  const by = bys.find((one) => one === search.get('by')) ?? 'rule';
  const { items } = useData<Report>(withQuery(url, { by: search.get('by') }));
  const took = (minutes: number | null) => {
    if (minutes === null) return '–';
    if (minutes < 60) return words.inMinutes(format.number(minutes));
    return words.inHours(format.number(minutes / 60, { maximumFractionDigits: 1 }));
  };
  const figure = (name: (typeof counts)[number]): Column<Row> => ({
    key: name,
    header: words[name],
    card: 'rest',
    align: 'end',
    cell: (row) => (
      <>
        <span className="text-muted as-table:hidden">{words[name]}: </span>
        {format.number(row[name])}
      </>
    ),
  });
  const columns: Column<Row>[] = [
    {
      key: 'key',
      header: words.bys[by],
      card: 'title',
      cell: ({ names, key }) => (
        <span className="block break-words as-table:min-w-44">
          {names ? format.words(names) : (key ?? (by === 'rule' ? byHand : words.none))}
        </span>
      ),
    },
    {
      key: 'month',
      header: words.month,
      card: 'when',
      cell: ({ month }) => <span className="whitespace-nowrap">{monthName(month, format.locale)}</span>,
    },
    figure('fired'),
    figure('acknowledged'),
    {
      key: 'minutes',
      header: words.minutes,
      card: 'rest',
      align: 'end',
      cell: ({ minutes }) => (
        <span className="whitespace-nowrap">
          <span className="text-muted as-table:hidden">{words.minutes}: </span>
          {took(minutes)}
        </span>
      ),
    },
    {
      key: 'ended',
      header: words.ended,
      card: 'rest',
      cell: (row) =>
        ends
          .filter((name) => row[name] > 0)
          .map((name) => words.endedWords[name](format.number(row[name])))
          .join(', '),
    },
    figure('exhausted'),
    figure('top'),
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
