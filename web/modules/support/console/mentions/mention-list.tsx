import { type RefObject, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { Mentionable } from '../../../../../server/modules/support/correction-contract.ts';
import { useSideData } from '../../../../kernel/query/use-data.ts';
import { Avatar } from '../../../../ui/avatar.tsx';
import { classes } from '../../../../ui/classes.ts';
import { writeInto } from '../../shared/quote/write-into.ts';
import { useTalkText } from '../../text/desk-talk.ts';
import { type Colleague, matching, mentionAt, named } from './mention-at.ts';

const url = '/api/console/tickets/mentionable';

/**
 * Offers colleagues while an `@` is typed in a field beside it: arrows choose, Enter names, Escape closes. Those who hear the page
 * hear of the list, and of what in it is chosen.
 */
export function MentionList({
  field,
  above,
}: {
  field: RefObject<HTMLTextAreaElement | null>;
  above?: boolean;
}) {
  const words = useTalkText();
  const id = useId();
  const [at, setAt] = useState<{ from: number; typed: string } | null>(null);
  const [index, setIndex] = useState(0);
  const { data } = useSideData<Mentionable>(at ? url : null);
  const found = at && data ? matching(data.items, at.typed) : [];
  const open = at !== null && data !== undefined && (found.length > 0 || at.typed !== '');
  const chosen = Math.min(index, found.length - 1);

  function choose({ handle }: Colleague) {
    const element = field.current!;
    const next = named(element.value, at!, element.selectionEnd, handle);
    writeInto(element, next.text, next.caret);
    setAt(null);
  }

  const onKey = useRef<(event: KeyboardEvent) => void>(() => {});
  const onKeyNow = (event: KeyboardEvent) => {
    if (!open || event.ctrlKey || event.metaKey || event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') setAt(null);
    else if (step && found.length > 0) setIndex((chosen + step + found.length) % found.length);
    else if (event.key === 'Enter' && found[chosen]) choose(found[chosen]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  useLayoutEffect(() => {
    onKey.current = onKeyNow;
  });

  useEffect(() => {
    const element = field.current;
    if (!element) return undefined;
    const look = () => {
      const { value, selectionStart, selectionEnd } = element;
      setAt(selectionStart === selectionEnd ? mentionAt(value, selectionEnd) : null);
      setIndex(0);
    };
    const key = (event: KeyboardEvent) => onKey.current(event);
    const leave = () => setAt(null);
    element.addEventListener('input', look);
    element.addEventListener('click', look);
    element.addEventListener('keydown', key);
    element.addEventListener('blur', leave);
    return () => {
      element.removeEventListener('input', look);
      element.removeEventListener('click', look);
      element.removeEventListener('keydown', key);
      element.removeEventListener('blur', leave);
    };
  }, [field]);

  const active = open && found[chosen] ? `${id}-${found[chosen].id}` : null;
  useEffect(() => {
    const element = field.current;
    if (!element || !open) return undefined;
    // A field of several lines stays a text box by the rules of HTML; these tie the list to it as a combobox's would.
    const ties = { 'aria-autocomplete': 'list', 'aria-haspopup': 'listbox', 'aria-controls': id };
    for (const [name, value] of Object.entries(ties)) element.setAttribute(name, value);
    if (active) element.setAttribute('aria-activedescendant', active);
    return () => {
      for (const name of [...Object.keys(ties), 'aria-activedescendant']) element.removeAttribute(name);
    };
  }, [field, open, active, id]);

  return (
    <>
      <p role="status" className="sr-only">
        {open && (found.length > 0 ? words.found(found.length) : words.noneFound)}
      </p>
      {open && (
        <ul
          id={id}
          role="listbox"
          aria-label={words.people}
          className={classes(
            'absolute inset-x-0 z-20 max-w-sm rounded border border-line bg-raised p-1 text-14 shadow-float',
            above ? 'bottom-full mb-1' : 'top-full',
          )}
        >
          {found.map((one, place) => (
            <li
              key={one.id}
              id={`${id}-${one.id}`}
              role="option"
              aria-selected={place === chosen}
              // The field keeps the focus.
              onMouseDown={(event) => {
                event.preventDefault();
                choose(one);
              }}
              onMouseMove={() => setIndex(place)}
              className={classes(
                'flex min-h-11 cursor-pointer items-center gap-2 rounded px-2 sm:min-h-8',
                place === chosen && 'bg-accent-soft',
              )}
            >
              <Avatar name={one.name} size={24} />
              <span className="truncate">{one.name}</span>
              <span className="ms-auto truncate text-12 text-muted">@{one.handle}</span>
            </li>
          ))}
          {found.length === 0 && (
            <li role="option" aria-selected={false} aria-disabled className="px-2 py-1.5 text-muted">
              {words.noneFound}
            </li>
          )}
        </ul>
      )}
    </>
  );
}
