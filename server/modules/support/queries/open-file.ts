import type { Session } from '../../../kernel/auth/actor.ts';
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
    const { rows } = await sql<Kept>`
      select coalesce(a.kept_under, a.organization_id) as kept_under, coalesce(a.copy_of, a.id) as kept_as, a.name, a.type
      from support.tickets t
      join support.attachments a on a.organization_id = t.organization_id and a.ticket_id = t.id
      where ${visible} and t.id = ${ticket} and a.id = ${file}`.execute(db);
    return rows[0];
  });
  return openFound(ctx, found, file);
}

/** A file that somebody is about to send with a message, as it lies there: for nobody but them. Errors: `not_found`. */
export async function openUpload(
  ctx: Ctx,
  { person }: Session,
  { organization, file }: { organization: Id<'organization'>; file: Id<'file'> },
): Promise<Download> {
  const found = await ctx.read((db) =>
    db
      .selectFrom('support.attachments')
      .select(['name', 'type'])
      .where('organization_id', '=', organization)
      .where('id', '=', file)
      .where('uploaded_by', '=', person.id)
      .where('message_id', 'is', null)
      .where('size', 'is not', null)
      .executeTakeFirst(),
  );
  return openFound(ctx, found && { ...found, kept_under: organization, kept_as: file }, file);
}

interface Kept {
  kept_under: Id<'organization'>;
  kept_as: Id<'file'>;
  name: string;
  type: string;
}

async function openFound(ctx: Ctx, found: Kept | undefined, file: Id<'file'>): Promise<Download> {
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
    ctx.log.error({ file }, 'a file that was kept is missing');
    throw new Problem(notFound);
  }
}
