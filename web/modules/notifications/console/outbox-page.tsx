import { useState } from 'react';
import type { MailRow } from '../../../../server/modules/notifications/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { withQuery } from '../../../kernel/pages/match.ts';
import { useSearch } from '../../../kernel/pages/search.ts';
import { paths } from '../../../kernel/paths.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useList } from '../../../kernel/query/use-data.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { BulkActs, type Column, DataTable } from '../../../ui/data-table.tsx';
import { FilterChips } from '../../../ui/filter-chips.tsx';
import { ListBody } from '../../../ui/list-body.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { SearchBox } from '../../../ui/search-box.tsx';
import { EmptyState, NoResult } from '../../../ui/states.tsx';
import { Time } from '../../../ui/time.tsx';
import { useText } from '../text/index.ts';
import { MailState } from './mail-state.tsx';

const url = '/api/console/outbox';
const states = ['failed', 'waiting', 'sent'] as const;
const { console: to } = paths;

export function Page() {
  const { outbox: words } = useText();
  const search = useSearch();
  const state = search.get('state');
  const q = search.get('q');
  const list = useList<MailRow>(withQuery(url, { state, q }), 'notifications.');
  const mayRetry = useCan('notifications.outbox.retry');
  const [chosen, onChange] = useState<ReadonlySet<string>>(new Set());
  // Only failed mails can be sent again, so only a list of those has boxes.
  const selecting = mayRetry && state === 'failed';
  const columns: Column<MailRow>[] = [
    {
      key: 'subject',
      header: words.subject,
      card: 'title',
      cell: ({ subject }) => <span className="break-words">{subject}</span>,
    },
    {
      key: 'recipient',
      header: words.recipient,
      card: 'rest',
      cell: ({ recipient, recipientName }) => (
        <span className="block min-w-0 sm:min-w-56">
          <span className="block break-words">{recipientName}</span>
          {recipientName !== recipient && (
            <span className="block text-13 break-all text-muted">{recipient}</span>
          )}
        </span>
      ),
    },
    { key: 'when', header: words.when, card: 'when', cell: ({ createdAt }) => <Time value={createdAt} /> },
    { key: 'state', header: words.state, card: 'state', cell: (mail) => <MailState state={mail.state} /> },
  ];
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} />
      <div className="mb-3 flex flex-col gap-2 sm:flex-row sm:items-center">
        <div className="sm:w-72">
          <SearchBox label={words.search} />
        </div>
        <div className="min-w-0 grow">
          <FilterChips
            name="state"
            label={words.filter}
            choices={states.map((value) => ({ value, label: words.states[value] }))}
          />
        </div>
      </div>
      <Card flush>
        <ListBody
          list={list}
          empty={
            state || q ? (
              <NoResult query={q} onClear={() => search.set({ state: null, q: null })} />
            ) : (
              <EmptyState icon="mail" title={words.empty}>
                {words.emptyHint}
              </EmptyState>
            )
          }
        >
          <DataTable
            caption={words.title}
            rows={list.items}
            columns={columns}
            rowKey={(mail) => mail.id}
            to={(mail) => to.mail(mail.id)}
            selection={selecting ? { chosen, onChange, nameOf: (mail) => mail.subject } : undefined}
            busy={list.busy}
            dense
          />
        </ListBody>
      </Card>
      {selecting && <RetryChosen chosen={chosen} onChange={onChange} />}
    </>
  );
}

function RetryChosen({
  chosen,
  onChange,
}: {
  chosen: ReadonlySet<string>;
  onChange: (chosen: ReadonlySet<string>) => void;
}) {
  const { outbox: words } = useText();
  const retry = useAct(
    (ids: string[], key) => Promise.all(ids.map((id) => api.post(`${url}/${id}/retry`, {}, `${key}-${id}`))),
    {
      refresh: [url],
      done: (_, ids) => {
        onChange(new Set());
        toast({ words: words.retriedMany(ids.length) });
      },
    },
  );
  return (
    <BulkActs chosen={chosen} onChange={onChange}>
      <Button weight="secondary" icon="send" busy={retry.busy} onClick={() => void retry.run([...chosen])}>
        {words.retryChosen(chosen.size)}
      </Button>
    </BulkActs>
  );
}
