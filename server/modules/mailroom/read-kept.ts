import { buffer } from 'node:stream/consumers';
import type { Ctx } from '../../kernel/context.ts';
import { FileMissing } from '../../kernel/files.ts';
import { readMail } from './reading/read-mail.ts';
import type { ReadMail } from './domain/mail.ts';
import { rawKey } from './row.ts';

/** The mail as it came, read; null where nobody can read it, or it is gone. */
export async function readKept(ctx: Ctx, id: string): Promise<ReadMail | null> {
  try {
    return await readMail(await buffer(await ctx.ports.files.get(rawKey(id))));
  } catch (error) {
    ctx.log.warn({ mail: id, missing: error instanceof FileMissing }, 'a mail could not be read');
    return null;
  }
}
