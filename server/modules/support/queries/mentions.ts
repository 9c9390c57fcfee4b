import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { handlesOf } from '../domain/mentions.ts';
import { listReaders } from './agents.ts';

/** Whether a note of ticket `t` mentions this person. The few mentions are read first: asked of each ticket, all open ones would be. */
export function mentions(person: Id<'person'>): RawBuilder<boolean> {
  return sql<boolean>`t.id = any (array(select w.ticket_id from support.mentions w where w.person_id = ${person}))`;
}

/** Whom a note may mention, by name, with what stands for each after an `@`. */
export async function listMentionable(db: Db) {
  const readers = await listReaders(db);
  const handles = handlesOf(readers);
  return { items: readers.map((reader) => ({ ...reader, handle: handles.get(reader.id)! })) };
}

/** Whom message `m` mentions, as JSON. */
export const mentionedJson = sql`(select json_agg(json_build_object('handle', w.handle, 'id', w.person_id, 'name', p.name))
  from support.mentions w join identity.people p on p.id = w.person_id
  where w.organization_id = m.organization_id and w.message_id = m.id)`;
