import { useState } from 'react';
import type { MailRow } from '../../../../server/modules/notifications/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useFiltered } from '../../../kernel/pages/filtered.ts';
import { useSearch } from '../../../kernel/pages/search.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useList } from '../../../kernel/query/use-list.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { BulkActs, type Column } from '../../../ui/data-table.tsx';
import { ListFilters } from '../../../ui/list-filters.tsx';
import { ListTable } from '../../../ui/list-table.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { Time } from '../../../ui/time.tsx';
import { useText } from '../text/index.ts';
import { AttachmentLimit } from './attachment-limit.tsx';
import { MailState } from './mail-state.tsx';

const url = '/api/console/outbox';
const states = ['failed', 'bounced', 'waiting', 'sent'] as const;
const to = consolePaths;

export function Page() {
  const { outbox: words } = useText();
  const state = useSearch().get('state');
  const asked = useFiltered(url, ['state', 'q']);
  const list = useList<MailRow>(asked.url, 'notifications.');
  const mayRetry = useCan('notifications.outbox.retry');
  const maySet = useCan('kernel.settings.manage');
  const [chosen, onChange] = useState<ReadonlySet<string>>(new Set());
  // Only failed mails can be sent again, so only a list of those has boxes.
  const selecting = mayRetry && state === 'failed';
  const columns: Column<MailRow>[] = [
    {
      key: 'subject',
      header: words.subject,
      card: 'title',
      cell: ({ subject, channel }) => (
        <span className="break-words">
          {subject}
          {channel !== 'email' && <span className="text-muted"> · {words.channels[channel]}</span>}
        </span>
      ),
    },
    {
      key: 'recipient',
      header: words.recipient,
      card: 'rest',
      cell: ({ recipient, recipientName }) => (
        <span className="block min-w-0 as-table:min-w-56">
          <span className="block break-words">{recipientName}</span>
          {recipientName !== recipient && (
            <span className="block text-13 break-all text-muted">{recipient}</span>
          )}
        </span>
      ),
    },
    {
      key: 'when',
      header: words.when,
      card: 'when',
      cell: ({ createdAt }) => (
        <span className="whitespace-nowrap">
          <Time value={createdAt} />
        </span>
      ),
    },
    { key: 'state', header: words.state, card: 'state', cell: (mail) => <MailState state={mail.state} /> },
  ];
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} />
      <ListFilters
        search={words.search}
        name="state"
        label={words.filter}
        choices={states.map((value) => ({ value, label: words.states[value] }))}
      />
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
        rowKey={(mail) => mail.id}
        to={(mail) => to.mail(mail.id)}
        selection={selecting ? { chosen, onChange, nameOf: (mail) => mail.subject } : undefined}
        dense
      />
      {selecting && <RetryChosen chosen={chosen} onChange={onChange} />}
      {maySet && <AttachmentLimit />}
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
