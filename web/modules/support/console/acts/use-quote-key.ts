import { useKey } from '../../../../kernel/palette/letters.ts';
import type { AnyMessage } from '../../shared/message-card.tsx';
import { type QuoteField, quoteMessage } from '../../shared/quote/quote-message.ts';
import { selectedIn, selectedMessage } from '../../shared/quote/selected-in.ts';

/** `q` quotes what is selected; with nothing selected the message that has the focus, else the newest one of the client. */
export function useQuoteKey(messages: readonly AnyMessage[], url: string, field: QuoteField | false): void {
  const quote = (event: KeyboardEvent, into: QuoteField) => {
    const focused = (event.target as HTMLElement).closest('li[id]')?.id;
    const wanted = selectedMessage() ?? focused;
    const message =
      messages.find(({ id }) => id === wanted) ??
      messages.findLast(({ author, redacted }) => author.kind === 'client' && !redacted);
    if (!message || message.redacted) return;
    void quoteMessage(message, { url, selected: selectedIn(message.id), field: into });
  };
  useKey('q', field && ((event) => quote(event, field)));
}
