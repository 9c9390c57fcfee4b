import type { Credit } from '../../../../server/modules/billing/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { withQuery } from '../../../kernel/pages/match.ts';
import { useSearch } from '../../../kernel/pages/search.ts';
import { useData, useList } from '../../../kernel/query/use-data.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { Card, FigureCard } from '../../../ui/card.tsx';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { ListBody } from '../../../ui/list-body.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { Time } from '../../../ui/time.tsx';
import { BookedName } from '../shared/booked-name.tsx';
import { CurrencyChips } from '../shared/currency-chips.tsx';
import { useText } from '../text/index.ts';

type Line = Credit['items'][number];

export function Page() {
  const { credit: words, statement, list: lists } = useText();
  const { api, to } = useOrganization();
  const format = useFormat();
  const url = withQuery(`${api}/credit`, { currency: useSearch().get('currency') });
  const credit = useData<Credit>(url, 'billing.');
  const list = useList<Line>(url, 'billing.');
  const sum = (amount: number) => format.money({ amount, currency: credit.currency });
  const columns: Column<Line>[] = [
    { key: 'on', header: statement.date, card: 'when', cell: ({ on }) => <Time value={on} style="date" /> },
    {
      key: 'what',
      header: statement.what,
      card: 'title',
      cell: (line) => <BookedName line={line} to={to} />,
    },
    {
      key: 'change',
      header: words.change,
      card: 'figure',
      align: 'end',
      cell: ({ change }) => (change > 0 ? `+${sum(change)}` : sum(change)),
    },
    {
      key: 'after',
      header: words.after,
      card: 'state',
      align: 'end',
      cell: ({ balance }) => <span className="max-sm:text-13 max-sm:text-muted">{sum(balance)}</span>,
    },
  ];
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        crumbs={[{ label: lists.title, to: to.invoices() }]}
      />
      <CurrencyChips label={statement.currency} currencies={credit.currencies} current={credit.currency} />
      <div className="mb-4 max-w-md">
        <FigureCard title={words.now} figure={sum(credit.credit)} context={words.automatic} />
      </div>
      <Card flush>
        <ListBody
          list={list}
          empty={
            <EmptyState small icon="wallet" title={words.empty}>
              {words.emptyHint}
            </EmptyState>
          }
        >
          <DataTable
            caption={words.title}
            rows={list.items}
            columns={columns}
            rowKey={(line) => String(line.sequence)}
            busy={list.busy}
          />
        </ListBody>
      </Card>
    </>
  );
}
