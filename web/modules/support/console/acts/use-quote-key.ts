import { useLayoutEffect } from 'react';
import { isTyping } from '../../../../kernel/palette/hotkeys.ts';
import type { AnyMessage } from '../../shared/message-card.tsx';
import { type QuoteField, quoteMessage } from '../../shared/quote/quote-message.ts';
import { selectedIn, selectedMessage } from '../../shared/quote/selected-in.ts';

/** `q` quotes what is selected; with nothing selected the message that has the focus, else the newest one of the client. */
export function useQuoteKey(messages: readonly AnyMessage[], url: string, field: QuoteField | false): void {
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'q' || isTyping(event.target) || event.metaKey || event.ctrlKey || event.altKey)
        return;
      if (!field || document.querySelector('dialog:modal')) return;
      const focused = (event.target as HTMLElement).closest('li[id]')?.id;
      const wanted = selectedMessage() ?? focused;
      const message =
        messages.find(({ id }) => id === wanted) ??
        messages.findLast(({ author, redacted }) => author.kind === 'client' && !redacted);
      if (!message || message.redacted) return;
      event.preventDefault();
      void quoteMessage(message, { url, selected: selectedIn(message.id), field });
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [messages, url, field]);
}
