import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/db/tx.ts';
import type { Id } from '../../../../kernel/values/ids.ts';
import { plainWords } from '../../domain/search-words.ts';

/** Messages for each row of words, as those that post them count. */
const inPart = 5;

/** Makes the words by which a ticket's messages (or its notes) are found anew, from what they say now. */
export async function wordAnew(
  tx: Tx,
  organization: Id<'organization'>,
  ticket: Id<'ticket'>,
  internal: boolean,
): Promise<void> {
  const said = await tx.db
    .selectFrom('support.messages as m')
    .innerJoin('support.tickets as t', (join) =>
      join.onRef('t.organization_id', '=', 'm.organization_id').onRef('t.id', '=', 'm.ticket_id'),
    )
    .select(['m.body', 'm.posted_at', 't.subject'])
    .where('m.organization_id', '=', organization)
    .where('m.ticket_id', '=', ticket)
    .where('m.internal', '=', internal)
    .orderBy('m.posted_at')
    .orderBy('m.id')
    .execute();
  const parts = new Map<number, { words: string[]; until: Date }>();
  for (const [index, { body, posted_at: until, subject }] of said.entries()) {
    const part = internal ? 0 : Math.floor(index / inPart);
    const { words } = parts.get(part) ?? { words: [subject] };
    parts.set(part, { words: [...words, body], until });
  }
  const rows = [...parts].map(([part, { words, until }]) => ({
    part,
    until,
    words: plainWords(words.join(' ')),
  }));
  await sql`
    with gone as (
      delete from support.search where organization_id = ${organization} and ticket_id = ${ticket} and internal = ${internal}
        and part <> all (${rows.map(({ part }) => part)}::integer[])
    )
    insert into support.search (organization_id, ticket_id, internal, part, until, document)
    select ${organization}, ${ticket}, ${internal}, r.part, r.until,
      strip(to_tsvector('indonesian', r.words) || to_tsvector('english', r.words))
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (part integer, until timestamptz, words text)
    on conflict on constraint search_pkey do update set document = excluded.document, until = excluded.until`.execute(
    tx.db,
  );
}
