import { useState } from 'react';
import type { BreachCredit } from '../../../../server/modules/support/credit-contract.ts';
import { consolePaths as to } from '../../../kernel/console-paths.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { useFiltered } from '../../../kernel/pages/filtered.ts';
import { useList } from '../../../kernel/query/use-list.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { Button } from '../../../ui/button.tsx';
import type { Column } from '../../../ui/data-table.tsx';
import { FilterChips } from '../../../ui/filter-chips.tsx';
import { ListTable } from '../../../ui/list-table.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { Time } from '../../../ui/time.tsx';
import { useDeskCredits } from '../text/desk-credits.ts';
import { useDeskLevels } from '../text/desk-levels.ts';
import { DecideCredit } from './levels/decide-credit.tsx';

const looks = {
  drafted: { tone: 'attention', icon: 'question' },
  given: { tone: 'good', icon: 'done' },
  dismissed: { tone: 'neutral', icon: 'close' },
} as const;
const states = ['drafted', 'given', 'dismissed'] as const;

/** What clients are owed for missed promises: drafted by itself, given by staff. */
export function Page() {
  const words = useDeskCredits();
  const { title } = useDeskLevels();
  const asked = useFiltered('/api/console/service-levels/credits', ['state']);
  const list = useList<BreachCredit>(asked.url, 'support.credit-');
  const [deciding, setDeciding] = useState<BreachCredit | null>(null);
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} crumbs={[{ label: title, to: to.serviceLevels() }]} />
      <div className="mb-3">
        <FilterChips
          name="state"
          label={words.state}
          choices={states.map((value) => ({ value, label: words.states[value] }))}
        />
      </div>
      <ListTable
        list={list}
        asked={asked}
        empty={
          <EmptyState icon="clock" title={words.empty}>
            {words.emptyHint}
          </EmptyState>
        }
        caption={words.title}
        columns={useColumns(setDeciding)}
        rowKey={({ id }) => id}
        dense
      />
      {deciding && <DecideCredit credit={deciding} onClose={() => setDeciding(null)} />}
    </>
  );
}

function useColumns(onDecide: (credit: BreachCredit) => void): Column<BreachCredit>[] {
  const words = useDeskCredits();
  const { policy } = useDeskLevels();
  const format = useFormat();
  const mayGive = useCan('billing.credit.give');
  return [
    {
      key: 'client',
      header: words.client,
      card: 'title',
      cell: ({ client, ticket }) => (
        <>
          <Link to={to.client(client.id)} className="block py-0.5 hover:underline">
            {client.name}
          </Link>
          <Link
            to={to.ticket(ticket.id)}
            className="block py-0.5 text-13 font-normal text-muted hover:underline"
          >
            #{ticket.number} {ticket.subject}
          </Link>
        </>
      ),
    },
    {
      key: 'why',
      header: words.why,
      card: 'rest',
      cell: ({ goal, dueAt, policy: { titles }, percent, month }) => (
        <>
          <span className="block">
            {policy.short[goal]}, {format.words(titles)}, <Time value={dueAt} style="date" />
          </span>
          <span className="block text-13 text-muted">{words.part(percent, format.money(month))}</span>
        </>
      ),
    },
    {
      key: 'state',
      header: words.state,
      card: 'state',
      cell: ({ state, reason, decidedBy }) => (
        <>
          <StatusChip {...looks[state]}>{words.states[state]}</StatusChip>
          {decidedBy && (
            <span className="block pt-1 text-13 text-muted">{words.by(decidedBy.name, reason!)}</span>
          )}
        </>
      ),
    },
    {
      key: 'amount',
      header: words.amount,
      card: 'figure',
      align: 'end',
      cell: ({ amount }) => format.money(amount),
    },
    {
      key: 'decide',
      header: words.decide,
      card: 'rest',
      align: 'end',
      cell: (credit) =>
        mayGive &&
        credit.state === 'drafted' && (
          <Button weight="secondary" onClick={() => onDecide(credit)}>
            {words.decide}
          </Button>
        ),
    },
  ];
}
