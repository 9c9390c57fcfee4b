import type { Locale } from '../../kernel/auth/actor.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db/types.ts';
import type { FilesOf, MailedFile } from '../../kernel/messages.ts';
import type { Mail } from '../../kernel/ports.ts';
import { readSetting } from '../../kernel/settings.ts';
import { picturesIn } from '../../kernel/values/placed-picture.ts';
import { fitting, nameFiles } from './domain/enclosed.ts';
import { placePictures } from './domain/placed.ts';
import type { Places } from './domain/letter.ts';
import { enclosedSetting } from './settings.ts';

/** What a mail keeps of its files until it goes: where to look them up, and where in its words they are named. */
export interface Enclosing {
  of: FilesOf;
  at: Places;
  locale: Locale;
}

/** The body of a mail, as it is sealed. Once its files went with it, it names them and asks for none any more. */
export interface MailBody {
  text: string;
  html: string;
  unsubscribe?: string | undefined;
  files?: Enclosing | undefined;
}

/** A mail with the files it has at this moment. */
export async function enclose(
  ctx: Ctx,
  kind: string,
  { files, ...body }: MailBody,
): Promise<{ body: Omit<MailBody, 'files'>; files: NonNullable<Mail['files']> }> {
  if (!files) return { body: { ...body, ...placePictures(body, new Map()) }, files: [] };
  const { found, room } = await ctx.read((db) => lookUp(db, ctx, kind, files.of));
  const kept = await Promise.all(found.map(({ key }) => ctx.ports.files.stat(key)));
  const wanted = picturesIn(body.text);
  const isPlaced = ({ placedAs }: MailedFile) => placedAs !== undefined && wanted.has(placedAs);
  // What the words lean on goes before what stands beneath them.
  const fit = fitting(
    found.filter((_, index) => kept[index]).toSorted((a, b) => Number(isPlaced(b)) - Number(isPlaced(a))),
    room,
  );
  const along = found.filter((file) => fit.includes(file));
  const apart = found.filter((file) => !fit.includes(file));
  const url = new URL(files.of.path, ctx.publicUrl).href;
  const host = ctx.publicUrl.hostname;
  const cidOf = (file: MailedFile) => (isPlaced(file) ? `${file.placedAs}@${host}` : undefined);
  const named = nameFiles(body, files.at, {
    along: along.map((file) => ({ ...file, placed: isPlaced(file) })),
    apart,
    locale: files.locale,
    url,
  });
  const known = new Map(
    found
      .filter(isPlaced)
      .map((file) => [file.placedAs!, fit.includes(file) ? { cid: cidOf(file)! } : { url }]),
  );
  return {
    body: { ...body, ...placePictures(named, known) },
    files: along.map((file) => {
      const { name, type, key } = file;
      const cid = cidOf(file);
      return { name, type, ...(cid ? { cid } : {}), open: () => ctx.ports.files.get(key) };
    }),
  };
}

async function lookUp(
  db: Db,
  ctx: Ctx,
  kind: string,
  of: FilesOf,
): Promise<{ found: MailedFile[]; room: number }> {
  const [found, { value }] = await Promise.all([
    ctx.product.messages.get(kind)?.files?.find(db, of) ?? [],
    readSetting(db, enclosedSetting),
  ]);
  return { found, room: value.maxMegabytes * 1_000_000 };
}
