import type { FeeReport } from '../../../../server/modules/payments/fee-contract.ts';
import { consolePaths as to } from '../../../kernel/console-paths.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { withQuery } from '../../../kernel/pages/match.ts';
import { useSearch } from '../../../kernel/pages/search.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { LinkButton, buttonClass } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { DataTable, type Column } from '../../../ui/data-table.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { TextField } from '../../../ui/inputs.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { useFeeText } from '../text/desk-fees.ts';
import { useText } from '../text/index.ts';
import { nameOf } from './fee-rules.ts';

type Row = FeeReport['items'][number];

/** What the head of the table says, where there is none. */
const InCards = ({ children }: { children: string }) => (
  <span className="text-muted as-table:hidden">{children} </span>
);

/** '2026-11' is written 'November 2026'. */
const monthOf = (month: string, locale: string) =>
  new Date(`${month}-01T00:00:00Z`).toLocaleDateString(locale, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });

/** What came by each gateway and what it kept, month by month. */
export function Page() {
  const words = useFeeText();
  const { desk } = useText();
  const format = useFormat();
  const search = useSearch();
  const asked = { from: search.get('from'), to: search.get('to') };
  const report = useData<FeeReport>(withQuery('/api/console/gateway-fees', asked), 'payments.');
  const file = withQuery('/api/console/gateway-fees/file', { ...asked, lang: format.locale });
  const sum = (amount: number, { currency }: Row) => format.money({ amount, currency });
  const columns: Column<Row>[] = [
    { key: 'month', header: words.month, card: 'when', cell: ({ month }) => monthOf(month, format.locale) },
    {
      key: 'gateway',
      header: words.gateway,
      card: 'title',
      cell: ({ gateway, method, label }) => (
        <>
          <span className="block">{words.ways[gateway] ?? nameOf(gateway)}</span>
          <span className="block text-13 font-normal text-muted">
            {label ? format.words(label) : words.ways[method]}
          </span>
        </>
      ),
    },
    {
      key: 'payments',
      header: words.payments,
      card: 'rest',
      align: 'end',
      cell: ({ payments }) => (
        <>
          <InCards>{words.payments}</InCards>
          {payments}
        </>
      ),
    },
    {
      key: 'received',
      header: words.received,
      card: 'rest',
      align: 'end',
      cell: (row) => (
        <>
          <InCards>{words.received}</InCards>
          {sum(row.received, row)}
        </>
      ),
    },
    {
      key: 'kept',
      header: words.kept,
      card: 'state',
      align: 'end',
      cell: (row) => (
        <>
          <span className="block">
            <InCards>{words.kept}</InCards>
            {sum(row.fees, row)}
          </span>
          {row.givenBack !== 0 && (
            <span className="block text-13 text-muted">
              {words.givenBack}: {sum(row.givenBack, row)}
            </span>
          )}
        </>
      ),
    },
    { key: 'net', header: words.net, card: 'figure', align: 'end', cell: (row) => sum(row.net, row) },
  ];
  const currencies = [...new Set(report.items.map(({ currency }) => currency))];
  return (
    <>
      <PageHeader
        title={words.report}
        lead={words.reportLead}
        crumbs={[{ label: desk.title, to: to.payments() }]}
        aside={
          <>
            <LinkButton to={to.gatewayFeeRules()} weight="secondary">
              {words.settings}
            </LinkButton>
            <a href={file} download className={buttonClass('secondary', false, '')}>
              <Icon name="download" size={18} />
              {words.download}
            </a>
          </>
        }
      />
      <div className="no-print mb-4 grid max-w-sm grid-cols-2 gap-3">
        <TextField
          name="from"
          type="date"
          label={words.fromDay}
          value={report.from}
          onValue={(day) => search.set({ from: day || null })}
        />
        <TextField
          name="to"
          type="date"
          label={words.toDay}
          value={report.to}
          onValue={(day) => search.set({ to: day || null })}
        />
      </div>
      {report.items.length === 0 ? (
        <Card>
          <EmptyState small icon="card" title={words.empty}>
            {words.emptyHint}
          </EmptyState>
        </Card>
      ) : (
        <div className="flex flex-col gap-4">
          <Card flush>
            <DataTable
              caption={words.report}
              rows={report.items}
              columns={columns}
              rowKey={({ month, gateway, method, currency }) => `${month} ${gateway} ${method} ${currency}`}
            />
          </Card>
          <div className="grid gap-4 sm:grid-cols-2">
            {currencies.map((currency) => {
              const rows = report.items.filter((row) => row.currency === currency);
              const total = (of: 'received' | 'fees' | 'net') =>
                format.money({ amount: rows.reduce((all, row) => all + row[of], 0), currency });
              return (
                <Card key={currency} title={words.total(currency)}>
                  <DefinitionList
                    facts={[
                      { term: words.received, value: total('received') },
                      { term: words.kept, value: total('fees') },
                      { term: words.net, value: total('net') },
                    ]}
                  />
                </Card>
              );
            })}
          </div>
        </div>
      )}
    </>
  );
}
