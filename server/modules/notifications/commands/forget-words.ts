import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/tx.ts';
import type { Id } from '../../../kernel/values/ids.ts';

/**
 * Takes the words (`excerpt`) out of what people were told of something, and out of mails that wait or are kept; what was not delivered yet
 * is not. What a mail server took is out of reach. `people` and `addresses`: who may have been told.
 */
export async function forgetWords(
  tx: Tx,
  {
    people,
    addresses,
    kinds,
    occurrences,
  }: {
    people: readonly Id<'person'>[];
    addresses: readonly string[];
    kinds: readonly string[];
    occurrences: readonly string[];
  },
): Promise<void> {
  await sql`
    with told as (
      select id from kernel.messages where person_id = any (${people}::uuid[]) and kind = any (${kinds}::text[])
        and occurrence = any (${occurrences}::text[])
      union all
      select id from kernel.messages where address = any (${addresses}::text[]) and kind = any (${kinds}::text[])
        and occurrence = any (${occurrences}::text[])
    ), waiting as (
      update kernel.messages m set data = '', dispatched = true from told where m.id = told.id and m.data <> ''
    ), mails as (
      update notifications.mails m set body = null,
        state = case m.state when 'waiting' then 'failed' else m.state end,
        error = case m.state when 'waiting' then 'redacted' else m.error end
      from told where m.id = told.id
    )
    update notifications.notices n set data = jsonb_set(n.data, '{excerpt}', '""')
    from told where n.id = told.id and n.person_id = any (${people}::uuid[]) and n.data ? 'excerpt'`.execute(
    tx.db,
  );
}
