import { QueryObserver } from '@tanstack/react-query';
import { api } from '../../../../kernel/api/client.ts';
import { withQuery } from '../../../../kernel/pages/match.ts';
import { queryClient } from '../../../../kernel/query/client.ts';
import type { Conversation } from '../conversation.ts';

const changes = ['message-corrected', 'message-redacted', 'note-corrected', 'note-redacted'];

/**
 * Reads the messages before the newest again when one of them is corrected or redacted: those down to the first that is on screen. `now`:
 * what is there. Returns what ends it.
 */
export function keepCurrent<Message extends { id: string }>(
  url: string,
  now: () => { known: readonly Message[]; newest: Conversation<Message> },
  take: (came: Message[]) => void,
): () => void {
  const subject = url.slice(url.lastIndexOf('/') + 1);
  const observer = new QueryObserver<Message[]>(queryClient, {
    // Not under the ticket's address: an answer changes none of them.
    queryKey: ['earlier messages', url],
    async queryFn() {
      const { known, newest } = now();
      const first = known[0]?.id;
      const came: Message[] = [];
      let before = newest.earlier;
      while (before !== null && !came.some(({ id }) => id === first)) {
        const page: Conversation<Message> = await api.get(withQuery(`${url}/messages`, { before }));
        came.unshift(...page.items);
        before = page.earlier;
      }
      return came;
    },
    initialData: [],
    staleTime: Number.POSITIVE_INFINITY,
    meta: { live: changes.map((name) => ({ facts: `support.${name}`, subject })) },
  });
  return observer.subscribe(({ data = [] }) => take(data));
}
