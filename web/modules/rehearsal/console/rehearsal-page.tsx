import type {
  Rehearsal,
  RehearsalSums,
  RehearsedHappening,
} from '../../../../server/modules/rehearsal/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { consolePaths as to } from '../../../kernel/console-paths.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useFiltered } from '../../../kernel/pages/filtered.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useList } from '../../../kernel/query/use-list.ts';
import { useWhile } from '../../../kernel/query/use-while.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import type { Column } from '../../../ui/data-table.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { FilterChips } from '../../../ui/filter-chips.tsx';
import { ListTable } from '../../../ui/list-table.tsx';
import { MoneyText } from '../../../ui/money.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { Time } from '../../../ui/time.tsx';
import { useText } from '../text/desk.ts';
import { About, kinds } from './happening.tsx';
import { Progress, State, useSupposed } from './rehearsal-parts.tsx';
import { SumList } from './sum-list.tsx';
import { SumTable } from './sum-table.tsx';

export function Page({ rehearsalId }: { rehearsalId: string }) {
  const words = useText();
  const format = useFormat();
  const supposed = useSupposed();
  const mayStop = useCan('billing.invoices.manage');
  const url = `/api/console/rehearsals/${rehearsalId}`;
  const one = useData<Rehearsal>(url, 'billing.');
  const asked = useFiltered(`${url}/sums`, ['month']);
  const sums = useData<RehearsalSums>(asked.url, 'billing.');
  useWhile(!one.finishedAt, url);
  const stop = useAct((_: object, key) => api.post<Rehearsal>(`${url}/cancel`, {}, key), {
    refresh: [url],
    done: () => toast({ words: words.canceledDone }),
  });
  return (
    <>
      <PageHeader
        title={words.title}
        lead={supposed(one)}
        crumbs={[
          { label: words.runs, to: to.billingRuns() },
          { label: words.title, to: to.rehearsals() },
        ]}
        state={<State of={one} />}
        aside={
          mayStop &&
          one.can.cancel === true && (
            <Button weight="secondary" icon="stop" busy={stop.busy} onClick={() => void stop.run({})}>
              {words.cancel}
            </Button>
          )
        }
      />
      <div className="mb-4 grid items-start gap-4 lg:grid-cols-2">
        <Card>
          <DefinitionList
            facts={[
              { term: words.when, value: <Time value={one.startedAt} style="dateTime" /> },
              one.finishedAt !== null && {
                term: words.finished,
                value: <Time value={one.finishedAt} style="dateTime" />,
              },
              { term: words.by, value: one.startedBy.name },
              { term: words.progress, value: <Progress of={one} /> },
            ]}
          />
          {one.cutShort > 0 && (
            <p className="mt-3 text-13 text-muted">{words.cutShort(format.number(one.cutShort))}</p>
          )}
        </Card>
        <Card title={words.sums}>
          {one.sums.length === 0 ? (
            <p className="text-body text-muted">{words.nothing}</p>
          ) : (
            <SumList sums={one.sums} />
          )}
        </Card>
      </div>
      {sums.items.length > 0 && <SumTable rehearsal={rehearsalId} sums={sums} />}
      <Happenings url={url} />
    </>
  );
}

function Happenings({ url }: { url: string }) {
  const words = useText();
  const format = useFormat();
  const asked = useFiltered(`${url}/happenings`, ['kind', 'client', 'from', 'to']);
  const list = useList<RehearsedHappening>(asked.url, 'billing.');
  const columns: Column<RehearsedHappening>[] = [
    { key: 'client', header: words.client, card: 'title', cell: ({ client }) => client.name },
    {
      key: 'when',
      header: words.day,
      card: 'when',
      cell: ({ on, at }) => (
        <span className="whitespace-nowrap tabular-nums">
          {format.date(on)}, {at}
        </span>
      ),
    },
    { key: 'kind', header: words.list, card: 'state', cell: ({ kind }) => words.kinds[kind] },
    { key: 'about', header: words.about, card: 'rest', cell: (row) => <About item={row} /> },
    {
      key: 'amount',
      header: words.amount,
      card: 'figure',
      align: 'end',
      cell: ({ amount }) => amount && <MoneyText value={amount} />,
    },
  ];
  return (
    <section aria-label={words.list}>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
        <h2 className="text-16 font-medium">{words.list}</h2>
        <a href={`${url}/file?lang=${format.locale}`} download>
          {words.file}
        </a>
      </div>
      <div className="mb-3">
        <FilterChips
          name="kind"
          label={words.filter}
          choices={kinds.map((value) => ({ value, label: words.kinds[value] }))}
        />
      </div>
      <ListTable
        list={list}
        asked={asked}
        caption={words.list}
        columns={columns}
        rowKey={({ client, position }) => `${client.id} ${position}`}
        to={({ client }) => to.client(client.id)}
        empty={
          <EmptyState icon="calendar" title={words.none}>
            {words.noneHint}
          </EmptyState>
        }
      />
    </section>
  );
}
