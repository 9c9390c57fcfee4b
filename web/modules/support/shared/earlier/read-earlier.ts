import { api } from '../../../../kernel/api/client.ts';
import { problemWords } from '../../../../kernel/api/problem-words.ts';
import { toProblem } from '../../../../kernel/api/problem.ts';
import { withQuery } from '../../../../kernel/pages/match.ts';
import { toast } from '../../../../kernel/toast.ts';
import type { Conversation } from '../conversation.ts';

/** Reads the messages before those that are here; what was first on screen stays where it is, though the page grows above it. */
export async function readEarlier<Message>(
  url: string,
  before: string | null,
  take: (page: Conversation<Message>) => void,
): Promise<void> {
  try {
    const page = await api.get<Conversation<Message>>(withQuery(`${url}/messages`, { before }));
    const height = document.documentElement.scrollHeight;
    take(page);
    requestAnimationFrame(() =>
      scrollBy({ top: document.documentElement.scrollHeight - height, behavior: 'instant' }),
    );
  } catch (error) {
    toast({ words: problemWords(toProblem(error)), tone: 'danger' });
  }
}
