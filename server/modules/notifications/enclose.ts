import type { Locale } from '../../kernel/auth/actor.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db/types.ts';
import type { FilesOf, MailedFile } from '../../kernel/messages.ts';
import type { Mail } from '../../kernel/ports.ts';
import { readSetting } from '../../kernel/settings.ts';
import { fitting, nameFiles } from './domain/enclosed.ts';
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
  if (!files) return { body, files: [] };
  const { found, room } = await ctx.read((db) => lookUp(db, ctx, kind, files.of));
  const kept = await Promise.all(found.map(({ key }) => ctx.ports.files.stat(key)));
  const along = fitting(
    found.filter((_, index) => kept[index]),
    room,
  );
  const apart = found.filter((file) => !along.includes(file));
  const url = new URL(files.of.path, ctx.publicUrl).href;
  return {
    body: { ...body, ...nameFiles(body, files.at, { along, apart, locale: files.locale, url }) },
    files: along.map(({ name, type, key }) => ({ name, type, open: () => ctx.ports.files.get(key) })),
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
