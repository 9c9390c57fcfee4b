import { useEffect, useRef, useState } from 'react';
import type { Conversation } from './conversation.ts';
import type { AnyMessage } from './message-card.tsx';
import { mergeMessages } from './thread-items.ts';

/** All messages of a ticket that were loaded so far: the newest from the ticket itself, earlier ones on request. */
export function useMessages<Message extends AnyMessage>(url: string, newest: Conversation<Message>) {
  const [known, setKnown] = useState<readonly Message[]>(newest.items);
  const [earlier, setEarlier] = useState(newest.earlier);
  const [loading, setLoading] = useState(false);
  useEffect(() => setKnown((before) => mergeMessages(before, newest.items)), [newest.items]);

  // What stands before the newest is kept current by itself, as the ticket brings those alone.
  const now = useRef({ known, newest });
  useEffect(() => {
    now.current = { known, newest };
  });
  const more = known.length > newest.items.length;
  useEffect(() => {
    if (!more) return;
    const file = import('./earlier/keep-current.ts');
    const stop = file.then(({ keepCurrent }) =>
      keepCurrent<Message>(
        url,
        () => now.current,
        (came) => setKnown((before) => mergeMessages(before, came)),
      ),
    );
    return () => void stop.then((end) => end());
  }, [url, more]);

  async function load() {
    setLoading(true);
    const { readEarlier } = await import('./earlier/read-earlier.ts');
    await readEarlier<Message>(url, earlier, (page) => {
      setKnown((before) => mergeMessages(before, page.items));
      setEarlier(page.earlier);
    });
    setLoading(false);
  }
  return { messages: known, earlier: earlier === null ? null : () => void load(), loading };
}
