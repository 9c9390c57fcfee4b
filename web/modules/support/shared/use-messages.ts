import { useEffect, useState } from 'react';
import { problemWords } from '../../../kernel/api/problem-words.ts';
import { toProblem } from '../../../kernel/api/problem.ts';
import { api } from '../../../kernel/api/client.ts';
import { withQuery } from '../../../kernel/pages/match.ts';
import { toast } from '../../../kernel/toast.ts';
import type { AnyMessage } from './message-card.tsx';
import { mergeMessages } from './thread-items.ts';

interface Conversation<Message> {
  items: Message[];
  earlier: string | null;
}

/** All messages of a ticket that were loaded so far: the newest from the ticket itself, earlier ones on request. */
export function useMessages<Message extends AnyMessage>(url: string, newest: Conversation<Message>) {
  const [known, setKnown] = useState<readonly Message[]>(newest.items);
  const [earlier, setEarlier] = useState(newest.earlier);
  const [loading, setLoading] = useState(false);
  useEffect(() => setKnown((before) => mergeMessages(before, newest.items)), [newest.items]);

  async function load() {
    setLoading(true);
    try {
      const page = await api.get<Conversation<Message>>(withQuery(`${url}/messages`, { before: earlier }));
      // What was first on screen stays where it is, though the page grows above it.
      const height = document.documentElement.scrollHeight;
      setKnown((before) => mergeMessages(before, page.items));
      setEarlier(page.earlier);
      requestAnimationFrame(() =>
        scrollBy({ top: document.documentElement.scrollHeight - height, behavior: 'instant' }),
      );
    } catch (error) {
      toast({ words: problemWords(toProblem(error)), tone: 'danger' });
    } finally {
      setLoading(false);
    }
  }
  return { messages: known, earlier: earlier === null ? null : () => void load(), loading };
}
