import { type ReactNode, Suspense } from 'react';
import type { ClientMessage, Message } from '../../../../server/modules/support/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Avatar } from '../../../ui/avatar.tsx';
import { classes } from '../../../ui/classes.ts';
import { Icon } from '../../../ui/icon.tsx';
import { useText } from '../text/index.ts';
import { MessageBody } from './message-body.tsx';

export type AnyMessage = Message & Partial<Pick<ClientMessage, 'internal'>>;

/** Ours at the right in the accent, theirs at the left, a note across in its own frame with a lock and its words. */
const looks = {
  ours: 'ms-auto border-accent-line bg-accent-soft',
  theirs: 'border-line bg-surface',
  note: 'border-dashed border-attention-line bg-attention-soft',
};

/** Kept free for what can be done with a message, so that nothing moves when it comes. */
const room = <span className="ms-auto -my-2 -me-2 size-9 self-center sm:-my-0.5 sm:size-6" />;

/** What somebody said. `side`: whose eyes read it. */
export function MessageCard({
  message,
  side,
  urlOf,
  acts,
}: {
  message: AnyMessage;
  side: 'client' | 'staff';
  urlOf: (file: string) => string;
  /** What can be done with it, once that is here. */
  acts: ReactNode;
}) {
  const { thread: words } = useText();
  const format = useFormat();
  const { author, internal, postedAt } = message;
  const look = internal ? 'note' : author.kind === side ? 'ours' : 'theirs';
  const role = author.kind === 'staff' ? words.staff : side === 'staff' ? words.client : null;
  const full = format.full(postedAt);
  return (
    <li
      id={message.id}
      className={classes('flex max-w-full gap-2.5', look === 'ours' && 'justify-end', 'scroll-mt-20')}
    >
      {look === 'theirs' && (
        <span className="max-sm:hidden">
          <Avatar name={author.name} />
        </span>
      )}
      <article
        className={classes(
          'min-w-0 rounded border px-3.5 pt-2.5 pb-3',
          look === 'note' ? 'w-full' : 'max-w-[92%] sm:max-w-[85%]',
          looks[look],
        )}
      >
        {internal && (
          <p className="mb-1.5 flex items-center gap-1.5 text-12 font-medium text-attention">
            <Icon name="lock" size={16} />
            {words.note} · {words.noteHint}
          </p>
        )}
        <header className="mb-1 flex flex-wrap items-baseline gap-x-2 text-13">
          <span className="font-medium">{author.me ? words.you : author.name}</span>
          {role && !internal && <span className="text-muted">{role}</span>}
          <time dateTime={postedAt} title={full} className="text-12 text-muted">
            <span aria-hidden="true">{format.time(postedAt)}</span>
            <span className="sr-only">{full}</span>
          </time>
          <Suspense fallback={room}>{acts ?? room}</Suspense>
        </header>
        <MessageBody html={message.html} files={message.files} urlOf={urlOf} />
      </article>
    </li>
  );
}
