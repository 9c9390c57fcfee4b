import { useState } from 'react';
import type { ReceivedMailDetail } from '../../../../server/modules/mailroom/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { useKernelText } from '../../../kernel/text/index.ts';
import { toast } from '../../../kernel/toast.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { MoreMenu } from '../../../ui/more-menu.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { Time } from '../../../ui/time.tsx';
import { useText } from '../text/index.ts';
import { AcceptForm } from './accept-form.tsx';
import { MailState } from './mail-state.tsx';

const all = '/api/console/received-mails';
const to = consolePaths;

/** One mail, as text, and where it may go. */
export function Page({ mailId }: { mailId: string }) {
  const { mail: words, mails } = useText();
  const mail = useData<ReceivedMailDetail>(`${all}/${mailId}`, { facts: 'mailroom.', subject: mailId });
  const maySort = useCan('mailroom.mail.sort');
  const [open, setOpen] = useState(false);
  const { reason } = mail;
  const waits = maySort && mail.state === 'quarantined';
  return (
    <>
      <PageHeader
        title={mail.subject || mails.noSubject}
        crumbs={[{ label: mails.title, to: to.receivedMails() }]}
        state={<MailState mail={mail} />}
        aside={waits && <Acts mail={mail} />}
        act={
          mail.state === 'ticket' && mail.ticket ? (
            <LinkButton wide icon="support" to={to.ticket(mail.ticket.id)}>
              {mails.ticket(mail.ticket.number)}
            </LinkButton>
          ) : (
            waits &&
            mail.text !== null && (
              <Button wide icon="check" onClick={() => setOpen(true)}>
                {words.take}
              </Button>
            )
          )
        }
      />
      {mail.state === 'quarantined' && reason && (
        <div className="mb-4">
          <Banner tone={reason === 'forged' ? 'danger' : 'attention'} title={mails.reasons[reason] ?? ''}>
            {words.about[reason]}
            {mail.asked && <span className="mt-1 block">{words.asked}</span>}
          </Banner>
        </div>
      )}
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-4 max-lg:order-2">
          <Content mail={mail} />
        </div>
        <Facts mail={mail} />
      </div>
      <Dialog open={open} onClose={() => setOpen(false)} title={words.where}>
        {open && <AcceptForm mail={mail} done={() => setOpen(false)} />}
      </Dialog>
    </>
  );
}

function Acts({ mail }: { mail: ReceivedMailDetail }) {
  const { mail: words } = useText();
  const text = useKernelText();
  const discard = useAct(
    (blockSenders: boolean, key) => api.post(`${all}/discard`, { mails: [mail.id], blockSenders }, key),
    { refresh: [all, '/api/console/blocked-senders'], done: () => toast({ words: words.discarded }) },
  );
  return (
    <MoreMenu
      label={text.moreActions}
      groups={[
        [
          { label: words.discard, icon: 'close', run: () => void discard.run(false) },
          { label: words.discardBlock, icon: 'lock', run: () => void discard.run(true) },
        ],
      ]}
    />
  );
}

function Content({ mail: { text, files } }: { mail: ReceivedMailDetail }) {
  const { mail: words } = useText();
  const format = useFormat();
  if (text === null) {
    return (
      <Card>
        <EmptyState small icon="lock" title={words.gone}>
          {words.goneHint}
        </EmptyState>
      </Card>
    );
  }
  return (
    <>
      <Card title={words.words}>
        {text === '' ? (
          <p className="text-muted">{words.noWords}</p>
        ) : (
          <pre className="font-sans text-body break-words whitespace-pre-wrap">{text}</pre>
        )}
      </Card>
      {files.length > 0 && (
        <Card title={words.files}>
          <ul className="flex flex-col gap-1">
            {files.map(({ name, size }, index) => (
              <li key={index} className="flex flex-wrap justify-between gap-x-3">
                <span className="min-w-0 break-all">{name}</span>
                <span className="text-muted">{format.bytes(size)}</span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

function Facts({ mail }: { mail: ReceivedMailDetail }) {
  const { mail: words, mails } = useText();
  return (
    <Card>
      <DefinitionList
        facts={[
          { term: words.from, value: mail.senderName || mail.sender || mails.nobody },
          mail.senderName !== '' && { term: '', value: <span className="break-all">{mail.sender}</span> },
          { term: words.proof, value: mail.blocked ? words.blocked : words.proofs[mail.authentication] },
          mail.to.length > 0 && {
            term: words.to,
            value: <span className="break-all">{mail.to.join(', ')}</span>,
          },
          { term: words.by, value: mail.mailbox },
          { term: words.when, value: <Time value={mail.cameAt} style="dateTime" /> },
          mail.ticket !== null && {
            term: words.ticket,
            value: `#${mail.ticket.number} ${mail.ticket.subject}`,
          },
        ]}
      />
    </Card>
  );
}
