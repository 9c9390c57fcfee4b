import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/tx.ts';
import type { Db } from '../../../kernel/db/types.ts';
import { Problem, changedMeanwhile } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { notAMember } from '../contract.ts';
import type { Sharing, SharingBody } from '../contract.ts';
import { ticketsShared } from '../events.ts';

/** How an organization shares its tickets; version 0: nobody has set it. */
export async function readSharing(db: Db, organization: Id<'organization'>): Promise<Sharing> {
  const row = await db
    .selectFrom('support.sharing')
    .select(['mode', 'people', 'version'])
    .where('organization_id', '=', organization)
    .executeTakeFirst();
  return row
    ? { mode: row.mode as Sharing['mode'], people: row.people, version: row.version }
    : { mode: 'role', people: [], version: 0 };
}

/** Errors: `changed_meanwhile`, `not_a_member`. */
export async function shareTickets(
  tx: Tx,
  organization: Id<'organization'>,
  version: number,
  { mode, people: named }: SharingBody,
): Promise<void> {
  const people = mode === 'members' ? [...new Set(named)] : [];
  const { rows } = await sql<{ id: string }>`
    select m.id from organizations.member_names(${organization}) m where m.id = any (${people}::uuid[])`.execute(
    tx.db,
  );
  if (rows.length !== people.length) throw new Problem(notAMember);
  const written = await tx.db
    .insertInto('support.sharing')
    .values({ organization_id: organization, mode, people })
    .onConflict((conflict) =>
      conflict
        .column('organization_id')
        .doUpdateSet({ mode, people, version: version + 1 })
        .where('support.sharing.version', '=', version),
    )
    .returning('version')
    .executeTakeFirst();
  if (!written || (version === 0 && written.version !== 1)) throw new Problem(changedMeanwhile);
  tx.emit(ticketsShared, {
    organizationId: organization,
    subject: { kind: 'organization', id: organization },
    data: { mode, people: people.length },
  });
}
