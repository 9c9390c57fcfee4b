import { useState } from 'react';
import type { Mailbox } from '../../../../server/modules/mailroom/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { toProblem } from '../../../kernel/api/problem.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { useKernelText } from '../../../kernel/text/index.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { MoreMenu } from '../../../ui/more-menu.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { Time } from '../../../ui/time.tsx';
import { useText } from '../text/index.ts';
import { BlockedSenders } from './blocked-senders.tsx';
import { MailboxForm } from './mailbox-form.tsx';

const url = '/api/console/mailboxes';

/** Where mail comes in, whether it can be read, and who is kept out. */
export function Page() {
  const { mailboxes: words, mails } = useText();
  const { items } = useData<{ items: Mailbox[] }>(url, 'mailroom.mailbox');
  const mayManage = useCan('mailroom.mailbox.manage');
  const [editing, setEditing] = useState<Mailbox | 'new' | null>(null);
  const close = () => setEditing(null);
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        crumbs={[{ label: mails.title, to: consolePaths.receivedMails() }]}
        act={
          mayManage && (
            <Button icon="plus" wide onClick={() => setEditing('new')}>
              {words.add}
            </Button>
          )
        }
      />
      <Card flush>
        {items.length === 0 ? (
          <EmptyState icon="mail" title={words.empty}>
            {words.emptyHint}
          </EmptyState>
        ) : (
          <DataTable
            caption={words.title}
            rows={items}
            columns={useColumns(mayManage, setEditing)}
            rowKey={({ id }) => id}
            dense
          />
        )}
      </Card>
      <BlockedSenders />
      <Dialog
        open={editing !== null}
        onClose={close}
        title={editing === 'new' || editing === null ? words.add : words.edit(editing.name)}
      >
        {editing && <MailboxForm mailbox={editing === 'new' ? null : editing} done={close} />}
      </Dialog>
    </>
  );
}

function useColumns(mayManage: boolean, edit: (mailbox: Mailbox) => void): Column<Mailbox>[] {
  const { mailboxes: words } = useText();
  return [
    {
      key: 'name',
      header: words.name,
      card: 'title',
      cell: ({ name, address }) => (
        <span className="block as-table:min-w-56">
          <span className="block font-medium">{name}</span>
          <span className="block text-13 font-normal break-all text-muted">{address}</span>
        </span>
      ),
    },
    {
      key: 'kind',
      header: words.kind,
      card: 'rest',
      cell: ({ kind, server, webhook, takesReplies }) => (
        <>
          <span className="block">
            {server ? `${words.kinds[kind]} · ${server.host}` : words.kinds[kind]}
          </span>
          {webhook && <code className="block text-13 break-all text-muted">{webhook}</code>}
          {takesReplies && <span className="block text-13 text-muted">{words.replies}</span>}
        </>
      ),
    },
    {
      key: 'checked',
      header: words.checked,
      card: 'when',
      cell: (mailbox) => <Checked mailbox={mailbox} />,
    },
    { key: 'state', header: words.state, card: 'state', cell: (mailbox) => <State mailbox={mailbox} /> },
    ...(mayManage
      ? [
          {
            key: 'acts',
            header: words.acts,
            card: 'figure',
            align: 'end',
            cell: (mailbox) => <Acts mailbox={mailbox} edit={() => edit(mailbox)} />,
          } satisfies Column<Mailbox>,
        ]
      : []),
  ];
}

function Checked({ mailbox: { kind, active, checkedAt, liveSince, watchError } }: { mailbox: Mailbox }) {
  const { mailboxes: words } = useText();
  const trouble = watchError && (words.watchTroubles[watchError.split(':', 1)[0]!] ?? watchError);
  return (
    <span className="block as-table:min-w-44">
      <span className="block">{checkedAt ? <Time value={checkedAt} /> : words.never}</span>
      {kind === 'imap' && active && (
        <span className="block text-13 text-muted">
          {liveSince ? (
            <>
              {words.live} <Time value={liveSince} />
            </>
          ) : (
            <>
              {words.polled} {trouble}
            </>
          )}
        </span>
      )}
    </span>
  );
}

function State({ mailbox: { active, error, failingSince, checkedAt } }: { mailbox: Mailbox }) {
  const { mailboxes: words } = useText();
  if (!active) return <StatusChip tone="neutral">{words.off}</StatusChip>;
  if (error !== null) {
    const trouble = words.troubles[error.split(':', 1)[0]!];
    return (
      <span className="flex flex-col items-start gap-0.5">
        <StatusChip tone="danger">{words.failing}</StatusChip>
        <span className="text-13 text-muted">
          {trouble ?? error} {failingSince && <Time value={failingSince} />}
        </span>
      </span>
    );
  }
  return checkedAt ? (
    <StatusChip tone="good">{words.works}</StatusChip>
  ) : (
    <StatusChip tone="info">{words.waitsFor}</StatusChip>
  );
}

function Acts({ mailbox, edit }: { mailbox: Mailbox; edit: () => void }) {
  const { mailboxes: words } = useText();
  const text = useKernelText();
  const check = useAct(
    (_: void, key) =>
      api.post<{ mails: number }>(`${url}/${mailbox.id}/check`, undefined, key).then(
        ({ mails }) => words.fine(mails),
        (error: unknown) => {
          const trouble = words.troubles[String(toProblem(error).body.facts?.trouble)];
          if (!trouble) throw error;
          return trouble;
        },
      ),
    { done: (said) => toast({ words: said }) },
  );
  return (
    <MoreMenu
      label={`${text.moreActions}: ${mailbox.name}`}
      groups={[
        [
          { label: words.edit(mailbox.name), icon: 'edit', run: edit },
          ...(mailbox.kind === 'imap'
            ? [{ label: words.check, icon: 'refresh' as const, run: () => void check.run() }]
            : []),
        ],
      ]}
    />
  );
}
