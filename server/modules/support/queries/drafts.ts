import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { DraftPlace } from '../commands/keep-draft.ts';
import type { Draft } from '../draft-contract.ts';

/** What somebody was writing at a place, with those of its uploads that are still there. Errors: `not_found`. */
export async function readDraft(
  db: Db,
  { person, place, belongsTo, about, open }: DraftPlace,
): Promise<{ draft: Draft | null }> {
  const { rows } = await sql<{ open: boolean; draft: Draft | null }>`
    select ${open} as open, (
      select json_build_object('version', d.version, 'subject', d.subject, 'text', d.body, 'choices', d.choices, 'savedAt', d.saved_at,
        'files', coalesce((
          select json_agg(json_build_object('id', a.id, 'name', a.name, 'type', a.type, 'size', a.size)
            order by array_position(d.files, a.id))
          from support.attachments a
          where a.uploaded_by = d.person_id and a.message_id is null and a.size is not null and a.id = any (d.files)), '[]'::json))
      from support.drafts d
      where d.person_id = ${person} and d.place = ${place} and d.belongs_to = ${belongsTo} and d.about = ${about}
    ) as draft`.execute(db);
  const found = rows[0]!;
  if (!found.open) throw new Problem(notFound);
  return { draft: found.draft };
}

/** Whether somebody has a draft in ticket `t`, of their own side. */
export function hasDraft(person: Id<'person'>, side: 'client' | 'staff'): RawBuilder<boolean> {
  const places = side === 'client' ? ['reply'] : ['desk-reply', 'desk-note'];
  return sql<boolean>`t.id = any (array(select d.belongs_to from support.drafts d
    where d.person_id = ${person} and d.place = any (${places}::text[])))`;
}
