import { Readable } from 'node:stream';
import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import { sortMail } from '../job-names.ts';
import { longestMail } from '../mailbox.ts';
import type { Position } from '../mailbox.ts';
import { mailId, rawKey } from '../row.ts';

/**
 * Keeps mails as they came, each once, and has them sorted. The bytes go first: a row says that they are all there. The position moves in
 * the transaction of the rows, so what breaks off is read again, and what is read again is known by its id.
 */
export async function keepMails(
  ctx: Ctx,
  mailbox: string,
  { mails, position }: { mails: readonly Buffer[]; position: Position | null },
): Promise<void> {
  const came = new Map(mails.map((raw) => [mailId(raw), raw]));
  const known = await ctx.read((db) =>
    db
      .selectFrom('mailroom.mails')
      .select('id')
      .where('id', '=', (eb) => eb.fn.any(eb.val([...came.keys()])))
      .execute(),
  );
  // What came first stays as it came: a copy with another head must not take its place.
  for (const { id } of known) came.delete(id);
  await Promise.all(
    [...came].map(([id, raw]) =>
      ctx.ports.files.put(rawKey(id), Readable.from([raw]), { maxBytes: longestMail }),
    ),
  );
  await ctx.transact(async (tx) => {
    if (came.size > 0) {
      const { rows } = await sql<{ id: string }>`
        insert into mailroom.mails (id, mailbox_id, came_at, state, sender, sender_name, subject, size, kept)
        select id, ${mailbox}, ${tx.now}, 'arrived', '', '', '', size, true
        from unnest(${[...came.keys()]}::uuid[], ${[...came.values()].map(({ length }) => length)}::bigint[]) as came (id, size)
        on conflict do nothing returning id`.execute(tx.db);
      for (const { id } of rows) tx.enqueue(sortMail, { id }, { key: id });
    }
    if (position) {
      await tx.db
        .updateTable('mailroom.mailboxes')
        .set({ uid_validity: position.validity, last_uid: BigInt(position.uid) })
        .where('id', '=', mailbox)
        .execute();
    }
  });
}
