import type { InboxItem } from '../../../../server/modules/home/contract.ts';
import { paths } from '../../../kernel/paths.ts';
import { useFiltered } from '../../../kernel/pages/filtered.ts';
import { useList } from '../../../kernel/query/use-list.ts';
import type { Column } from '../../../ui/data-table.tsx';
import { ListTable } from '../../../ui/list-table.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { Time } from '../../../ui/time.tsx';
import { TicketState } from '../shared/ticket-state.tsx';
import { useInboxText } from '../text/inbox.ts';
import { useText } from '../text/index.ts';

/** The tickets of all organizations one belongs to, in one list. */
export function Page() {
  const words = useInboxText();
  const { number } = useText();
  const asked = useFiltered('/api/me/inbox', []);
  const list = useList<InboxItem>(asked.url, 'support.');
  const columns: Column<InboxItem>[] = [
    {
      key: 'subject',
      header: words.subject,
      card: 'title',
      cell: ({ subject, unread, organization, number: given }) => (
        <span className="min-w-0">
          <span className={unread ? 'block font-bold' : 'block font-medium'}>{subject}</span>
          <span className="block text-13 text-muted">
            {organization.name} · {number(Number(given))}
          </span>
        </span>
      ),
    },
    {
      key: 'state',
      header: words.state,
      card: 'state',
      cell: (ticket) => <TicketState of={ticket} />,
    },
    {
      key: 'when',
      header: words.last,
      card: 'when',
      cell: ({ lastMessageAt }) => <Time value={lastMessageAt} />,
    },
  ];
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} />
      <ListTable
        list={list}
        asked={asked}
        empty={
          <EmptyState icon="mail" title={words.empty}>
            {words.emptyHint}
          </EmptyState>
        }
        caption={words.title}
        columns={columns}
        rowKey={({ id }) => id}
        to={({ id, organization }) => paths.organization(organization.slug).ticket(id)}
      />
    </>
  );
}
