import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import type {
  ClientTicketDetail,
  postedShape,
  staffReplyBody,
  TicketForm,
} from '../../../../server/modules/support/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { marked } from '../../../kernel/palette/letters.ts';
import { refresh } from '../../../kernel/query/client.ts';
import { Slot } from '../../../kernel/slots.tsx';
import { classes } from '../../../ui/classes.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Select } from '../../../ui/inputs.tsx';
import { Composer } from '../shared/composer.tsx';
import { useText } from '../text/desk.ts';
import type { QuoteField } from '../shared/quote/quote-message.ts';
import { useFamilyText } from '../text/desk-family.ts';
import { useTalkText } from '../text/desk-talk.ts';
import { toast } from '../../../kernel/toast.ts';
import { MentionList } from './mentions/mention-list.tsx';
import { openOnes } from './family/open-ones.ts';

type Posted = z.output<typeof postedShape>;
type After = NonNullable<z.input<typeof staffReplyBody>['status']>;
const afterwards: readonly After[] = [
  'waiting_customer',
  'open',
  'waiting_third_party',
  'on_hold',
  'resolved',
  'closed',
];
const modes = ['reply', 'note'] as const;
type Mode = (typeof modes)[number];

interface Props {
  ticket: ClientTicketDetail;
  url: string;
  rules: TicketForm;
  /** The newest public message that was on screen: who answers past a newer one is told so first. */
  seen: string | undefined;
  onNewer: () => void;
  /** Where a quote goes: what is shown, and never a note into what the client reads. */
  quoting: RefObject<QuoteField>;
}

/**
 * Two boxes, of which one is shown: what goes to the client and what stays among staff have separate drafts, frames, icons and
 * buttons, so that neither can be taken for the other.
 */
export function DeskComposer({ ticket, url, rules, seen, onNewer, quoting }: Props) {
  const { work: words } = useText();
  const family = useFamilyText();
  const talk = useTalkText();
  const [mode, setMode] = useState<Mode>('reply');
  const [after, setAfter] = useState<After>('waiting_customer');
  const [toAll, setToAll] = useState(false);
  const [unsent, setUnsent] = useState({ reply: false, note: false });
  const replyField = useRef<HTMLTextAreaElement>(null);
  const noteField = useRef<HTMLTextAreaElement>(null);
  const fields = { reply: replyField, note: noteField };
  const wanted = useRef<Mode>(null);

  // What an earlier rendering still had to do must not take the focus of the next.
  useEffect(() => {
    if (wanted.current !== mode) return;
    wanted.current = null;
    fields[mode].current?.focus();
  });

  function write(next: Mode) {
    if (next === mode) return fields[next].current?.focus();
    wanted.current = next;
    setMode(next);
  }
  useLayoutEffect(() => {
    quoting.current = ({ internal }) => {
      const into = internal ? 'note' : mode;
      if (into !== mode) toast({ words: talk.noteInNote });
      write(into);
      return fields[into].current;
    };
  });

  if (ticket.can.work !== true || ticket.mergedInto)
    return <p className="rounded border border-line bg-sunken p-3 text-14 text-muted">{words.readOnly}</p>;
  const uploads = `/api/console/clients/${ticket.organization.id}/uploads`;
  const { name } = ticket.requester;
  const below = openOnes(ticket.children).length;
  const common = { uploads, rules, refresh: ['/api/console/tickets'] };
  return (
    <div className="relative">
      <div role="group" aria-label={words.tabs} className="flex gap-1 px-1">
        {modes.map((one) => (
          <button
            key={one}
            type="button"
            {...marked(one === 'reply' ? 'R' : 'N', words[one])}
            aria-pressed={one === mode}
            onClick={() => write(one)}
            className={classes(
              'flex min-h-11 cursor-pointer items-center gap-1.5 rounded-t border border-b-0 px-3 text-13 sm:min-h-8',
              one !== mode && 'border-transparent bg-page text-muted hover:text-ink',
              one === mode && 'font-medium',
              one === mode && one === 'reply' && 'border-line-strong bg-surface text-ink',
              one === mode && one === 'note' && 'border-attention-line bg-attention-soft text-attention',
            )}
          >
            <Icon name={one === 'reply' ? 'send' : 'lock'} size={16} />
            {words[one]}
            {one !== mode && unsent[one] && (
              <span className="text-12 font-medium text-accent-text">· {words.unsent}</span>
            )}
          </button>
        ))}
        <span className="ms-auto flex items-center gap-3">
          <span className="hidden text-12 text-muted xl:block">{words.keys}</span>
          {mode === 'reply' && (
            <Slot name="desk.composer" with={{ ticketId: ticket.id, field: replyField }} />
          )}
        </span>
      </div>
      <Composer<Posted>
        {...common}
        hidden={mode !== 'reply'}
        label={words.replyLabel(name)}
        placeholder={words.replyPlaceholder(name)}
        verb={words.sendReply}
        icon="send"
        draft={`desk-reply:${ticket.id}`}
        server={`${url}/drafts/reply`}
        field={replyField}
        onDraft={(reply) => setUnsent((before) => ({ ...before, reply }))}
        send={(body, key) =>
          api.post(`${url}/messages`, { ...body, status: after, seen, children: toAll && below > 0 }, key)
        }
        sent={words.replied}
        done={() => {
          setAfter('waiting_customer');
          setToAll(false);
        }}
        refused={({ code }) => {
          if (code !== 'newer_message') return null;
          void refresh(url).then(onNewer);
          return words.readFirst;
        }}
      >
        {below > 0 ? (
          <label className="flex min-h-9 cursor-pointer items-center gap-2" title={family.filesHere}>
            <input
              type="checkbox"
              className="size-4 accent-(--accent)"
              checked={toAll}
              onChange={(event) => setToAll(event.target.checked)}
            />
            {family.answerAll(below)}
          </label>
        ) : (
          <span className="hidden truncate 2xl:inline">{words.toClient(name)}</span>
        )}
        <span className="flex min-w-0 items-center gap-2 sm:ms-auto">
          <span aria-hidden="true" className="shrink-0">
            {words.after}
          </span>
          <Select
            bare
            name="after"
            label={words.after}
            className="w-48"
            value={after}
            onValue={setAfter}
            choices={afterwards.map((status) => ({ value: status, label: words.afterStates[status] }))}
          />
        </span>
      </Composer>
      <Composer<Posted>
        {...common}
        note
        hidden={mode !== 'note'}
        label={words.noteLabel}
        placeholder={words.notePlaceholder}
        verb={words.saveNote}
        icon="lock"
        draft={`desk-note:${ticket.id}`}
        server={`${url}/drafts/note`}
        field={noteField}
        onDraft={(note) => setUnsent((before) => ({ ...before, note }))}
        send={(body, key) => api.post(`${url}/notes`, body, key)}
        sent={words.noted}
      >
        <span className="flex items-center gap-1.5 text-attention">
          <Icon name="lock" size={16} />
          {words.toStaff}
          <span className="max-sm:hidden">· {talk.hint}</span>
        </span>
      </Composer>
      <MentionList field={noteField} above />
    </div>
  );
}
