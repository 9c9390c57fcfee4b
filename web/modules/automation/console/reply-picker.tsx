import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { FittingReplies } from '../../../../server/modules/automation/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { withQuery } from '../../../kernel/pages/match.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import type { Slots } from '../../../kernel/slot-names.ts';
import { Button } from '../../../ui/button.tsx';
import { KeyHint } from '../../../ui/key-hint.tsx';
import { useText } from '../text/index.ts';
import { insertText } from './insert-text.ts';
import { Picker } from './picker.tsx';

type Slotted = Slots['desk.composer'];

/** Beside the answer: `/` at the beginning of a line, or the button, brings the replies that are kept. */
export function Part({ ticketId, field }: Slotted) {
  const { picker: words } = useText();
  const [open, setOpen] = useState<'typed' | 'pressed' | null>(null);
  const writeOn = useRef(false);

  useLayoutEffect(() => {
    const area = field.current;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      const before = area!.value.slice(0, area!.selectionStart);
      if (before !== '' && !before.endsWith('\n')) return;
      event.preventDefault();
      setOpen('typed');
    };
    area?.addEventListener('keydown', onKey);
    return () => area?.removeEventListener('keydown', onKey);
  }, [field]);

  // Once the dialog is closed: before that the field cannot have the focus.
  useEffect(() => {
    if (open !== null || !writeOn.current) return;
    writeOn.current = false;
    field.current?.focus();
  }, [open, field]);

  function close(text: string) {
    if (text && field.current) insertText(field.current, text);
    writeOn.current = true;
    setOpen(null);
  }

  return (
    <>
      <Button
        weight="quiet"
        icon="list"
        className="px-2 text-13 sm:min-h-8"
        onClick={() => setOpen('pressed')}
      >
        <span className="max-lg:sr-only">{words.replies}</span>
        <KeyHint keys={['/']} />
      </Button>
      {open && (
        <Replies ticketId={ticketId} onText={close} onClose={() => close(open === 'typed' ? '/' : '')} />
      )}
    </>
  );
}

function Replies(props: { ticketId: string; onText: (text: string) => void; onClose: () => void }) {
  const { picker: words, variables } = useText();
  const format = useFormat();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed.trim()), 150);
    return () => clearTimeout(timer);
  }, [typed]);
  const url = `/api/console/tickets/${props.ticketId}/canned-replies`;
  const { data } = useSideData<FittingReplies>(withQuery(url, { q: asked || null }));
  // While the next are fetched, those that are there stay.
  const [kept, setKept] = useState<FittingReplies>();
  useEffect(() => {
    if (data) setKept(data);
  }, [data]);
  const items = (data ?? kept)?.items;
  return (
    <Picker
      label={words.replies}
      placeholder={words.find}
      hint={words.hint}
      empty={items ? (asked ? words.none : words.noneYet) : ''}
      typed={typed}
      onType={setTyped}
      busy={false}
      onPick={(id) => props.onText(items!.find((one) => one.id === id)!.text)}
      onClose={props.onClose}
      lines={(items ?? []).map((reply) => ({
        id: reply.id,
        title: reply.title,
        detail: [reply.folder, reply.otherLanguage ? words.otherLanguage : ''].filter(Boolean).join(' · '),
        icon: reply.shared ? 'people' : 'person',
        reason: null,
        body: (
          <>
            {reply.missing.length > 0 && (
              <p className="mb-2 font-medium text-attention">
                {words.missing(format.list(reply.missing.map((name) => variables.names[name])))}
              </p>
            )}
            <p className="whitespace-pre-wrap break-words">{reply.text}</p>
          </>
        ),
      }))}
    />
  );
}
