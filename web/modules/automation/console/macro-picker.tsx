import { useState } from 'react';
import type { z } from 'zod';
import type { FittingMacro, fittingMacros } from '../../../../server/modules/automation/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { reasonWords } from '../../../kernel/api/problem-words.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { marked } from '../../../kernel/palette/letters.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import type { Slots } from '../../../kernel/slot-names.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { KeyHint } from '../../../ui/key-hint.tsx';
import { useText } from '../text/index.ts';
import { Picker } from './picker.tsx';
import { useActWords } from './use-names.ts';

type Slotted = Slots['desk.acts'];

/** `m`, or the button, brings the macros, each with what it would do to this ticket. */
export function Part({ ticketId, seen }: Slotted) {
  const { picker: words } = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button weight="secondary" icon="bolt" onClick={() => setOpen(true)} {...marked('M', words.macro)}>
        {words.macro}
        <KeyHint keys={['M']} />
      </Button>
      {open && <Macros ticketId={ticketId} seen={seen} onClose={() => setOpen(false)} />}
    </>
  );
}

function Macros({ ticketId, seen, onClose }: Slotted & { onClose: () => void }) {
  const { picker: words } = useText();
  const [typed, setTyped] = useState('');
  const url = `/api/console/tickets/${ticketId}/macros`;
  const { data } = useSideData<z.output<typeof fittingMacros>>(url);
  const apply = useAct(
    ({ id, version }: FittingMacro, key) => api.post(`${url}/${id}`, { version, seen }, key),
    {
      refresh: ['/api/console/tickets'],
      done: (_, { title }) => {
        onClose();
        toast({ words: words.applied(title) });
      },
    },
  );
  const wanted = typed.trim().toLowerCase();
  const found = (data?.items ?? []).filter(({ title }) => title.toLowerCase().includes(wanted));
  return (
    <Picker
      label={words.macros}
      placeholder={words.findMacro}
      hint={words.macroHint}
      empty={data ? (wanted ? words.noMacro : words.noMacroYet) : ''}
      typed={typed}
      onType={setTyped}
      busy={apply.busy}
      onPick={(id) => void apply.run(found.find((one) => one.id === id)!)}
      onClose={onClose}
      lines={found.map((macro) => ({
        id: macro.id,
        title: macro.title,
        detail: '',
        icon: macro.shared ? 'bolt' : 'person',
        reason: macro.can.apply === true ? null : reasonWords(macro.can.apply.no),
        body: <WillDo macro={macro} />,
      }))}
    />
  );
}

/** All that a macro would do, the texts in full. */
function WillDo({ macro }: { macro: FittingMacro }) {
  const { picker: words, acts, macros, variables } = useText();
  const format = useFormat();
  const inWords = useActWords();
  const gives = macro.gives;
  const assignee = gives ? null : macro.assignee === '' ? macros.nobody : macro.assignee;
  const queue = macro.queue && format.words(macro.queue);
  const texts = [
    { title: acts.reply, text: macro.reply },
    { title: acts.note, text: macro.note },
  ];
  return (
    <>
      <p className="font-medium">{words.willDo}</p>
      <ul className="list-disc ps-5">
        {inWords({ ...macro, assignee, queue }).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {gives && <p>{acts.gives(gives, macro.assignee ?? '')}</p>}
      {texts.map(
        ({ title, text }) =>
          text !== null && (
            <div key={title} className="mt-2">
              <p className="font-medium">{title}</p>
              <p className="whitespace-pre-wrap break-words">{text}</p>
            </div>
          ),
      )}
      {macro.missing.length > 0 && (
        <p className="mt-2 text-muted">
          {words.missing(format.list(macro.missing.map((name) => variables.names[name])))}
        </p>
      )}
    </>
  );
}
