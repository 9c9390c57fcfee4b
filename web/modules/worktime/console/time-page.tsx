import { useState } from 'react';
import type { TimeEntry } from '../../../../server/modules/worktime/contract.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useCanOpen } from '../../../kernel/pages/can-open.ts';
import { useFiltered } from '../../../kernel/pages/filtered.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { withQuery } from '../../../kernel/pages/match.ts';
import { useSearch } from '../../../kernel/pages/search.ts';
import { useList } from '../../../kernel/query/use-list.ts';
import { IconButton, LinkButton } from '../../../ui/button.tsx';
import type { Column } from '../../../ui/data-table.tsx';
import { ListTable } from '../../../ui/list-table.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { useText } from '../text/index.ts';
import { EntryDialog } from './entry-dialog.tsx';
import { EntryState } from './entry-state.tsx';
import { TimeFilters } from './time-filters.tsx';

const to = consolePaths;
const url = '/api/console/time-entries';
const names = ['client', 'person', 'from', 'to', 'state'];

/** Who worked how long on what, and which of it is billed. */
export function Page() {
  const { columns: heads, ...words } = useText();
  const format = useFormat();
  const search = useSearch();
  const canOpen = useCanOpen();
  const asked = useFiltered(url, names);
  const list = useList<TimeEntry>(asked.url, 'worktime.');
  const [editing, setEditing] = useState<TimeEntry | null>(null);
  const client = search.get('client');
  const file = withQuery(`${url}/file`, Object.fromEntries(names.map((name) => [name, search.get(name)])));
  const columns: Column<TimeEntry>[] = [
    {
      key: 'ticket',
      header: heads.ticket,
      card: 'title',
      cell: ({ ticket, note }) => (
        <span className="block min-w-0">
          <Link to={to.ticket(ticket.id)}>
            #{ticket.number} {ticket.subject}
          </Link>
          {note && (
            <span className="block text-13 font-normal [overflow-wrap:anywhere] text-muted">{note}</span>
          )}
        </span>
      ),
    },
    {
      key: 'time',
      header: heads.time,
      card: 'figure',
      align: 'end',
      cell: ({ minutes }) => <span className="whitespace-nowrap">{words.duration(minutes)}</span>,
    },
    { key: 'day', header: heads.day, card: 'when', cell: ({ workedOn }) => format.date(workedOn) },
    {
      key: 'client',
      header: heads.client,
      card: 'rest',
      cell: ({ client: of }) => <Link to={to.client(of.id)}>{of.name}</Link>,
    },
    { key: 'agent', header: heads.agent, card: 'rest', cell: ({ person }) => person.name },
    { key: 'state', header: heads.state, card: 'state', cell: (entry) => <EntryState of={entry} /> },
    {
      key: 'acts',
      header: words.entry.edit,
      card: 'rest',
      align: 'end',
      cell: (entry) =>
        entry.can.change === true && (
          <IconButton
            icon="edit"
            label={words.entry.change(format.date(entry.workedOn))}
            onClick={() => setEditing(entry)}
          />
        ),
    },
  ];
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        crumbs={[{ label: words.tickets, to: to.tickets() }]}
        aside={
          <>
            {client && canOpen(to.billTime(client)) && (
              <LinkButton icon="billing" to={to.billTime(client)}>
                {words.bill.act}
              </LinkButton>
            )}
            {canOpen(to.workRates()) && (
              <LinkButton weight="secondary" icon="wallet" to={to.workRates()}>
                {words.rates.title}
              </LinkButton>
            )}
          </>
        }
      />
      <TimeFilters />
      <ListTable
        list={list}
        asked={asked}
        empty={
          <EmptyState icon="clock" title={words.empty}>
            {words.emptyHint}
          </EmptyState>
        }
        caption={words.title}
        columns={columns}
        rowKey={({ id }) => id}
        dense
      />
      {list.items.length > 0 && (
        <p className="mt-2">
          <a href={file} download className="inline-flex min-h-9 items-center">
            {words.file}
          </a>
        </p>
      )}
      {editing && (
        <EntryDialog
          ticket={editing.ticket.id}
          entry={editing}
          today={editing.workedOn}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}
