import type { CreditAsk } from '../../../../server/modules/deskacts/ask-contract.ts';
import { consolePaths as to } from '../../../kernel/console-paths.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useFiltered } from '../../../kernel/pages/filtered.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { useList } from '../../../kernel/query/use-list.ts';
import { useCan } from '../../../kernel/session/can.ts';
import type { Column } from '../../../ui/data-table.tsx';
import { FilterChips } from '../../../ui/filter-chips.tsx';
import { ListTable } from '../../../ui/list-table.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { Time } from '../../../ui/time.tsx';
import { useText } from '../text/index.ts';
import { DecideAsk } from './decide-ask.tsx';

const looks = {
  waiting: { tone: 'attention', icon: 'question' },
  given: { tone: 'good', icon: 'done' },
  declined: { tone: 'neutral', icon: 'close' },
  withdrawn: { tone: 'neutral', icon: 'close' },
} as const;
const states = ['waiting', 'given', 'declined', 'withdrawn'] as const;
const asState = (state: string) => state as (typeof states)[number];

/** Credit above the day of who asks, which a colleague who may give as much decides about. */
export function Page() {
  const { ask: words, limits } = useText();
  const asked = useFiltered('/api/console/credit-asks', ['state']);
  const list = useList<CreditAsk>(asked.url, 'support.act-');
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        crumbs={[{ label: limits.tickets, to: to.tickets() }]}
      />
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
          <EmptyState icon="wallet" title={words.empty}>
            {words.emptyHint}
          </EmptyState>
        }
        caption={words.title}
        columns={useColumns()}
        rowKey={({ id }) => id}
        dense
      />
    </>
  );
}

function useColumns(): Column<CreditAsk>[] {
  const { ask: words } = useText();
  const format = useFormat();
  const readsTickets = useCan('support.tickets.read');
  return [
    {
      key: 'client',
      header: words.client,
      card: 'title',
      cell: ({ client, ticket }) => {
        const name = `#${ticket.number} ${ticket.subject}`;
        return (
          <>
            <Link to={to.client(client.id)} className="block py-0.5 hover:underline">
              {client.name}
            </Link>
            {readsTickets ? (
              <Link
                to={to.ticket(ticket.id)}
                className="block py-0.5 text-13 font-normal text-muted hover:underline"
              >
                {name}
              </Link>
            ) : (
              <span className="block py-0.5 text-13 font-normal text-muted">{name}</span>
            )}
          </>
        );
      },
    },
    {
      key: 'why',
      header: words.why,
      card: 'rest',
      cell: ({ reason, askedBy, askedAt }) => (
        <>
          <span className="block [overflow-wrap:anywhere]">{reason}</span>
          <span className="block text-13 text-muted">
            {askedBy.name}, <Time value={askedAt} />
          </span>
        </>
      ),
    },
    {
      key: 'state',
      header: words.state,
      card: 'state',
      cell: ({ state, note, decidedBy }) => (
        <>
          <StatusChip {...looks[asState(state)]}>{words.states[asState(state)]}</StatusChip>
          {decidedBy && state !== 'withdrawn' && (
            <span className="block pt-1 text-13 text-muted [overflow-wrap:anywhere]">
              {note ? words.by(decidedBy.name, note) : decidedBy.name}
            </span>
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
      cell: (ask) => <DecideAsk ask={ask} />,
    },
  ];
}
