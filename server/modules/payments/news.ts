import { sql } from 'kysely';
import type { Tx } from '../../kernel/db/tx.ts';
import type { PaymentSnapshot } from './gateway.ts';
import type { StoredStep } from './next-step.ts';

/** What is known of an attempt from outside. Without a reference it is our own conclusion. */
export type News = Omit<PaymentSnapshot, 'reference'> & { reference: string | null; next?: StoredStep };

/** What a webhook leaves in the inbox. */
export interface InboxNote {
  gateway: string;
  eventId: string;
  kind: 'payment' | 'refund' | 'saved_method_updated' | 'dispute';
  attempt: string | null;
  reference: string | null;
  status: string | null;
  bodyHash: Buffer;
}

/** False when the event was noted before. */
export async function noteEvent(tx: Tx, note: InboxNote & { outcome: string }): Promise<boolean> {
  const { numAffectedRows } = await noteInsert(tx, note).execute(tx.db);
  return numAffectedRows === 1n;
}

/** The same as a statement, to be sent along with another. */
export function noteInsert(tx: Tx, note: InboxNote & { outcome: string }) {
  return sql`insert into payments.inbox (gateway, event_id, kind, attempt_id, reference, status, outcome, body_hash, received_at)
    values (${note.gateway}, ${note.eventId}, ${note.kind}, ${note.attempt}, ${note.reference}, ${note.status},
      ${note.outcome}, ${note.bodyHash}, ${tx.now})
    on conflict do nothing`;
}
