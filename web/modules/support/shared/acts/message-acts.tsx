import { useRef, useState } from 'react';
import { useFormat } from '../../../../kernel/format/use-format.ts';
import { Dialog } from '../../../../ui/dialog.tsx';
import { Icon } from '../../../../ui/icon.tsx';
import type { MenuItem } from '../../../../ui/menu-item.ts';
import { Menu } from '../../../../ui/menu.tsx';
import { useActsText } from '../../text/acts.ts';
import type { AnyMessage } from '../message-card.tsx';
import { type QuoteField, quoteMessage } from '../quote/quote-message.ts';
import { selectedIn } from '../quote/selected-in.ts';
import { type Beside, CorrectForm } from './correct-form.tsx';
import { Versions } from './versions.tsx';

export interface ActsProps {
  message: AnyMessage;
  /** Of the ticket. */
  url: string;
  /** False where the reader does not write. */
  field: QuoteField | false;
  more?: readonly MenuItem[];
  beside?: Beside;
}

const small =
  'inline-grid size-9 cursor-pointer place-items-center rounded text-muted hover:bg-sunken hover:text-ink sm:size-6';

/** What can be done with a message, and what became of it since it was posted. */
export function MessageActs({ message, url, field, more = [], beside }: ActsProps) {
  const words = useActsText();
  const format = useFormat();
  const [open, setOpen] = useState<'correct' | 'versions' | null>(null);
  const selected = useRef('');
  const { author, editedAt, correctUntil, redacted } = message;
  const close = () => setOpen(null);
  const who = author.me ? words.you : author.name;
  const correctable = correctUntil !== null && new Date(correctUntil) > new Date();
  const items: MenuItem[] = [
    ...(correctable && field
      ? [{ label: words.correct, icon: 'edit' as const, run: () => setOpen('correct') }]
      : []),
    ...more,
  ];
  if (redacted)
    return (
      <p className="flex w-full items-start gap-1.5 text-body text-muted italic">
        <Icon name="trash" size={16} className="mt-1" />
        {words.redacted(redacted.by, format.dateTime(redacted.at), redacted.reason)}
      </p>
    );
  return (
    <>
      {editedAt && (
        <button
          type="button"
          title={words.seeVersions}
          onClick={() => setOpen('versions')}
          className="min-h-6 cursor-pointer text-12 text-muted underline decoration-dotted underline-offset-2 hover:text-ink"
        >
          {words.edited(format.time(editedAt))}
        </button>
      )}
      <span className="ms-auto -my-2 -me-2 flex items-center self-center sm:-my-0.5">
        {field && (
          <button
            type="button"
            title={words.quote}
            className={small}
            // What is selected is to stay so, and a finger may take it away before the button knows.
            onMouseDown={(event) => event.preventDefault()}
            onPointerDown={() => (selected.current = selectedIn(message.id))}
            onClick={() => {
              void quoteMessage(message, {
                url,
                selected: selected.current || selectedIn(message.id),
                field,
              });
              selected.current = '';
            }}
          >
            <svg
              viewBox="0 0 24 24"
              width={16}
              height={16}
              fill="none"
              stroke="currentColor"
              strokeWidth={1.8}
              aria-hidden="true"
            >
              <path
                strokeLinecap="round"
                strokeLinejoin="round"
                d="M10 7.5c-3 1-4.5 3.2-4.5 6V17H10v-4.5H6M18.5 7.5c-3 1-4.5 3.2-4.5 6V17h4.5v-4.5h-4"
              />
            </svg>
            <span className="sr-only">{words.quoteOf(who, format.time(message.postedAt))}</span>
          </button>
        )}
        {items.length > 0 && (
          <Menu label={words.more(who, format.time(message.postedAt))} groups={[items]} className={small}>
            <Icon name="more" size={18} />
          </Menu>
        )}
      </span>
      <Dialog open={open === 'correct'} onClose={close} title={words.correctTitle} wide>
        <CorrectForm message={message} url={url} onDone={close} beside={beside} />
      </Dialog>
      <Dialog open={open === 'versions'} onClose={close} title={words.versionsTitle} wide>
        <Versions url={`${url}/messages/${message.id}`} />
      </Dialog>
    </>
  );
}
