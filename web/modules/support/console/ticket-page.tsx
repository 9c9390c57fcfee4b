import { useRef, useState } from 'react';
import type { ClientTicketDetail, TicketForm } from '../../../../server/modules/support/contract.ts';
import { Link } from '../../../kernel/pages/link.tsx';
import { consolePaths } from '../../../kernel/console-paths.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { Slot } from '../../../kernel/slots.tsx';
import { ShowAbout } from '../shared/show-about.tsx';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Priority } from '../shared/priority.tsx';
import { MessagesBelow, Thread } from '../shared/thread.tsx';
import { useMarkRead } from '../shared/use-mark-read.ts';
import { useMessages } from '../shared/use-messages.ts';
import { useThreadEnd } from '../shared/use-thread-end.ts';
import { useText } from '../text/desk.ts';
import { useMarkedKeys } from '../../../kernel/palette/letters.ts';
import { DeskActs } from './acts/desk-acts.tsx';
import { useQuoteKey } from './acts/use-quote-key.ts';
import type { QuoteField } from '../shared/quote/quote-message.ts';
import { Controls } from './controls.tsx';
import { CopiedCard } from './copied-card.tsx';
import { DeskComposer } from './desk-composer.tsx';
import { DeskState } from './desk-state.tsx';
import { Facts } from './facts.tsx';
import { Merge } from './merge.tsx';
import { ClocksCard } from './levels/clocks-card.tsx';
import { NextWaiting } from './next-waiting.tsx';
import { OtherTickets } from './other-tickets.tsx';
import { FamilyCard } from './family/family-card.tsx';
import { usePresence } from './presence/use-presence.ts';
import { WhoElse } from './presence/who-else.tsx';
import { Snooze, Snoozed } from './snooze/snooze.tsx';
import { useDeskHistory } from './desk-history.ts';

const to = consolePaths;

/** One ticket as staff work on it: the conversation with notes, and all that decides what to answer beside it. */
export function Page({ ticketId }: { ticketId: string }) {
  const { desk: words, ticket: ticketWords, number, kinds } = useText();
  const url = `/api/console/tickets/${ticketId}`;
  const ticket = useData<ClientTicketDetail>(url, { facts: 'support.', subject: ticketId });
  const rules = useData<TicketForm>('/api/console/tickets/form');
  const { messages, earlier, loading } = useMessages(url, ticket.conversation);
  const { end, unseen, toEnd, read } = useThreadEnd(messages, ticket.history.length);
  const wordsOf = useDeskHistory(ticket, messages);
  const [shown, setShown] = useState(false);
  const format = useFormat();
  const { tier } = ticket.organization;
  const works = ticket.can.work === true;
  const presence = usePresence(ticketId);
  const quoting = useRef<QuoteField>(() => null);
  const field: QuoteField | false =
    works && ticket.mergedInto === null && ((message) => quoting.current(message));
  useQuoteKey(messages, url, field);
  useMarkedKeys();
  useMarkRead(ticket, url, '/api/console/tickets', works);
  return (
    <>
      <PageHeader
        title={ticket.subject}
        crumbs={[{ label: words.title, to: to.tickets() }]}
        state={
          <>
            <DeskState of={ticket} />
            {ticket.priority !== 'normal' && <Priority value={ticket.priority} />}
            {tier && (
              <StatusChip tone={tier.color} icon="star">
                {format.words(tier.titles)}
              </StatusChip>
            )}
          </>
        }
        lead={
          <>
            {number(ticket.number)} · {kinds[ticket.kind]} ·{' '}
            <Link to={to.client(ticket.organization.id)}>{ticket.organization.name}</Link>
            <ShowAbout shown={shown} onToggle={() => setShown(!shown)} />
          </>
        }
        aside={
          <>
            <NextWaiting now={ticket.id} />
            {works && ticket.settledAt === null && !ticket.snoozed && <Snooze url={url} />}
            {works && ticket.mergedInto === null && (
              <Slot name="desk.acts" with={{ ticketId: ticket.id, seen: read }} />
            )}
            {works && ticket.mergedInto === null && (
              <Merge
                url={url}
                messages={messages}
                stands={ticket.parent === null && ticket.children.length === 0}
              />
            )}
          </>
        }
      />
      {ticket.snoozed && <Snoozed snoozed={ticket.snoozed} url={url} works={works} />}
      <div className="grid items-start gap-x-5 gap-y-4 max-lg:-mb-20 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <aside
          id="about-ticket"
          aria-label={ticketWords.about}
          className={`flex min-w-0 flex-col gap-3 lg:sticky lg:top-17 lg:order-last lg:max-h-[calc(100dvh-5.25rem)] lg:overflow-y-auto ${shown ? '' : 'max-lg:hidden'}`}
        >
          <Controls ticket={ticket} url={url} />
          <ClocksCard clocks={ticket.clocks} />
          <Slot name="desk.aside" with={{ ticketId: ticket.id }} />
          <FamilyCard key={ticket.id} ticket={ticket} url={url} />
          <Facts ticket={ticket} url={url} />
          <CopiedCard ticket={ticket} url={url} />
          <OtherTickets organization={ticket.organization.id} now={ticket.id} />
        </aside>
        <div className="min-w-0">
          <div className="mx-auto max-w-4xl">
            <Thread
              messages={messages}
              history={ticket.history}
              side="staff"
              urlOf={(file) => `${url}/files/${file}`}
              wordsOf={wordsOf}
              earlier={earlier}
              loadingEarlier={loading}
              end={end}
              actsOf={(message) => <DeskActs message={message} url={url} field={field} />}
            />
            <div className="sticky bottom-0 z-10 mt-3 bg-page pt-1 pb-2 lg:pb-4">
              <MessagesBelow unseen={unseen} onGo={() => toEnd()} />
              <WhoElse people={presence.people} />
              <div onInput={presence.typed}>
                <DeskComposer
                  ticket={ticket}
                  url={url}
                  rules={rules}
                  seen={read}
                  onNewer={() => toEnd()}
                  quoting={quoting}
                />
              </div>
            </div>
          </div>
        </div>
      </div>
    </>
  );
}
