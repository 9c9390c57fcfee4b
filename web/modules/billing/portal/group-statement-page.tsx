import type { GroupStatement } from '../../../../server/modules/billing/statement-contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { locale } from '../../../kernel/i18n/locale.ts';
import { withQuery } from '../../../kernel/pages/match.ts';
import { useSearch } from '../../../kernel/pages/search.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useList } from '../../../kernel/query/use-list.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { useKernelText } from '../../../kernel/text/index.ts';
import { Card } from '../../../ui/card.tsx';
import type { Column } from '../../../ui/data-table.tsx';
import { ListTable } from '../../../ui/list-table.tsx';
import { MoreMenu } from '../../../ui/more-menu.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { Time } from '../../../ui/time.tsx';
import { CurrencyChips } from '../shared/currency-chips.tsx';
import { GroupAccounts } from '../shared/group-accounts.tsx';
import { StatementRange } from '../shared/statement-range.tsx';
import { useText } from '../text/index.ts';
import { useGroupText } from '../text/group.ts';

type Line = GroupStatement['items'][number];

/** One statement of this organization and all below it. */
export function Page() {
  const words = useGroupText();
  const { statement: shared, invoice, unnumbered } = useText();
  const text = useKernelText();
  const { api, to } = useOrganization();
  const format = useFormat();
  const search = useSearch();
  const [currency, from, until] = ['currency', 'from', 'to'].map((key) => search.get(key));
  const base = `${api}/group-statement`;
  const url = withQuery(base, { currency, from, to: until });
  const open = (kind: 'file' | 'document', lang: string) =>
    location.assign(withQuery(`${base}/${kind}`, { currency, from, to: until, lang }));
  const statement = useData<GroupStatement>(url, 'billing.');
  const list = useList<Line>(url, 'billing.');
  const sum = (amount: number) => format.money({ amount, currency: statement.currency });
  const columns: Column<Line>[] = [
    { key: 'on', header: shared.date, card: 'when', cell: ({ on }) => <Time value={on} style="date" /> },
    {
      key: 'of',
      header: words.organization,
      card: 'rest',
      cell: ({ of, paidBy }) => (
        <span className="block min-w-0 break-words">
          {of.name}
          {paidBy && <span className="block text-13 text-muted">{words.paidBy(paidBy.name)}</span>}
        </span>
      ),
    },
    {
      key: 'what',
      header: shared.what,
      card: 'title',
      cell: (line) => (
        <span className="block min-w-0">
          {shared.kinds[line.kind]}
          {(line.receipt ?? line.invoice) && (
            <span className="block text-13 font-normal text-muted">
              {line.receipt ?? line.invoice?.number ?? unnumbered}
            </span>
          )}
        </span>
      ),
    },
    {
      key: 'change',
      header: invoice.net,
      card: 'figure',
      align: 'end',
      cell: ({ change }) => sum(change),
    },
  ];
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        crumbs={[{ label: words.all, to: to.group() }]}
        aside={
          <MoreMenu
            label={text.moreActions}
            groups={[
              [
                { label: invoice.downloadId, icon: 'download', run: () => open('document', 'id') },
                { label: invoice.downloadEn, icon: 'download', run: () => open('document', 'en') },
                { label: words.csv, icon: 'download', run: () => open('file', locale.use()) },
                { label: shared.print, icon: 'document', run: () => print() },
              ],
            ]}
          />
        }
      />
      <StatementRange />
      <CurrencyChips label={shared.currency} currencies={statement.currencies} current={statement.currency} />
      <div className="flex flex-col gap-4">
        <Card flush>
          <GroupAccounts statement={statement} />
        </Card>
        <section>
          <h2 className="mb-2 text-16 font-bold">{words.movements}</h2>
          <ListTable
            list={list}
            empty={
              <EmptyState small icon="history" title={shared.empty}>
                {(search.get('from') ?? search.get('to')) && shared.emptyHint}
              </EmptyState>
            }
            caption={words.movements}
            columns={columns}
            rowKey={({ key }) => key}
          />
        </section>
      </div>
    </>
  );
}
