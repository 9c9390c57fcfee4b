import type { z } from 'zod';
import type { EscalationItem } from '../../../../server/modules/escalation/contract.ts';
import type { queueList } from '../../../../server/modules/support/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useFiltered } from '../../../kernel/pages/filtered.ts';
import { useSearch } from '../../../kernel/pages/search.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useList } from '../../../kernel/query/use-list.ts';
import { LinkButton } from '../../../ui/button.tsx';
import type { Column } from '../../../ui/data-table.tsx';
import { Select } from '../../../ui/inputs.tsx';
import { ListFilters } from '../../../ui/list-filters.tsx';
import { ListTable } from '../../../ui/list-table.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { Time } from '../../../ui/time.tsx';
import { useText } from '../text/index.ts';
import { EscalationActs } from './escalation-acts.tsx';
import { EscalationState } from './escalation-state.tsx';
import { levelKeys } from './level-keys.ts';

const url = '/api/console/escalations';
const to = consolePaths;
const states = ['fired', 'acknowledged', 'cleared', 'all'] as const;

/** Tickets that were raised to somebody. */
export function Page() {
  const { list: words, ticketsTitle, card, level: levelWords } = useText();
  const asked = useFiltered(url, ['state', 'level', 'queue', 'q']);
  const list = useList<EscalationItem>(asked.url, 'escalation.');
  const columns: Column<EscalationItem>[] = [
    {
      key: 'ticket',
      header: words.ticket,
      card: 'title',
      cell: ({ ticket }) => (
        <span className="block min-w-0 as-table:min-w-56">
          <span className="block break-words">
            #{ticket.number} {ticket.subject}
          </span>
          <span className="block text-13 font-normal text-muted">{ticket.client}</span>
        </span>
      ),
    },
    {
      key: 'why',
      header: words.why,
      card: 'rest',
      cell: ({ level, rule, raisedBy, reason, ackDueAt, acknowledgedBy }) => (
        <span className="block min-w-0 as-table:min-w-44">
          <span className="block font-medium">{levelWords(level)}</span>
          <span className="block text-13 break-words text-muted">
            {rule ?? `${card.by(raisedBy ?? '')}: ${reason ?? ''}`}
          </span>
          {ackDueAt && (
            <span className="block text-13 text-muted">
              {words.ackBy} <Time value={ackDueAt} style="dateTime" />
            </span>
          )}
          {acknowledgedBy && (
            <span className="block text-13 text-muted">{words.inHandOf(acknowledgedBy)}</span>
          )}
        </span>
      ),
    },
    { key: 'state', header: words.state, card: 'state', cell: (one) => <EscalationState of={one} /> },
    { key: 'since', header: words.since, card: 'when', cell: ({ firedAt }) => <Time value={firedAt} /> },
    { key: 'acts', header: words.acts, card: 'rest', cell: (one) => <EscalationActs of={one} /> },
  ];
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        crumbs={[{ label: ticketsTitle, to: to.tickets() }]}
        aside={
          <span className="flex flex-wrap gap-2">
            <LinkButton weight="secondary" to={to.rotas()}>
              {words.rotas}
            </LinkButton>
            <LinkButton weight="secondary" to={to.escalationRules()}>
              {words.rules}
            </LinkButton>
            <LinkButton weight="secondary" to={to.escalationLevels()}>
              {words.levels}
            </LinkButton>
            <LinkButton weight="secondary" to={to.escalationReport()}>
              {words.report}
            </LinkButton>
          </span>
        }
      />
      <ListFilters
        search={words.search}
        name="state"
        label={words.filter}
        first={words.open}
        choices={states.map((value) => ({ value, label: words.choices[value] }))}
      />
      <Narrow />
      <ListTable
        list={list}
        asked={asked}
        empty={
          <EmptyState icon="up" title={words.empty}>
            {words.emptyHint}
          </EmptyState>
        }
        caption={words.title}
        columns={columns}
        rowKey={({ id }) => id}
        to={({ ticket }) => to.ticket(ticket.id)}
        dense
      />
    </>
  );
}

function Narrow() {
  const { list: words, levelNames } = useText();
  const search = useSearch();
  const format = useFormat();
  const queues = useData<z.output<typeof queueList>>('/api/console/ticket-queues').items;
  return (
    <div className="mb-3 grid grid-cols-2 gap-2 sm:flex [&>*]:sm:w-52">
      <Select
        bare
        label={words.level}
        name="level"
        value={search.get('level') ?? ''}
        onValue={(level) => search.set({ level: level || null })}
        choices={[
          { value: '', label: words.anyLevel },
          ...levelKeys.map((value) => ({ value, label: levelNames[value] })),
        ]}
      />
      <Select
        bare
        label={words.queue}
        name="queue"
        value={search.get('queue') ?? ''}
        onValue={(queue) => search.set({ queue: queue || null })}
        choices={[
          { value: '', label: words.anyQueue },
          ...queues.map(({ name, titles }) => ({ value: name, label: format.words(titles) })),
        ]}
      />
    </div>
  );
}
