import type { AutomaticChargeItem } from '../../../../server/modules/payments/automatic-contract.ts';
import { consolePaths as to } from '../../../kernel/console-paths.ts';
import { useFiltered } from '../../../kernel/pages/filtered.ts';
import { useList } from '../../../kernel/query/use-list.ts';
import type { Column } from '../../../ui/data-table.tsx';
import { FilterChips } from '../../../ui/filter-chips.tsx';
import { ListTable } from '../../../ui/list-table.tsx';
import { MoneyText } from '../../../ui/money.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { Time } from '../../../ui/time.tsx';
import { useAutomaticText } from '../text/automatic.ts';
import { ChargeState } from './charge-state.tsx';
import { DeskHeader } from './tabs.tsx';

const shown = ['planned', 'underway', 'stopped', 'over'] as const;

/** Renewals that are charged without asking. */
export function Page() {
  const { desk: words, states } = useAutomaticText();
  const asked = useFiltered('/api/console/automatic-charges', ['state']);
  const list = useList<AutomaticChargeItem>(asked.url, ['payments.', 'billing.invoice']);
  const columns: Column<AutomaticChargeItem>[] = [
    {
      key: 'client',
      header: words.client,
      card: 'title',
      cell: ({ client, invoice }) => (
        <>
          <span className="block">{client.name}</span>
          <span className="block text-13 font-normal text-muted">{invoice.number ?? words.unnumbered}</span>
        </>
      ),
    },
    {
      key: 'tries',
      header: words.tries,
      card: 'rest',
      cell: ({ tries }) => words.count(tries),
    },
    {
      key: 'next',
      header: words.next,
      card: 'when',
      cell: ({ nextAt, nextWith }) =>
        nextAt ? (
          <span className="block">
            <Time value={nextAt} style="dateTime" />
            <span className="block text-13 text-muted">{nextWith}</span>
          </span>
        ) : null,
    },
    {
      key: 'state',
      header: words.state,
      card: 'state',
      cell: ({ state }) => <ChargeState state={state} />,
    },
    {
      key: 'owed',
      header: words.owed,
      card: 'figure',
      align: 'end',
      cell: ({ amount }) => (
        <span className="font-medium">{amount.amount > 0 && <MoneyText value={amount} />}</span>
      ),
    },
  ];
  return (
    <>
      <DeskHeader lead={words.lead} />
      <div className="mb-4">
        <FilterChips
          name="state"
          label={words.state}
          choices={shown.map((value) => ({ value, label: states[value] }))}
        />
      </div>
      <ListTable
        list={list}
        asked={asked}
        empty={
          <EmptyState icon="refresh" title={words.empty}>
            {words.emptyHint}
          </EmptyState>
        }
        caption={words.tab}
        columns={columns}
        rowKey={({ invoice }) => invoice.id}
        to={({ invoice }) => to.automaticCharge(invoice.id)}
        dense
      />
    </>
  );
}
