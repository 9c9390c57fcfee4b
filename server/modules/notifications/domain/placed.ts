import { replacePictures, wordsForPictures } from '../../../kernel/values/placed-picture.ts';
import { escape } from './letter.ts';

/** A picture comes along with the mail, or waits at an address. */
export type Placed = { cid: string } | { url: string };

/** A mail whose words have pictures among them, of which those that are not known any more are words alone. */
export function placePictures(
  { text, html }: { text: string; html: string },
  known: ReadonlyMap<string, Placed>,
): { text: string; html: string } {
  return {
    text: wordsForPictures(text),
    html: replacePictures(html, (shows, file) => {
      const picture = known.get(file);
      const words = shows === '' ? '' : `[${shows}]`;
      if (!picture) return words;
      if ('cid' in picture)
        return `<img src="cid:${escape(picture.cid)}" alt="${shows}" style="max-width:100%;height:auto">`;
      return `<a href="${escape(picture.url)}">${words || escape(picture.url)}</a>`;
    }),
  };
}
