import type { Db } from '../../../kernel/db/types.ts';
import { readSetting } from '../../../kernel/settings.ts';
import { replySetting } from '../../notifications/index.ts';
import type { Mailbox } from '../contract.ts';

/** Every mailbox, without its secret. */
export async function listMailboxes(db: Db, publicUrl: URL, now: Date): Promise<Mailbox[]> {
  const [rows, { value: replies }] = await Promise.all([
    db.selectFrom('mailroom.mailboxes').selectAll().orderBy('name').orderBy('id').limit(200).execute(),
    readSetting(db, replySetting),
  ]);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    address: row.address,
    kind: row.kind as Mailbox['kind'],
    server: row.server as Mailbox['server'],
    believed: row.believed,
    queue: row.queue,
    active: row.active,
    takesReplies: row.address === replies.address,
    webhook: row.kind === 'webhook' ? new URL(`/api/mail/${row.id}`, publicUrl).href : null,
    checkedAt: row.checked_at?.toISOString() ?? null,
    error: row.error,
    liveSince:
      row.live_since && row.watched_until && row.watched_until > now ? row.live_since.toISOString() : null,
    watchError: row.watch_error,
    failingSince: row.failing_since?.toISOString() ?? null,
    version: row.version,
  }));
}
