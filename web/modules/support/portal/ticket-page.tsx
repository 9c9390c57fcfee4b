import { lazy, Suspense, useRef, useState } from 'react';
import type { TicketDetail, TicketForm } from '../../../../server/modules/support/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useCan } from '../../../kernel/session/can.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { Slot } from '../../../kernel/slots.tsx';
import { ShowAbout } from '../shared/show-about.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { useLater } from '../shared/use-later.ts';
import { MessagesBelow, Thread } from '../shared/thread.tsx';
import { TicketState } from '../shared/ticket-state.tsx';
import { useMarkRead } from '../shared/use-mark-read.ts';
import { useMessages } from '../shared/use-messages.ts';
import { useThreadEnd } from '../shared/use-thread-end.ts';
import { useText } from '../text/index.ts';
import { About } from './about.tsx';
import { useClientHistory } from './client-history.ts';
import { Reply } from './reply.tsx';
import { Standing } from './standing.tsx';

// Not what one comes for: it takes its words along.
const Followers = lazy(() => import('./followers.tsx').then((file) => ({ default: file.Followers })));

/** One ticket as its client sees it. */
export function Page({ ticketId }: { ticketId: string }) {
  const { ticket: words, number, kinds } = useText();
  const { api: base, to } = useOrganization();
  const format = useFormat();
  const url = `${base}/tickets/${ticketId}`;
  const ticket = useData<TicketDetail>(url, { facts: 'support.', subject: ticketId });
  const rules = useData<TicketForm>(`${base}/tickets/form`);
  const { messages, earlier, loading } = useMessages(url, ticket.conversation);
  const { end, unseen, toEnd } = useThreadEnd(messages, ticket.history.length);
  const wordsOf = useClientHistory(ticket);
  const [shown, setShown] = useState(false);
  const mayWrite = useCan('support.ticket.use');
  const field = useRef<HTMLTextAreaElement>(null);
  const later = useLater(() => import('./later/acts.tsx'));
  useMarkRead(ticket, url, `${base}/tickets`);
  return (
    <>
      <PageHeader
        title={ticket.subject}
        crumbs={[{ label: words.all, to: to.tickets() }]}
        state={<TicketState of={ticket} />}
        lead={
          <>
            {number(ticket.number)} · {kinds[ticket.kind]} · {words.opened(format.relative(ticket.openedAt))}
            <ShowAbout shown={shown} onToggle={() => setShown(!shown)} />
          </>
        }
        aside={later && mayWrite && <later.Close ticket={ticket} url={url} />}
      />
      <div className="grid items-start gap-x-6 gap-y-4 max-lg:-mb-24 lg:grid-cols-[minmax(0,1fr)_18rem]">
        <aside
          id="about-ticket"
          aria-label={words.about}
          className={`flex min-w-0 flex-col gap-4 lg:sticky lg:top-6 lg:order-last lg:max-h-[calc(100dvh-3rem)] lg:overflow-y-auto ${shown ? '' : 'max-lg:hidden'}`}
        >
          <About ticket={ticket} />
          {later && (
            <Suspense fallback={null}>
              <Followers ticket={ticket} url={url} most={rules.mostCopied} />
            </Suspense>
          )}
        </aside>
        <div className="min-w-0">
          <Thread
            messages={messages}
            history={ticket.history}
            side="client"
            urlOf={(file) => `${url}/files/${file}`}
            wordsOf={wordsOf}
            earlier={earlier}
            loadingEarlier={loading}
            end={end}
            actsOf={(message) =>
              later && <later.ActsOf message={message} url={url} field={mayWrite && (() => field.current)} />
            }
          />
          <Standing ticket={ticket} />
          <div className="sticky bottom-[calc(3.75rem+env(safe-area-inset-bottom))] z-10 mt-3 bg-page pt-1 pb-2 lg:bottom-0 lg:pb-4">
            <MessagesBelow unseen={unseen} onGo={() => toEnd()} />
            {mayWrite && <Reply ticket={ticket} url={url} rules={rules} field={field} />}
          </div>
          <Slot name="ticket.without-script" with={{ ticket }} />
        </div>
      </div>
    </>
  );
}
