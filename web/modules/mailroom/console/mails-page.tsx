import { useState } from 'react';
import type { ReceivedMail } from '../../../../server/modules/mailroom/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useFiltered } from '../../../kernel/pages/filtered.ts';
import { useSearch } from '../../../kernel/pages/search.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useList } from '../../../kernel/query/use-list.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { BulkActs, type Column } from '../../../ui/data-table.tsx';
import { Select } from '../../../ui/inputs.tsx';
import { ListFilters } from '../../../ui/list-filters.tsx';
import { ListTable } from '../../../ui/list-table.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { Time } from '../../../ui/time.tsx';
import { useText } from '../text/index.ts';
import { MailState } from './mail-state.tsx';

const url = '/api/console/received-mails';
const states = ['ticket', 'nothing', 'discarded'] as const;
const why = {
  quarantined: [
    'unknown_sender',
    'unproven',
    'not_in_ticket',
    'several_organizations',
    'forged',
    'too_many',
    'unreadable',
  ],
  nothing: ['auto_reply', 'bulk', 'report', 'loop', 'blocked', 'empty'],
} as const;
const to = consolePaths;

/** What came in by mail: first what waits for somebody to decide. */
export function Page() {
  const { mails: words } = useText();
  const search = useSearch();
  const state = search.get('state') ?? 'quarantined';
  const asked = useFiltered(url, ['state', 'reason', 'q']);
  const list = useList<ReceivedMail>(asked.url, 'mailroom.');
  const maySort = useCan('mailroom.mail.sort');
  const [chosen, onChange] = useState<ReadonlySet<string>>(new Set());
  const selecting = maySort && state === 'quarantined';
  const reasons = why[state as keyof typeof why] ?? [];
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        act={
          <LinkButton weight="secondary" icon="mail" to={to.mailboxes()} wide>
            {words.mailboxes}
          </LinkButton>
        }
      />
      <ListFilters
        search={words.search}
        name="state"
        label={words.filter}
        first={words.states.quarantined}
        choices={states.map((value) => ({ value, label: words.states[value] }))}
      >
        {reasons.length > 0 && (
          <div className="sm:w-52">
            <Select
              bare
              label={words.reason}
              name="reason"
              value={search.get('reason') ?? ''}
              onValue={(reason) => search.set({ reason: reason || null })}
              choices={[
                { value: '', label: words.anyReason },
                ...reasons.map((value) => ({ value, label: words.reasons[value]! })),
              ]}
            />
          </div>
        )}
      </ListFilters>
      <ListTable
        list={list}
        asked={asked}
        empty={
          <EmptyState icon="mail" title={words.empty}>
            {words.emptyHint}
          </EmptyState>
        }
        caption={words.title}
        columns={useColumns()}
        rowKey={(mail) => mail.id}
        to={(mail) => to.receivedMail(mail.id)}
        selection={
          selecting
            ? { chosen, onChange, nameOf: (mail: ReceivedMail) => mail.subject || words.noSubject }
            : undefined
        }
        dense
      />
      {selecting && <DiscardChosen chosen={chosen} onChange={onChange} />}
    </>
  );
}

function useColumns(): Column<ReceivedMail>[] {
  const { mails: words } = useText();
  return [
    {
      key: 'subject',
      header: words.subject,
      card: 'title',
      cell: ({ subject, ticket }) => (
        <>
          <span className="block break-words">{subject || words.noSubject}</span>
          {ticket && (
            <span className="block text-13 font-normal text-muted">{words.ticket(ticket.number)}</span>
          )}
        </>
      ),
    },
    {
      key: 'sender',
      header: words.sender,
      card: 'rest',
      cell: ({ sender, senderName }) => (
        <span className="block min-w-0 as-table:min-w-56">
          <span className="block break-words">{senderName || sender || words.nobody}</span>
          {senderName && <span className="block text-13 break-all text-muted">{sender}</span>}
        </span>
      ),
    },
    {
      key: 'when',
      header: words.when,
      card: 'when',
      cell: ({ cameAt }) => (
        <span className="whitespace-nowrap">
          <Time value={cameAt} />
        </span>
      ),
    },
    { key: 'state', header: words.reason, card: 'rest', cell: (mail) => <MailState mail={mail} /> },
  ];
}

function DiscardChosen({
  chosen,
  onChange,
}: {
  chosen: ReadonlySet<string>;
  onChange: (chosen: ReadonlySet<string>) => void;
}) {
  const { mails: words } = useText();
  const discard = useAct(
    (blockSenders: boolean, key) =>
      api.post<{ discarded: number }>(`${url}/discard`, { mails: [...chosen], blockSenders }, key),
    {
      refresh: [url, '/api/console/blocked-senders'],
      done: ({ discarded }) => {
        onChange(new Set());
        toast({ words: words.discarded(discarded) });
      },
    },
  );
  return (
    <BulkActs chosen={chosen} onChange={onChange}>
      <Button weight="secondary" icon="close" busy={discard.busy} onClick={() => void discard.run(false)}>
        {words.discard(chosen.size)}
      </Button>
      <Button weight="secondary" icon="lock" busy={discard.busy} onClick={() => void discard.run(true)}>
        {words.block}
      </Button>
    </BulkActs>
  );
}
