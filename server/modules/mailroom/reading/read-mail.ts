import { createHash } from 'node:crypto';
import type { Address as Parsed, Addresses, Attachment, ParsedMail } from 'mailparser';
import type { Address, MailFile, ReadMail } from '../domain/mail.ts';
import { knownMarks, markOf, markPictures, marksIn, replaceMarks } from '../domain/marks.ts';
import { readReport } from './read-report.ts';
import { markPicturesApart } from './stand-apart.ts';

/** With its decoders of old alphabets it is a tenth of what a start would load. */
const mailparser = () => import('mailparser');

const options = {
  keepCidLinks: true,
  keepDeliveryStatus: true,
  skipTextToHtml: true,
  skipTextLinks: true,
  skipImageLinks: true,
  maxHtmlLengthToParse: 2_000_000,
};
/** Signatures and keys of programs, which are no files to people. */
const machinery = /^application\/(pgp-(signature|keys|encrypted)|(x-)?pkcs7-(signature|mime))$/;

/** Reads a mail as it came. Rejects only where it is no mail at all. */
export async function readMail(raw: Buffer): Promise<ReadMail> {
  const { simpleParser } = await mailparser();
  const parsed = await simpleParser(markPicturesApart(raw), options);
  const headers = headersOf(parsed);
  const first = (name: string) => headers.get(name)?.[0] ?? '';
  const report = readReport(first('content-type'), parsed.attachments);
  const files = report ? [] : parsed.attachments.filter(isFile).map(fileOf);
  const marked = await textOf(parsed, files);
  return {
    messageId: idsIn(first('message-id'))[0] ?? null,
    answers: [...new Set([...idsIn(first('in-reply-to')), ...idsIn(first('references')).toReversed()])],
    from: addressesOf(parsed.from)[0] ?? null,
    to: addressesOf(parsed.to),
    cc: addressesOf(parsed.cc),
    cameBy: cameBy(parsed, headers),
    subject: oneLine(parsed.subject ?? '').slice(0, 200),
    text: tidy(replaceMarks(marked, () => '')),
    marked,
    files,
    headers,
    report,
  };
}

/**
 * What makes a mail the same mail wherever it came by: its Message-ID and what it says. The headers that servers add on the way are
 * left out.
 */
export function fingerprint(raw: Buffer): Buffer {
  const crlf = raw.indexOf('\r\n\r\n');
  const lf = raw.indexOf('\n\n');
  const end = crlf >= 0 && (lf < 0 || crlf < lf) ? crlf : lf;
  const head = (end < 0 ? raw : raw.subarray(0, end)).toString('latin1').replace(/\r?\n[ \t]+/g, ' ');
  const own = /^message-id:\s*(\S.*)$/im.exec(head)?.[1]?.trim();
  // Without a Message-ID the head is all that tells two mails with the same words apart.
  const hash = createHash('sha256').update(own ?? head);
  const body = end < 0 ? '' : raw.subarray(end).toString('latin1').replace(/\r\n/g, '\n').trim();
  return hash.update('\0').update(body, 'latin1').digest();
}

function headersOf({ headerLines }: ParsedMail): Map<string, string[]> {
  const headers = new Map<string, string[]>();
  for (const { key, line } of headerLines) {
    const value = line
      .slice(line.indexOf(':') + 1)
      .replace(/\r?\n[ \t]+/g, ' ')
      .trim();
    headers.set(key, [...(headers.get(key) ?? []), value]);
  }
  return headers;
}

const idsIn = (header: string): string[] => [...header.matchAll(/<([^<>\s]{1,500})>/g)].map(([, id]) => id!);

function addressesOf(found: Addresses | Addresses[] | undefined): Address[] {
  return [found ?? []]
    .flat()
    .flatMap(({ value }) => value)
    .flatMap((one): Parsed[] => one.group ?? [one])
    .flatMap(({ address, name }) =>
      address && /^[^\s@<>]+@[^\s@<>]+$/.test(address)
        ? [{ address: address.toLowerCase(), name: oneLine(name).slice(0, 200) }]
        : [],
    );
}

const deliveredBy = ['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to', 'x-forwarded-to'];

function cameBy(parsed: ParsedMail, headers: ReadonlyMap<string, readonly string[]>): string[] {
  const written = deliveredBy
    .flatMap((name) => headers.get(name) ?? [])
    .map((value) => value.replace(/^<|>$/g, '').toLowerCase());
  const addressed = [parsed.to, parsed.cc].flatMap(addressesOf).map(({ address }) => address);
  return [...new Set([...addressed, ...written])];
}

/**
 * What was written as text; where that is empty, or does not say where the pictures stand that came along, what the HTML says. Only text
 * goes on from here, so no HTML of others is ever shown.
 */
async function textOf({ text, html }: ParsedMail, files: readonly MailFile[]): Promise<string> {
  const cids = new Set(files.flatMap(({ cid }) => cid ?? []));
  const onlyKnown = (words: string) => tidy(replaceMarks(words, (cid) => (cids.has(cid) ? markOf(cid) : '')));
  const written = onlyKnown(knownMarks(text ?? '', files));
  if (!html) return written;
  const bare = replaceMarks(written, () => '').trim() === '';
  const withMarks = markPictures(html, cids);
  const stand = [...marksIn(withMarks)].filter((cid) => cids.has(cid));
  if (!bare && marksIn(written).size >= stand.length) return written;
  const { simpleParser } = await mailparser();
  const alone = Buffer.from(`Content-Type: text/html; charset=utf-8\n\n${withMarks}`);
  return onlyKnown((await simpleParser(alone, options)).text ?? '') || written;
}

const tidy = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u00a0\u2007\u202f]/g, ' ')
    // Invisible marks that mail programs leave, and control characters, which no message may hold.
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

const oneLine = (text: string): string =>
  text
    .replace(/[\u0000-\u001f\u007f\s]+/g, ' ')
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .trim();

const isFile = ({ contentType, content }: Attachment): boolean =>
  content.length > 0 && !machinery.test(contentType);

function fileOf({ filename, contentType, content, cid }: Attachment, index: number): MailFile {
  const ending =
    contentType === 'message/rfc822' ? 'eml' : (contentType.split('/')[1] ?? 'bin').replace(/^x-/, '');
  const name = oneLine(filename ?? '')
    .replace(/[/\\]/g, '-')
    .slice(-200);
  return { name: name || `file-${index + 1}.${ending}`, type: contentType, bytes: content, cid: cid || null };
}
