import { useLayoutEffect, useState } from 'react';
import { isTyping } from '../../../../kernel/palette/hotkeys.ts';
import { lettersAct } from '../../../../kernel/palette/letters.ts';
import { usePerson } from '../../../../kernel/session/session.ts';
import { Button } from '../../../../ui/button.tsx';
import { BulkActs, type Selection } from '../../../../ui/data-table.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import { useManyText } from '../../text/desk-many.ts';
import { ManyForm } from './many-form.tsx';
import { useChangeMany } from './use-change-many.ts';

/** What can be done with the chosen tickets; `e` opens it. */
export function ManyBar({ chosen, onChange }: Selection) {
  const words = useManyText();
  const me = usePerson();
  const [open, setOpen] = useState(false);
  const change = useChangeMany(() => {
    setOpen(false);
    onChange(new Set());
  });
  const some = chosen.size > 0;
  useLayoutEffect(() => {
    if (!some) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || document.querySelector('dialog:modal')) return;
      if (!lettersAct.get()) return;
      const box = event.target instanceof HTMLInputElement && event.target.type === 'checkbox';
      if (event.key !== 'e' || (isTyping(event.target) && !box)) return;
      event.preventDefault();
      setOpen(true);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [some]);
  const tickets = [...chosen];
  return (
    <>
      <BulkActs chosen={chosen} onChange={onChange}>
        <Button
          weight="secondary"
          icon="person"
          busy={change.busy}
          onClick={() => void change.run({ tickets, assigneeId: me.id })}
        >
          {words.take}
        </Button>
        <Button icon="edit" onClick={() => setOpen(true)}>
          {words.change}
        </Button>
      </BulkActs>
      <Dialog open={open && some} onClose={() => setOpen(false)} title={words.title(chosen.size)}>
        <ManyForm busy={change.busy} onSend={(body) => void change.run({ ...body, tickets })} />
      </Dialog>
    </>
  );
}
