import type { MailFile } from './mail.ts';

/** Where a picture of a mail stands in its text, as the converters of HTML say it as well. */
export const markOf = (cid: string): string => `[cid:${cid}]`;

const marks = /\[cid:([^\]\s]+)\]/g;
/** What Gmail writes into the text where the HTML has a picture. */
const gmail = /\[image: ([^\]\n]{1,200})\]/g;

export function replaceMarks(text: string, by: (cid: string) => string): string {
  return text.replace(marks, (_, cid: string) => by(cid));
}

export const marksIn = (text: string): Set<string> =>
  new Set([...text.matchAll(marks)].map(([, cid]) => cid!));

/** A text with Gmail's marks made ours: by the name of the file, the first of that name first. */
export function knownMarks(text: string, files: readonly MailFile[]): string {
  const left = files.filter(({ cid }) => cid !== null);
  return text.replace(gmail, (mark, name: string) => {
    const at = left.findIndex((file) => file.name === name.trim());
    return at < 0 ? mark : markOf(left.splice(at, 1)[0]!.cid!);
  });
}

/** HTML with marks in place of the pictures that came along, before it is read for its words. */
export function markPictures(html: string, cids: ReadonlySet<string>): string {
  return html.replace(/<img\b[^>]*>/gi, (tag) => {
    const src = /\bsrc\s*=\s*["']?cid:([^"'\s>]+)/i.exec(tag)?.[1];
    const cid = src && [src, decoded(src)].find((one) => cids.has(one));
    return cid ? ` ${markOf(cid)} ` : tag;
  });
}

/** A Content-ID in an address may be percent-encoded. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
