import { sql } from 'kysely';
import { defineSweep } from '../../kernel/jobs/define.ts';

const day = 86_400_000;

/** Forgets who was counted once it is no longer needed to count right, and what was looked for half a year ago. */
export const forgetReaders = defineSweep({
  name: 'knowledge.forget-readers',
  cron: '23 * * * *',
  run: (ctx) =>
    ctx.transact(async ({ db, now }) => {
      const ago = (days: number) => new Date(now.getTime() - days * day);
      await db
        .updateTable('knowledge.askings')
        .set({ person_id: null })
        .where('person_id', 'is not', null)
        .where('started_at', '<=', ago(1))
        .execute();
      await sql`delete from knowledge.salts where day < ${ago(1)}::timestamptz::date`.execute(db);
      await db.deleteFrom('knowledge.misses').where('last_at', '<=', ago(180)).execute();
    }),
});
