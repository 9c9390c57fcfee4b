import type { BillingRun, RunClient } from '../../../../server/modules/billing/run-contract.ts';
import { consolePaths as to } from '../../../kernel/console-paths.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useFiltered } from '../../../kernel/pages/filtered.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useList } from '../../../kernel/query/use-list.ts';
import { Card } from '../../../ui/card.tsx';
import type { Column } from '../../../ui/data-table.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { FilterChips } from '../../../ui/filter-chips.tsx';
import { ListTable } from '../../../ui/list-table.tsx';
import { MoneyText } from '../../../ui/money.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { Time } from '../../../ui/time.tsx';
import { useDeskText } from '../text/desk.ts';
import { useText } from '../text/desk-run.ts';
import { Progress, RunState } from './run-parts.tsx';
import { useWhile } from '../../../kernel/query/use-while.ts';

export function Page({ runId }: { runId: string }) {
  const desk = useDeskText();
  const words = useText();
  const format = useFormat();
  const url = `/api/console/billing-runs/${runId}`;
  const run = useData<BillingRun>(url, 'billing.');
  useWhile(!run.finishedAt, url);
  return (
    <>
      <PageHeader
        title={words.kinds[run.kind]}
        lead={run.kind === 'dry' ? words.dryRunHint : undefined}
        crumbs={[
          { label: desk.title, to: to.invoices() },
          { label: words.title, to: to.billingRuns() },
        ]}
        state={<RunState run={run} />}
      />
      <div className="mb-4 grid gap-4 lg:grid-cols-2">
        <Card>
          <DefinitionList
            facts={[
              { term: words.when, value: <Time value={run.startedAt} style="dateTime" /> },
              run.finishedAt !== null && {
                term: words.finished,
                value: <Time value={run.finishedAt} style="dateTime" />,
              },
              { term: words.by, value: run.startedBy?.name ?? words.byItself },
              { term: words.progress, value: <Progress run={run} /> },
              { term: words.held, value: format.number(run.held) },
            ]}
          />
        </Card>
        <Card title={words.sums}>
          {run.sums.length === 0 && <p className="text-body text-muted">{words.nothing}</p>}
          {run.sums.map(({ invoices, net, tax, total }) => (
            <DefinitionList
              key={total.currency}
              facts={[
                { term: words.invoices, value: format.number(invoices) },
                { term: words.net, value: <MoneyText value={net} /> },
                { term: words.tax, value: <MoneyText value={tax} /> },
                { term: words.total, value: <MoneyText value={total} /> },
              ]}
            />
          ))}
        </Card>
      </div>
      {run.kind === 'dry' && <Clients url={url} />}
    </>
  );
}

function Clients({ url }: { url: string }) {
  const words = useText();
  const format = useFormat();
  const asked = useFiltered(`${url}/clients`, ['held']);
  const list = useList<RunClient>(asked.url, 'billing.');
  const columns: Column<RunClient>[] = [
    { key: 'client', header: words.client, card: 'title', cell: ({ client }) => client.name },
    {
      key: 'invoices',
      header: words.invoices,
      card: 'rest',
      align: 'end',
      cell: ({ invoices }) => format.number(invoices),
    },
    {
      key: 'held',
      header: words.held,
      card: 'rest',
      cell: ({ held, heldTotal, reasons }) =>
        held > 0 && (
          <>
            {format.number(held)} · <MoneyText value={heldTotal} />
            <span className="block text-13 text-muted">
              {reasons.map((reason) => words.reasons[reason]).join(' · ')}
            </span>
          </>
        ),
    },
    {
      key: 'total',
      header: words.total,
      card: 'figure',
      align: 'end',
      cell: ({ total }) => <MoneyText value={total} />,
    },
  ];
  return (
    <section aria-label={words.clients}>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
        <FilterChips name="held" label={words.clients} choices={[{ value: 'only', label: words.onlyHeld }]} />
        <a href={`${url}/file?lang=${format.locale}`} download>
          {words.file}
        </a>
      </div>
      <ListTable
        list={list}
        asked={asked}
        caption={words.clients}
        columns={columns}
        rowKey={({ client, total }) => `${client.id} ${total.currency}`}
        to={({ client }) => to.client(client.id)}
        empty={
          <EmptyState icon="people" title={words.noClients}>
            {words.noClientsHint}
          </EmptyState>
        }
        dense
      />
    </section>
  );
}
