import { lazy, type ReactNode, type RefObject, Suspense, useEffect, useRef, useState } from 'react';
import type { HistoryItem } from '../../../../server/modules/support/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { useText } from '../text/index.ts';
import { type AnyMessage, MessageCard } from './message-card.tsx';
import { threadDays } from './thread-items.ts';

interface Props {
  messages: readonly AnyMessage[];
  history: readonly HistoryItem[];
  side: 'client' | 'staff';
  urlOf: (file: string) => string;
  /** What a change says to this reader; null when it is not their business. */
  wordsOf: (fact: HistoryItem) => string | null;
  earlier: (() => void) | null;
  loadingEarlier: boolean;
  end: RefObject<HTMLDivElement | null>;
  actsOf: (message: AnyMessage) => ReactNode;
}

/** A conversation by day, with what became of the ticket between the messages. */
export function Thread({
  messages,
  history,
  side,
  urlOf,
  wordsOf,
  earlier,
  loadingEarlier,
  end,
  actsOf,
}: Props): ReactNode {
  const { thread: words } = useText();
  const format = useFormat();
  const facts = history.filter((fact) => wordsOf(fact) !== null);
  const days = threadDays(messages, facts, { timeZone: format.timeZone, complete: earlier === null });
  const dayWords = (day: string) => {
    const away = format.daysUntil(day);
    return away === 0 ? words.today : away === -1 ? words.yesterday : format.full(day);
  };
  return (
    <section aria-label={words.label}>
      {earlier && (
        <div className="mb-3 flex justify-center">
          <Button weight="secondary" icon="up" busy={loadingEarlier} onClick={earlier}>
            {words.earlier}
          </Button>
        </div>
      )}
      {days.map(({ day, items }) => (
        <section key={day}>
          <h2 className="my-4 flex items-center gap-3 text-12 font-medium text-muted before:h-px before:grow before:bg-line after:h-px after:grow after:bg-line">
            {dayWords(day)}
          </h2>
          <ol className="flex flex-col gap-3">
            {items.map((item) =>
              item.kind === 'message' ? (
                <MessageCard
                  key={item.message.id}
                  message={item.message}
                  side={side}
                  urlOf={urlOf}
                  acts={actsOf(item.message)}
                />
              ) : (
                <li key={item.fact.id} className="flex justify-center gap-1.5 px-4 text-13 text-muted">
                  <Icon name="history" size={16} className="mt-0.5" />
                  <span>
                    {wordsOf(item.fact)} <span aria-hidden="true">·</span>{' '}
                    <time dateTime={item.at} title={format.full(item.at)}>
                      {format.time(item.at)}
                    </time>
                  </span>
                </li>
              ),
            )}
          </ol>
        </section>
      ))}
      <Arrivals messages={messages} />
      <div ref={end} className="h-px scroll-mb-64" />
    </section>
  );
}

/** Says aloud that somebody else's message came while the page is open. */
function Arrivals({ messages }: { messages: readonly AnyMessage[] }) {
  const { thread: words } = useText();
  const [said, setSaid] = useState('');
  const last = messages.at(-1);
  const known = useRef(last?.id);
  useEffect(() => {
    if (!last || known.current === last.id) return;
    known.current = last.id;
    if (!last.author.me) setSaid(words.arrived(last.author.name));
  }, [last, words]);
  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  );
}

const Below = lazy(() => import('./below/messages-below.tsx').then((file) => ({ default: file.Below })));

/** The way down to messages that came while one reads further up; most visits see none. */
export function MessagesBelow({ unseen, onGo }: { unseen: number; onGo: () => void }) {
  return (
    unseen > 0 && (
      <Suspense fallback={null}>
        <Below unseen={unseen} onGo={onGo} />
      </Suspense>
    )
  );
}
