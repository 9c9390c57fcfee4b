import { useState } from 'react';
import { useCan } from '../../../../kernel/session/can.ts';
import { Dialog } from '../../../../ui/dialog.tsx';
import { MessageActs } from '../../shared/acts/message-acts.tsx';
import type { AnyMessage } from '../../shared/message-card.tsx';
import type { QuoteField } from '../../shared/quote/quote-message.ts';
import { useTalkText } from '../../text/desk-talk.ts';
import { MentionList } from '../mentions/mention-list.tsx';
import { RedactForm } from './redact-form.tsx';

/** What staff do with a message. */
export function DeskActs({
  message,
  url,
  field,
}: {
  message: AnyMessage;
  url: string;
  field: QuoteField | false;
}) {
  const words = useTalkText();
  const mayRedact = useCan('support.messages.redact');
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <MessageActs
        message={message}
        url={url}
        field={field}
        more={
          mayRedact
            ? [{ label: words.redact, icon: 'trash', destructive: true, run: () => setOpen(true) }]
            : []
        }
        beside={message.internal ? MentionList : undefined}
      />
      <Dialog open={open} onClose={close} title={words.redactTitle}>
        <RedactForm message={message} url={url} onDone={close} />
      </Dialog>
    </>
  );
}
