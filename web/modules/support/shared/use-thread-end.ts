import { useEffect, useRef, useState } from 'react';
import type { AnyMessage } from './message-card.tsx';

/**
 * Keeps a conversation where its reader is: it opens at its end and follows new messages while the reader is there; to one who reads
 * further up they are counted. `changes`: how many other things it tells. `read` is the newest public message that has been on screen.
 */
export function useThreadEnd(messages: readonly AnyMessage[], changes: number) {
  const end = useRef<HTMLDivElement>(null);
  const [atEnd, setAtEnd] = useState(true);
  const [left, setLeft] = useState<string | null>(null);
  const last = messages.at(-1);
  const lastPublic = messages.findLast(({ internal }) => !internal)?.id;
  const [read, setRead] = useState(lastPublic);
  const lastKnown = useRef<string | undefined>(undefined);

  function toEnd(behavior: ScrollBehavior = 'smooth') {
    end.current?.scrollIntoView({ block: 'end', behavior });
  }

  useEffect(() => {
    const watcher = new IntersectionObserver(([entry]) => setAtEnd(entry!.isIntersecting), {
      rootMargin: '0px 0px 48px',
    });
    watcher.observe(end.current!);
    return () => watcher.disconnect();
  }, []);

  useEffect(() => {
    const before = lastKnown.current;
    lastKnown.current = last?.id;
    const isNew = before !== last?.id;
    if (before === undefined) toEnd('instant');
    else if (atEnd || (isNew && last?.author.me)) toEnd();
    else if (isNew) setLeft((already) => already ?? before);
    // Only a new message moves the page, not the reader's own scrolling.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [last?.id, changes]);

  useEffect(() => {
    if (!atEnd) return;
    setLeft(null);
    setRead(lastPublic);
  }, [atEnd, lastPublic]);

  const unseen = left === null ? 0 : messages.length - 1 - messages.findIndex(({ id }) => id === left);
  return { end, atEnd, unseen, toEnd, read };
}
