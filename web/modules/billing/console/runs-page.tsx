import type { ReactNode } from 'react';
import type { BillingRun, HeldBack } from '../../../../server/modules/billing/run-contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { consolePaths as to } from '../../../kernel/console-paths.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Link, goTo } from '../../../kernel/pages/link.tsx';
import { useFiltered } from '../../../kernel/pages/filtered.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useList } from '../../../kernel/query/use-list.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button, LinkButton } from '../../../ui/button.tsx';
import type { Column } from '../../../ui/data-table.tsx';
import { FilterChips } from '../../../ui/filter-chips.tsx';
import { ListTable } from '../../../ui/list-table.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { Time } from '../../../ui/time.tsx';
import { useDeskText } from '../text/desk.ts';
import { useText } from '../text/desk-run.ts';
import { Progress, RunState, Totals } from './run-parts.tsx';
import { useWhile } from '../../../kernel/query/use-while.ts';

const url = '/api/console/billing-runs';

/** A card has no headings: what a figure counts stands before it. */
const named = (what: string, value: ReactNode) => (
  <>
    <span className="text-muted as-table:hidden">{what}: </span>
    {value}
  </>
);

export function Page() {
  const desk = useDeskText();
  const words = useText();
  const format = useFormat();
  const mayWrite = useCan('billing.invoices.manage');
  const asked = useFiltered(url, ['kind']);
  const list = useList<BillingRun>(asked.url, 'billing.');
  const held = useList<HeldBack>('/api/console/held-back', 'billing.');
  useWhile(
    list.items.some((run) => !run.finishedAt),
    url,
  );
  const start = useAct((_: object, key) => api.post<BillingRun>(url, {}, key), {
    refresh: [url],
    done: (run) => goTo(to.billingRun(run.id)),
  });
  const columns: Column<BillingRun>[] = [
    {
      key: 'when',
      header: words.when,
      card: 'title',
      cell: ({ startedAt }) => <Time value={startedAt} style="dateTime" />,
    },
    { key: 'kind', header: words.kind, card: 'when', cell: ({ kind }) => words.kinds[kind] },
    {
      key: 'progress',
      header: words.progress,
      card: 'rest',
      cell: (run) => named(words.progress, <Progress run={run} />),
    },
    {
      key: 'invoices',
      header: words.invoices,
      card: 'rest',
      align: 'end',
      cell: ({ sums }) =>
        named(words.invoices, format.number(sums.reduce((all, { invoices }) => all + invoices, 0))),
    },
    {
      key: 'held',
      header: words.held,
      card: 'rest',
      align: 'end',
      cell: (run) => named(words.held, format.number(run.held)),
    },
    { key: 'state', header: words.state, card: 'state', cell: (run) => <RunState run={run} /> },
    {
      key: 'total',
      header: words.total,
      card: 'figure',
      align: 'end',
      cell: ({ sums }) => <Totals sums={sums.map(({ total }) => total)} />,
    },
  ];
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        crumbs={[{ label: desk.title, to: to.invoices() }]}
        act={
          mayWrite && (
            <Button wide busy={start.busy} onClick={() => void start.run({})}>
              {words.dryRun}
            </Button>
          )
        }
        aside={
          <>
            <LinkButton to={to.rehearsals()} weight="secondary">
              {words.ahead}
            </LinkButton>
            <LinkButton to={to.heldBack()} weight="secondary">
              {words.heldTitle}
            </LinkButton>
          </>
        }
      />
      {held.items.length > 0 && (
        <div className="mb-4">
          <Banner
            tone="attention"
            title={words.heldBanner(`${format.number(held.items.length)}${held.more ? '+' : ''}`)}
            act={<Link to={to.heldBack()}>{words.seeHeld}</Link>}
          >
            {words.heldHint}
          </Banner>
        </div>
      )}
      <div className="mb-3">
        <FilterChips
          name="kind"
          label={words.filter}
          choices={(['real', 'dry'] as const).map((value) => ({ value, label: words.filters[value] }))}
        />
      </div>
      <ListTable
        list={list}
        asked={asked}
        caption={words.title}
        columns={columns}
        rowKey={({ id }) => id}
        to={({ id }) => to.billingRun(id)}
        empty={
          <EmptyState icon="calendar" title={words.empty}>
            {words.emptyHint}
          </EmptyState>
        }
      />
    </>
  );
}
