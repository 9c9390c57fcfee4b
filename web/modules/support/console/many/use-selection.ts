import { useRef, useState } from 'react';
import { toast } from '../../../../kernel/toast.ts';
import { useManyText } from '../../text/desk-many.ts';
import { inRange } from './in-range.ts';

/** What one change takes. */
export const most = 100;

/** Which of the rows on the page are chosen; with Shift a whole stretch is. `of`: what is listed, which begins a new choice. */
export function useSelection(ids: readonly string[], of: string) {
  const words = useManyText();
  const [kept, setKept] = useState<{ of: string; chosen: ReadonlySet<string> }>({ of, chosen: new Set() });
  const shift = useRef(false);
  const last = useRef<string>(null);
  const chosen: ReadonlySet<string> =
    kept.of === of ? new Set(ids.filter((id) => kept.chosen.has(id))) : new Set();

  function onChange(next: ReadonlySet<string>) {
    const toggled = ids.filter((id) => next.has(id) !== chosen.has(id));
    const one = toggled.length === 1 ? toggled[0]! : null;
    const wanted = new Set(next);
    if (one && shift.current && last.current) {
      for (const id of inRange(ids, last.current, one)) {
        if (next.has(one)) wanted.add(id);
        else wanted.delete(id);
      }
    }
    last.current = one;
    shift.current = false;
    if (wanted.size > most) toast({ words: words.most, tone: 'danger' });
    setKept({ of, chosen: new Set(ids.filter((id) => wanted.has(id)).slice(0, most)) });
  }
  function toggle(id: string, withShift = false) {
    shift.current = withShift;
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChange(next);
  }
  return { chosen, onChange, toggle, noteShift: (held: boolean) => (shift.current = held) };
}
