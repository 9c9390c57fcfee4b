import { Readable } from 'node:stream';
import type { Session } from '../../../kernel/auth/actor.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { fileKey } from '../../../kernel/files.ts';
import { refuseMalware } from '../../../kernel/malware.ts';
import { readSetting } from '../../../kernel/settings.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { bytesExpected, fileTypeRefused } from '../contract.ts';
import type { Upload } from '../contract.ts';
import { headBytes, recognize } from '../domain/file-types.ts';
import { fileRules } from '../settings.ts';

/**
 * Keeps one file until a message takes it. The row comes first and the bytes after it, so that what breaks off half way is found and
 * swept away. Errors: `bytes_expected`, `file_type_refused`, `file_too_large`, `file_infected`,
 * `scanner_unavailable`; `not_found` without such an organization.
 */
export async function receiveUpload(
  ctx: Ctx,
  { person }: { person: Pick<Session['person'], 'id'> },
  upload: { organization: Id<'organization'>; name: string; body: unknown; side: 'client' | 'staff' },
): Promise<Upload> {
  const { organization, name, body, side } = upload;
  if (!(body instanceof Readable)) throw new Problem(bytesExpected);
  const { head, whole } = await beginning(body);
  const type = recognize(name, head);
  if (!type) throw new Problem(fileTypeRefused);
  const { id, maxBytes } = await ctx.transact(async (tx) => {
    const made = tx.newId<'file'>();
    const { value: rules } = await readSetting(tx.db, fileRules);
    await tx.db
      .insertInto('support.attachments')
      .values({
        organization_id: organization,
        id: made,
        name,
        type,
        internal: side === 'staff',
        uploaded_by: person.id,
        uploaded_at: tx.now,
      })
      .execute()
      .catch((error: Error & { code?: string }) => {
        throw error.code === '23503' ? new Problem(notFound) : error;
      });
    return { id: made, maxBytes: rules.maxMegabytes * 1_000_000 };
  });
  const key = fileKey(organization, 'support', id);
  const { size } = await ctx.ports.files.put(key, whole, { maxBytes });
  // Without its size no message takes it: until here it is held.
  await refuseMalware(ctx, key);
  await ctx.transact((tx) =>
    tx.db
      .updateTable('support.attachments')
      .set({ size })
      .where('organization_id', '=', organization)
      .where('id', '=', id)
      .execute(),
  );
  return { id, name, type, size };
}

/**
 * The first bytes, and a stream of all. The request is left as it is when reading stops early: were it destroyed, its connection would
 * be too, and nobody could say why.
 */
async function beginning(body: Readable): Promise<{ head: Buffer; whole: Readable }> {
  const chunks: Buffer[] = [];
  const rest = body.iterator({ destroyOnReturn: false }) as AsyncIterator<Buffer>;
  let length = 0;
  while (length < headBytes) {
    const next = await rest.next();
    if (next.done) break;
    chunks.push(next.value);
    length += next.value.length;
  }
  const head = Buffer.concat(chunks);
  async function* all() {
    yield head;
    for (;;) {
      const next = await rest.next();
      if (next.done) return;
      yield next.value;
    }
  }
  return { head: head.subarray(0, headBytes), whole: Readable.from(all()) };
}
