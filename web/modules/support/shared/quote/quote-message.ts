import type { WordedMessage } from '../../../../../server/modules/support/correction-contract.ts';
import { api } from '../../../../kernel/api/client.ts';
import { problemWords } from '../../../../kernel/api/problem-words.ts';
import { toProblem } from '../../../../kernel/api/problem.ts';
import { currentFormats } from '../../../../kernel/format/use-format.ts';
import { toast } from '../../../../kernel/toast.ts';
import type { AnyMessage } from '../message-card.tsx';
import { asMarkdown, placeQuote, quoteOf } from './quote.ts';
import { writeInto } from './write-into.ts';

/** Where a quote of a message goes, open and ready to be written in; null where there is nowhere. */
export type QuoteField = (message: AnyMessage) => HTMLTextAreaElement | null;

/** Quotes what is selected of a message, or all of it as it was typed, where the caret is. */
export async function quoteMessage(
  message: AnyMessage,
  { url, selected, field }: { url: string; selected: string; field: QuoteField },
): Promise<void> {
  const into = field(message);
  if (!into) return;
  try {
    const markdown = selected
      ? asMarkdown(selected)
      : (await api.get<WordedMessage>(`${url}/messages/${message.id}`)).text;
    const at = currentFormats().dateTime(message.postedAt);
    const placed = placeQuote(
      into.value,
      into.selectionEnd,
      quoteOf(markdown, { by: message.author.name, at }),
    );
    writeInto(into, placed.text, placed.caret);
  } catch (error) {
    toast({ words: problemWords(toProblem(error)), tone: 'danger' });
  }
}
