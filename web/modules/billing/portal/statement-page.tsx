import type { Statement } from '../../../../server/modules/billing/statement-contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { locale } from '../../../kernel/i18n/locale.ts';
import { withQuery } from '../../../kernel/pages/match.ts';
import { useSearch } from '../../../kernel/pages/search.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useList } from '../../../kernel/query/use-list.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { useKernelText } from '../../../kernel/text/index.ts';
import { buttonClass } from '../../../ui/button.tsx';
import type { Column } from '../../../ui/data-table.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { ListTable } from '../../../ui/list-table.tsx';
import { MoreMenu } from '../../../ui/more-menu.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { Time } from '../../../ui/time.tsx';
import { BookedName } from '../shared/booked-name.tsx';
import { CurrencyChips } from '../shared/currency-chips.tsx';
import { StatementRange } from '../shared/statement-range.tsx';
import { useText } from '../text/index.ts';

type Line = Statement['items'][number];

export function Page() {
  const { statement: words } = useText();
  const text = useKernelText();
  const { api, to, name } = useOrganization();
  const format = useFormat();
  const search = useSearch();
  const [currency, from, until] = ['currency', 'from', 'to'].map((key) => search.get(key));
  const url = withQuery(`${api}/statement`, { currency, from, to: until });
  const file = withQuery(`${api}/statement/file`, { currency, from, to: until, lang: locale.use() });
  const statement = useData<Statement>(url, 'billing.');
  const list = useList<Line>(url, 'billing.');
  const sum = (amount: number) => format.money({ amount, currency: statement.currency });
  const columns: Column<Line>[] = [
    { key: 'on', header: words.date, card: 'when', cell: ({ on }) => <Time value={on} style="date" /> },
    { key: 'what', header: words.what, card: 'title', cell: (line) => <BookedName line={line} to={to} /> },
    // One of the two is empty in each row, so on phones they share a place.
    {
      key: 'debit',
      header: words.debit,
      card: 'figure',
      align: 'end',
      cell: ({ change }) => change > 0 && sum(change),
    },
    {
      key: 'credit',
      header: words.credit,
      card: 'figure',
      align: 'end',
      cell: ({ change }) =>
        change < 0 && (
          <>
            <span className="as-table:hidden">−</span>
            {sum(-change)}
          </>
        ),
    },
    {
      key: 'balance',
      header: words.balance,
      card: 'state',
      align: 'end',
      cell: ({ balance }) => (
        <span className="as-cards:text-13 as-cards:text-muted as-table:font-medium">
          <span className="as-table:hidden">{words.balance} </span>
          {sum(balance)}
        </span>
      ),
    },
  ];
  return (
    <>
      <PageHeader
        title={words.title}
        lead={
          <>
            <span className="hidden print:block">{name}</span>
            <span className="print:hidden">{words.lead}</span>
          </>
        }
        aside={
          <>
            <a href={file} download className={buttonClass('secondary', false, 'max-sm:hidden')}>
              <Icon name="download" size={18} />
              {words.download}
            </a>
            <MoreMenu
              label={text.moreActions}
              groups={[
                [
                  { label: words.download, icon: 'download', run: () => location.assign(file) },
                  { label: words.print, icon: 'document', run: () => print() },
                ],
              ]}
            />
          </>
        }
      />
      <StatementRange />
      <CurrencyChips label={words.currency} currencies={statement.currencies} current={statement.currency} />
      <Ends statement={statement} until={until ?? null} />
      <ListTable
        list={list}
        empty={
          <EmptyState small icon="history" title={words.empty}>
            {(search.get('from') ?? search.get('to')) && words.emptyHint}
          </EmptyState>
        }
        caption={words.title}
        columns={columns}
        rowKey={(line) => String(line.sequence)}
      />
    </>
  );
}

/** Where the account stood before and after the period. */
function Ends({ statement, until }: { statement: Statement; until: string | null }) {
  const { statement: words } = useText();
  const format = useFormat();
  const ends = [
    { term: words.opening, amount: statement.opening },
    {
      term: `${words.closing}, ${format.date(until ?? new Date().toISOString())}`,
      amount: statement.closing,
    },
  ];
  return (
    <dl className="mb-4 grid grid-cols-2 gap-px overflow-hidden rounded border border-line bg-line">
      {ends.map(({ term, amount }) => (
        <div key={term} className="bg-surface p-3 sm:px-5">
          <dt className="text-13 text-muted">{term}</dt>
          <dd className="text-16 font-bold tabular-nums sm:text-20">
            {format.money({ amount: Math.abs(amount), currency: statement.currency })}
          </dd>
          {amount < 0 && <dd className="text-13 text-muted">{words.inYourFavor}</dd>}
        </div>
      ))}
    </dl>
  );
}
