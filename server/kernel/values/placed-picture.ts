/**
 * A picture that stands among the words of a message: `![what it shows](file:ID)`, where the file came with the message. Neither an
 * address nor a file of anything else is ever loaded by it. In words that were escaped for HTML it looks the same.
 */
const picture = /!\[([^[\]<\n]{0,1000})\]\(file:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\)/g;
/** The same, only at one place. */
const here = /!\[([^[\]<\n]{0,1000})\]\(file:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\)/y;

/** Words that say what a picture shows, as long as they may stand in a message. */
export const shownBy = (words: string): string =>
  words
    .replace(/[[\]<\s]+/g, ' ')
    .trim()
    .slice(0, 100);

export const placedPicture = (shows: string, file: string): string => `![${shownBy(shows)}](file:${file})`;

export function replacePictures(text: string, by: (shows: string, file: string) => string): string {
  return text.replace(picture, (_, shows: string, file: string) => by(shows, file));
}

/** The files of the pictures that stand in a text. */
export function picturesIn(text: string): Set<string> {
  return new Set([...text.matchAll(picture)].map(([, , file]) => file!));
}

/** For where no pictures are: what each shows, in brackets. */
export const wordsForPictures = (text: string): string =>
  replacePictures(text, (shows) => (shows === '' ? '' : `[${shows}]`));

/** The picture that begins at this place of a text. */
export function pictureAt(text: string, at: number): { shows: string; file: string; length: number } | null {
  here.lastIndex = at;
  const found = here.exec(text);
  return found && { shows: found[1]!, file: found[2]!, length: found[0].length };
}
