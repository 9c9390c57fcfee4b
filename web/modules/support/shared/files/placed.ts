/**
 * `![what it shows](file:KEY)`: where a picture stands in a text that is being written. Until its bytes have arrived it goes by a key of
 * this page, which is as long as an id.
 */
const marks = /!\[([^[\]<\n]*)\]\(file:([0-9a-f-]{36})\)/g;

const markOf = (shows: string, key: string) => `![${shows}](file:${key})`;
/** Letters that would end or break the mark. */
const clean = (words: string) => words.replace(/[[\]<\n]/g, '').slice(0, 100);

/** A name that people gave says something; its ending, and what browsers call what is pasted, does not. */
export function wordsOf(name: string): string {
  const words = clean(name.replace(/\.[a-z0-9]+$/i, ''));
  return /^image\W*\d*\W*$/i.test(words) ? '' : words;
}

/** Puts a picture between the lines, in place of what is selected. */
export function place(
  text: string,
  selected: { start: number; end: number },
  picture: { shows: string; key: string },
): { text: string; caret: number } {
  const before = text.slice(0, selected.start);
  const after = text.slice(selected.end);
  const line = before === '' || before.endsWith('\n') ? '' : '\n';
  const put = `${before}${line}${markOf(picture.shows, picture.key)}`;
  const rest = after.startsWith('\n') ? after : `\n${after}`;
  return { text: put + rest, caret: put.length + 1 };
}

/** What the text says a picture shows; null where it does not stand there. */
export function shownIn(text: string, key: string): string | null {
  for (const [, shows, one] of text.matchAll(marks)) if (one === key) return shows!;
  return null;
}

function changed(text: string, key: string, to: (shows: string) => string): string {
  return text.replace(marks, (mark, shows: string, one: string) => (one === key ? to(shows) : mark));
}

export const described = (text: string, key: string, words: string): string =>
  changed(text, key, () => markOf(clean(words), key));

export const renamed = (text: string, key: string, id: string): string =>
  changed(text, key, (shows) => markOf(shows, id));

export const without = (text: string, key: string): string => changed(text, key, () => '');
