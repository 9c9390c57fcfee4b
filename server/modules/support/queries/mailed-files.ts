import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import { fileKey } from '../../../kernel/files.ts';
import type { FilesOf, MailedFile } from '../../../kernel/messages.ts';
import { isPicture } from '../domain/file-types.ts';
import type { Id } from '../../../kernel/values/ids.ts';

/**
 * The files of a public message of staff or of a client as they stand now, for a mail about it. What was taken away, made internal or
 * moved to another organization since does not go.
 */
export async function findMailedFiles(db: Db, { organization, message }: FilesOf): Promise<MailedFile[]> {
  const { rows } = await sql<{
    kept_under: Id<'organization'>;
    kept_as: string;
    name: string;
    type: string;
    size: bigint;
  }>`
    select coalesce(a.kept_under, a.organization_id) as kept_under, coalesce(a.copy_of, a.id) as kept_as, a.name, a.type, a.size
    from support.attachments a
      join support.messages m on m.organization_id = a.organization_id and m.id = a.message_id
    where a.organization_id = ${organization} and a.message_id = ${message} and a.size is not null
      and not a.internal and not m.internal
    order by a.id`.execute(db);
  return rows.map(({ kept_under: under, kept_as: as, name, type, size }) => ({
    name,
    type,
    size: Number(size),
    key: fileKey(under, 'support', as),
    ...(isPicture(type) ? { placedAs: as } : {}),
  }));
}
