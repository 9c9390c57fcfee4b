import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/tx.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { Bilingual } from '../../catalog/index.ts';
import { termsPublished } from '../events.ts';

/** Puts new terms in force for orders from now on; every earlier version stays, since people accepted it. */
export async function publishTerms(tx: Tx, person: Id<'person'>, text: Bilingual): Promise<void> {
  const { version } = await tx.db
    .insertInto('orders.terms')
    .values({
      version: sql<number>`(select coalesce(max(version), 0) + 1 from orders.terms)`,
      text: JSON.stringify(text),
      published_at: tx.now,
      published_by: person,
    })
    .returning('version')
    .executeTakeFirstOrThrow();
  tx.emit(termsPublished, {
    organizationId: null,
    subject: { kind: 'terms', id: String(version) },
    data: { version },
  });
}
