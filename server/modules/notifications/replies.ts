import { randomBytes } from 'node:crypto';
import type { Vault } from '../../kernel/crypto.ts';
import type { Tx } from '../../kernel/db/tx.ts';
import type { Db } from '../../kernel/db/types.ts';

const sealedAs = 'notifications.reply_key';

/** The key that reply addresses are made with; null before the first was made. */
export async function readReplyKey(db: Db, vault: Vault): Promise<Buffer | null> {
  const row = await db.selectFrom('notifications.reply_key').select('sealed').executeTakeFirst();
  return row ? Buffer.from(vault.open(sealedAs, row.sealed), 'base64url') : null;
}

export async function replyKey(tx: Tx): Promise<Buffer> {
  const known = await readReplyKey(tx.db, tx.vault);
  if (known) return known;
  await tx.db
    .insertInto('notifications.reply_key')
    .values({ sealed: tx.vault.seal(sealedAs, randomBytes(32).toString('base64url')) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return (await readReplyKey(tx.db, tx.vault))!;
}
