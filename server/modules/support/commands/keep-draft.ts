import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { draftElsewhere, tooManyDrafts } from '../draft-contract.ts';
import type { draftBody } from '../draft-contract.ts';

/** Where somebody writes, one draft each. */
export interface DraftPlace {
  person: Id<'person'>;
  place: 'reply' | 'new' | 'desk-reply' | 'desk-note' | 'desk-new';
  belongsTo: string;
  about: string;
  /** Whether they may write there. */
  open: RawBuilder<boolean>;
}

/** More than anybody has in hand; what is older than `draftDays` goes by itself. */
const most = 500;

/**
 * Keeps what is being written, in one statement, where it goes on from the version that is there. Tells nobody: a draft is no fact.
 * Errors: `not_found`, `draft_elsewhere`, `too_many_drafts`.
 */
export async function keepDraft(
  tx: Tx,
  at: DraftPlace,
  { subject, text, choices, files, base }: z.output<typeof draftBody>,
): Promise<{ version: Id<'draft'> }> {
  const version = tx.newId<'draft'>();
  const { person, place, belongsTo, about, open } = at;
  const { rows } = await sql<{ open: boolean; kept: boolean; many: boolean }>`
    with door as (
      select ${open} as open, (select count(*) from support.drafts d where d.person_id = ${person}) > ${most} as many
    ), kept as (
      insert into support.drafts as d
        (person_id, place, belongs_to, about, version, subject, body, choices, files, saved_at)
      select ${person}, ${place}, ${belongsTo}, ${about}, ${version}, ${subject}, ${text}, ${JSON.stringify(choices)}::jsonb,
        ${files}::uuid[], ${tx.now}
      from door where open and not many and (${base}::uuid is null or exists (select from support.drafts b
        where b.person_id = ${person} and b.place = ${place} and b.belongs_to = ${belongsTo} and b.about = ${about}
          and b.version = ${base}))
      on conflict (person_id, place, belongs_to, about) do update set version = excluded.version, subject = excluded.subject,
        body = excluded.body, choices = excluded.choices, files = excluded.files, saved_at = excluded.saved_at
        where d.version = ${base}
      returning version
    )
    select door.open, door.many, exists (select from kept) as kept from door`.execute(tx.db);
  const { open: mayWrite, kept, many } = rows[0]!;
  if (!mayWrite) throw new Problem(notFound);
  if (!kept) throw new Problem(many ? tooManyDrafts : draftElsewhere);
  return { version };
}

/** Throws a draft away, if it is still as its author saw it. */
export async function dropDraft(tx: Tx, person: Id<'person'>, version: Id<'draft'>): Promise<void> {
  await sql`delete from support.drafts where person_id = ${person} and version = ${version}`.execute(tx.db);
}

/** What was written is sent: its draft goes with the commit. One that was changed on another device meanwhile stays. */
export function sentFromDraft(tx: Tx, person: Id<'person'>, version: Id<'draft'> | undefined): void {
  if (version)
    tx.withCommit(sql`delete from support.drafts where person_id = ${person} and version = ${version}`);
}
