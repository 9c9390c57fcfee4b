import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { Problem } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { unknownUpload } from '../contract.ts';

/** An upload that no message has taken within a day is on its way out. */
export const uploadHours = 24;

/**
 * Gives a message the uploads of its author, as the part of a larger statement that follows `ticket` and does nothing without a row
 * there. Returns the ids of those that could be given.
 */
export function attaching(of: {
  organization: Id<'organization'>;
  ticket: Id<'ticket'>;
  message: Id<'message'>;
  files: readonly Id<'file'>[];
  by: { kind: 'client' | 'staff'; id: Id<'person'> };
  now: Date;
  internal?: boolean;
}): RawBuilder<unknown> {
  const { organization, files, by, now } = of;
  if (files.length === 0) return sql`select null::uuid as id where false`;
  // What staff upload is internal until a public message takes it; the portal's role could not change that.
  const opened = by.kind === 'staff' ? sql`, internal = ${of.internal ?? false}` : sql``;
  return sql`update support.attachments set ticket_id = ${of.ticket}, message_id = ${of.message}${opened}
    where organization_id = ${organization} and id = any (${files}::uuid[]) and uploaded_by = ${by.id} and message_id is null
      and size is not null and uploaded_at > ${new Date(now.getTime() - uploadHours * 3_600_000)} and exists (select from ticket)
    returning id`;
}

/** Errors: `unknown_upload`. A message is never posted with fewer files than its author sees. */
export function requireAll(files: readonly string[], attached: number): void {
  if (attached !== new Set(files).size) throw new Problem(unknownUpload);
}
