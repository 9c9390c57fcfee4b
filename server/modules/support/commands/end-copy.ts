import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { copiedRemoved } from '../events.ts';
import type { Seeing } from '../seeing.ts';

/** Whether a client may take copied address `c` off ticket `t`: whose ticket it is, who added it, or an owner. */
export const mayEndCopy = ({ person, owner }: Seeing): RawBuilder<boolean> =>
  owner ? sql<boolean>`true` : sql<boolean>`(t.requester_id = ${person} or c.added_by = ${person})`;

/** Copies no more to an address. Needs a transaction that sees everything. Errors: `not_found`. */
export async function endCopy(
  tx: Tx,
  /** The condition on ticket `t` and copied address `c`. */
  allowed: RawBuilder<boolean>,
  { ticket, copied, side }: { ticket: Id<'ticket'>; copied: Id<'copied'>; side: 'client' | 'staff' },
): Promise<void> {
  const ended = await end(tx, sql<boolean>`${allowed} and t.id = ${ticket} and c.id = ${copied}`, side);
  if (!ended) throw new Problem(notFound);
}

/** Whoever reads the address wants no more, by the link in each mail. Ended once is ended. */
export async function refuseCopy(tx: Tx, copied: string): Promise<void> {
  await end(tx, sql<boolean>`c.id = ${copied}`, 'self');
}

async function end(tx: Tx, which: RawBuilder<boolean>, by: 'client' | 'staff' | 'self'): Promise<boolean> {
  const { rows } = await sql<{ organization: Id<'organization'>; ticket: Id<'ticket'>; id: string }>`
    update support.copied c set ended_at = ${tx.now}, ended_by = ${by} from support.tickets t
    where t.organization_id = c.organization_id and t.id = c.ticket_id and ${which}
      and (c.ended_at is null or (${by} = 'self' and c.ended_by <> 'self'))
    returning c.organization_id as organization, c.ticket_id as ticket, c.id`.execute(tx.db);
  const row = rows[0];
  if (!row) return false;
  tx.emit(copiedRemoved, {
    organizationId: row.organization,
    subject: { kind: 'ticket', id: row.ticket },
    data: { copiedId: row.id, by },
  });
  return true;
}
