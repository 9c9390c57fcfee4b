import { useEffect, useState } from 'react';
import type { Conversation } from './conversation.ts';
import type { AnyMessage } from './message-card.tsx';
import { mergeMessages } from './thread-items.ts';

/** All messages of a ticket that were loaded so far: the newest from the ticket itself, earlier ones on request. */
export function useMessages<Message extends AnyMessage>(url: string, newest: Conversation<Message>) {
  const [known, setKnown] = useState<readonly Message[]>(newest.items);
  const [earlier, setEarlier] = useState(newest.earlier);
  const [loading, setLoading] = useState(false);
  useEffect(() => setKnown((before) => mergeMessages(before, newest.items)), [newest.items]);

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
