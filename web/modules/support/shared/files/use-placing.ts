import { type RefObject, useEffect } from 'react';
import { isPicture } from '../attach-rules.ts';
import { described, place, renamed, shownIn, without, wordsOf } from './placed.ts';
import type { Attachment, Attachments } from './use-attachments.ts';

export type Placing = ReturnType<typeof usePlacing>;

const keyOf = ({ key, upload }: Attachment) => upload?.id ?? key;

/** Writes into a field as its owner would; the caret stays where it is unless another place is given. */
function rewrite(field: HTMLTextAreaElement, text: string, caret?: number): void {
  const { selectionStart, selectionEnd } = field;
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  if (caret !== undefined) field.focus();
  field.setSelectionRange(caret ?? selectionStart, caret ?? selectionEnd);
}

/** Pictures among the words of `field`: where they stand follows what becomes of their files. */
export function usePlacing(
  attachments: Attachments,
  text: string,
  field: RefObject<HTMLTextAreaElement | null>,
) {
  const { items, add, remove } = attachments;

  function change(to: (text: string) => string) {
    const into = field.current;
    if (!into) return;
    const next = to(into.value);
    if (next !== into.value) rewrite(into, next);
  }

  useEffect(() => {
    for (const { key, upload, refusal } of items) {
      if (refusal) change((words) => without(words, key));
      else if (upload && upload.id !== key) change((words) => renamed(words, key, upload.id));
    }
    // What is written meanwhile does not concern them.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [items]);

  function put(one: Pick<Attachment, 'name'>, key: string) {
    const into = field.current;
    if (!into) return;
    const selected = { start: into.selectionStart, end: into.selectionEnd };
    const placed = place(into.value, selected, { shows: wordsOf(one.name), key });
    rewrite(into, placed.text, placed.caret);
  }

  return {
    /** Attaches files; pictures among them come to stand where the caret is. */
    addPlaced(files: readonly File[]) {
      for (const one of add(files)) if (one.file && isPicture(one.file.type)) put(one, one.key);
    },
    /** What it shows, where it stands among the words. */
    shows: (one: Attachment) => shownIn(text, keyOf(one)),
    mayPlace: ({ upload, file }: Attachment) => isPicture(upload?.type ?? file?.type ?? ''),
    place: (one: Attachment) => put(one, keyOf(one)),
    describe: (one: Attachment, words: string) => change((all) => described(all, keyOf(one), words)),
    remove(one: Attachment) {
      change((all) => without(all, keyOf(one)));
      remove(one.key);
    },
  };
}
