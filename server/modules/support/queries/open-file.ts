import type { Ctx } from '../../../kernel/context.ts';
import { FileMissing, fileKey } from '../../../kernel/files.ts';
import type { Download } from '../../../kernel/http/route.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';

/**
 * A file of a message of a ticket `t` that the reader may see; what no message has taken belongs to nobody yet. Notes and their files
 * do not exist for the portal's role. Errors: `not_found`.
 */
export async function openFile(
  ctx: Ctx,
  visible: RawBuilder<boolean>,
  { ticket, file }: { ticket: Id<'ticket'>; file: Id<'file'> },
): Promise<Download> {
  const found = await ctx.read(async (db) => {
    const { rows } = await sql<{
      kept_under: Id<'organization'>;
      kept_as: Id<'file'>;
      name: string;
      type: string;
    }>`
      select coalesce(a.kept_under, a.organization_id) as kept_under, coalesce(a.copy_of, a.id) as kept_as, a.name, a.type
      from support.tickets t
      join support.attachments a on a.organization_id = t.organization_id and a.ticket_id = t.id
      where ${visible} and t.id = ${ticket} and a.id = ${file}`.execute(db);
    return rows[0];
  });
  if (!found) throw new Problem(notFound);
  const { name, type } = found;
  try {
    return {
      name,
      type,
      body: await ctx.ports.files.get(fileKey(found.kept_under, 'support', found.kept_as)),
    };
  } catch (error) {
    if (!(error instanceof FileMissing)) throw error;
    ctx.log.error({ file }, 'a file that a message has is missing');
    throw new Problem(notFound);
  }
}
