import { Readable } from 'node:stream';
import type { Ctx } from '../../../kernel/context.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { placedPicture } from '../../../kernel/values/placed-picture.ts';
import { isPicture, receiveUpload } from '../../support/index.ts';
import { replaceMarks } from '../domain/marks.ts';
import type { ReadMail } from '../domain/mail.ts';

/** As much as a message holds, with room for a line about files and for what pictures are called in it. */
const longest = 17_000;
/** More pictures among the words than this are listed beneath them. */
const mostPlaced = 15;
/** More files than this are no letter. */
const mostFiles = 30;

const words = {
  id: {
    refused: (names: string) => `(Tidak diterima: ${names})`,
    cut: '(Dipotong; selengkapnya ada di lampiran email.txt)',
    empty: '(Tanpa tulisan, hanya lampiran)',
  },
  en: {
    refused: (names: string) => `(Not accepted: ${names})`,
    cut: '(Cut short; all of it is in the attached email.txt)',
    empty: '(No words, only files)',
  },
};

/**
 * What a mail says (`text`, with marks where its pictures stand) as a message, and its files kept as uploads that the message takes: those
 * of kinds that are allowed and clean. A text that is too long comes along as a file. What no message takes is swept away.
 */
export async function keepFiles(
  ctx: Ctx,
  mail: ReadMail,
  text: string,
  to: {
    organization: Id<'organization'>;
    person: Id<'person'>;
    locale: 'id' | 'en';
    side?: 'client' | 'staff';
  },
): Promise<{ text: string; files: Id<'file'>[] }> {
  const { organization, person, locale, side = 'client' } = to;
  const say = words[locale];
  const plain = replaceMarks(text, () => '');
  const whole = { name: 'email.txt', bytes: Buffer.from(plain), cid: null };
  const wanted = [...(text.length > longest ? [whole] : []), ...mail.files];
  const files: Id<'file'>[] = [];
  const pictures = new Map<string, string>();
  const refused = wanted.slice(mostFiles).map(({ name }) => name);
  for (const { name, bytes, cid } of wanted.slice(0, mostFiles)) {
    try {
      const body = Readable.from([bytes]);
      const kept = await receiveUpload(ctx, { person: { id: person } }, { organization, name, body, side });
      files.push(kept.id as Id<'file'>);
      if (cid && pictures.size < mostPlaced && isPicture(kept.type))
        pictures.set(cid, placedPicture(kept.name, kept.id));
    } catch (error) {
      // A scanner that cannot be asked now can be later: the job tries again.
      if (!(error instanceof Problem) || error.kind.status >= 500) throw error;
      refused.push(name);
    }
  }
  // Each picture once, however often the mail shows it.
  const placed = replaceMarks(text.slice(0, longest), (cid) => {
    const picture = pictures.get(cid) ?? '';
    pictures.delete(cid);
    return picture;
  });
  const parts = [
    placed.trim() || say.empty,
    ...(text.length > longest ? [say.cut] : []),
    ...(refused.length > 0 ? [say.refused(refused.join(', ').slice(0, 500))] : []),
  ];
  return { text: parts.join('\n\n'), files };
}
