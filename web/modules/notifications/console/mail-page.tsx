import type { MailRow } from '../../../../server/modules/notifications/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { toast } from '../../../kernel/toast.ts';
import { trustedHtml } from '../../../kernel/trusted.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { Time } from '../../../ui/time.tsx';
import { useText } from '../text/index.ts';
import { MailState } from './mail-state.tsx';

/** Both are null once a mail with a one-time link was sent. */
type Mail = MailRow & { text: string | null; html: string | null };

export function Page({ mailId }: { mailId: string }) {
  const { mail: words, outbox } = useText();
  const url = `/api/console/outbox/${mailId}`;
  const mail = useData<Mail>(url, 'notifications.');
  const mayRetry = useCan('notifications.outbox.retry');
  const retry = useAct((_: void, key) => api.post(`${url}/retry`, {}, key), {
    refresh: ['/api/console/outbox'],
    done: () => toast({ words: words.retried }),
  });
  return (
    <>
      <PageHeader
        title={mail.subject}
        crumbs={[{ label: outbox.title, to: consolePaths.outbox() }]}
        state={<MailState state={mail.state} />}
        act={
          mayRetry &&
          mail.state === 'failed' && (
            <Button wide icon="send" busy={retry.busy} onClick={() => void retry.run()}>
              {words.retry}
            </Button>
          )
        }
      />
      {(mail.state === 'failed' || mail.state === 'bounced') && (
        <div className="mb-4">
          <Banner tone="danger" title={words.error}>
            {words.errorHint}
            {mail.error && <span className="mt-1 block text-13 break-words">{mail.error}</span>}
          </Banner>
        </div>
      )}
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-4 max-lg:order-2">
          <Content mail={mail} />
        </div>
        <Card>
          <DefinitionList
            facts={[
              { term: words.to, value: mail.recipientName },
              mail.recipientName !== mail.recipient && { term: '', value: mail.recipient },
              { term: words.by, value: outbox.channels[mail.channel] },
              { term: words.writtenAt, value: <Time value={mail.createdAt} style="dateTime" /> },
              mail.sentAt !== null && {
                term: words.sentAt,
                value: <Time value={mail.sentAt} style="dateTime" />,
              },
              { term: words.about, value: <code className="text-13">{mail.kind}</code> },
            ]}
          />
        </Card>
      </div>
    </>
  );
}

function Content({ mail: { html, text } }: { mail: Mail }) {
  const { mail: words } = useText();
  if (html === null && text === null) {
    return (
      <Card>
        <EmptyState small icon="lock" title={words.removed}>
          {words.removedHint}
        </EmptyState>
      </Card>
    );
  }
  return (
    <>
      {html !== null && (
        <Card title={words.asSent} flush>
          {/* No permissions at all: what a mail contains runs nothing and reaches nothing here. */}
          <iframe
            sandbox=""
            srcDoc={trustedHtml(html)}
            title={words.asSent}
            className="block h-[34rem] w-full rounded-b border-t border-line bg-white"
          />
        </Card>
      )}
      {text !== null && (
        <Card title={words.plain}>
          <pre className="font-sans text-body break-words whitespace-pre-wrap">{text}</pre>
        </Card>
      )}
    </>
  );
}
