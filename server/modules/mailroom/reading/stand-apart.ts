import { markOf } from '../domain/marks.ts';

/** A blank line ends the head of a part. */
const headEnd = /\r?\n[ \t]*\r?\n/;

/**
 * Apple Mail breaks a mail without HTML into parts where a picture stands: text, picture, text. Nothing else says where that is, so each such
 * picture gets a name and a mark in front of it, as those of other programs have. Any other mail is left as it came.
 */
export function markPicturesApart(raw: Buffer): Buffer {
  const mail = raw.toString('latin1');
  const end = headEnd.exec(mail);
  if (!end) return raw;
  const type = fieldOf(mail.slice(0, end.index), 'content-type');
  const boundary = /^multipart\/mixed\b/i.test(type)
    ? /\bboundary="?([^";]{1,70})"?/i.exec(type)?.[1]
    : undefined;
  if (boundary === undefined) return raw;
  const parts = splitAt(mail.slice(end.index), boundary);
  const types = parts.map((part) => fieldOf(headOf(part), 'content-type').toLowerCase());
  // The first is what stands before the first boundary, the last what stands behind the end.
  if (types.slice(1, -1).some((one) => one.startsWith('text/html') || one.startsWith('multipart/')))
    return raw;
  const named = parts.map((part, at) => {
    const head = headOf(part);
    const inside = /^\s*inline\b/i.test(fieldOf(head, 'content-disposition'));
    if (!inside || !types[at]!.startsWith('image/')) return part;
    const given = /<([^<>\s\]]{1,500})>/.exec(fieldOf(head, 'content-id'))?.[1];
    const cid = given ?? `part-${at}`;
    const mark = `\r\nContent-Type: text/plain; charset=us-ascii\r\n\r\n${markOf(cid)}\r\n--${boundary}`;
    return given ? `${mark}${part}` : `${mark}\r\nContent-ID: <${cid}>${part}`;
  });
  return Buffer.from(mail.slice(0, end.index) + named.join(`--${boundary}`), 'latin1');
}

/** At the lines that are the boundary, which never stands in a line by itself otherwise. */
function splitAt(body: string, boundary: string): string[] {
  const [first = '', ...rest] = body.split(`\n--${boundary}`);
  return [
    ...(rest.length > 0 ? [`${first}\n`] : [first]),
    ...rest.map((part, at) => (at < rest.length - 1 ? `${part}\n` : part)),
  ];
}

const headOf = (part: string): string => part.slice(0, headEnd.exec(part)?.index ?? 0);

/** The value of a field of a head, unfolded; empty where it has none. */
function fieldOf(head: string, name: string): string {
  const lines = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  const found = lines.find((one) => one.toLowerCase().startsWith(`${name}:`));
  return found?.slice(name.length + 1).trim() ?? '';
}
