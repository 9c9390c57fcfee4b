import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/tx.ts';
import { hashToken, randomToken } from '../../../kernel/crypto.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { sourceAdded, sourceRevoked } from '../events.ts';

/** Scanners of leaked secrets know it by this. */
const beginning = 'cau_';
/** When a source was last heard is accurate to this. */
const usedMinutes = 1;

/** A system may report from now on. Its token is told this once. */
export async function addSource(
  tx: Tx,
  { name, by }: { name: string; by: Id<'person'> },
): Promise<{ id: Id<'usage-source'>; token: string }> {
  const id = tx.newId<'usage-source'>();
  const token = beginning + randomToken();
  await tx.db
    .insertInto('usage.sources')
    .values({ id, name, token_hash: hashToken(token), created_at: tx.now, created_by: by })
    .execute();
  tx.emit(sourceAdded, { organizationId: null, subject: { kind: 'usage-source', id }, data: {} });
  return { id, token };
}

/** It may not report any more; what it reported stays. Errors: `not_found`. */
export async function revokeSource(tx: Tx, id: Id<'usage-source'>): Promise<void> {
  const revoked = await tx.db
    .updateTable('usage.sources')
    .set({ revoked_at: tx.now })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!revoked) throw new Problem(notFound);
  tx.emit(sourceRevoked, { organizationId: null, subject: { kind: 'usage-source', id }, data: {} });
}

/** Whether a token is that of a source; notes when it was last heard. */
export async function isSource(tx: Tx, token: unknown): Promise<boolean> {
  if (typeof token !== 'string' || !token.startsWith(beginning)) return false;
  const { rows } = await sql`
    with found as (select id, used_at from usage.sources where token_hash = ${hashToken(token)} and revoked_at is null),
    heard as (
      update usage.sources s set used_at = ${tx.now} from found f where s.id = f.id
        and (f.used_at is null or f.used_at < ${tx.now}::timestamptz - make_interval(mins => ${usedMinutes})))
    select id from found`.execute(tx.db);
  return rows.length > 0;
}
