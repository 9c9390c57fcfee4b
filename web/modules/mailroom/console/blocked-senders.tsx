import type { BlockedSender } from '../../../../server/modules/mailroom/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useList } from '../../../kernel/query/use-list.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { toast } from '../../../kernel/toast.ts';
import { IconButton } from '../../../ui/button.tsx';
import type { Column } from '../../../ui/data-table.tsx';
import { ListTable } from '../../../ui/list-table.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { Time } from '../../../ui/time.tsx';
import { useText } from '../text/index.ts';

const url = '/api/console/blocked-senders';
const unfiltered = { url, filtered: false, query: null, clear: () => {} };

/** Whose mails come to nothing. */
export function BlockedSenders() {
  const { blocked: words } = useText();
  const list = useList<BlockedSender>(url, 'mailroom.sender');
  const maySort = useCan('mailroom.mail.sort');
  const unblock = useAct(({ id }: BlockedSender) => api.delete(`${url}/${id}`), {
    refresh: [url],
    done: (_, { sender }) => toast({ words: words.unblocked(sender) }),
  });
  const columns: Column<BlockedSender>[] = [
    {
      key: 'sender',
      header: words.sender,
      card: 'title',
      cell: ({ sender }) => <span className="break-all">{sender}</span>,
    },
    { key: 'since', header: words.since, card: 'when', cell: ({ since }) => <Time value={since} /> },
    { key: 'by', header: words.by, card: 'rest', cell: ({ by }) => by },
    ...(maySort
      ? [
          {
            key: 'acts',
            header: words.unblock,
            card: 'figure',
            align: 'end',
            cell: (blocked) => (
              <IconButton
                icon="refresh"
                label={`${words.unblock}: ${blocked.sender}`}
                onClick={() => void unblock.run(blocked)}
              />
            ),
          } satisfies Column<BlockedSender>,
        ]
      : []),
  ];
  return (
    <section className="mt-8" aria-labelledby="blocked-senders">
      <h2 id="blocked-senders" className="text-16 font-bold">
        {words.title}
      </h2>
      <p className="mb-3 text-muted">{words.lead}</p>
      <ListTable
        list={list}
        asked={unfiltered}
        empty={
          <EmptyState small icon="shield" title={words.empty}>
            {words.emptyHint}
          </EmptyState>
        }
        caption={words.title}
        columns={columns}
        rowKey={({ id }) => id}
        dense
      />
    </section>
  );
}
