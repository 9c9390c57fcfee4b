import type { Db } from '../../../kernel/db/types.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';

/** The organization of a ticket, for staff. Errors: `not_found`. */
export async function organizationOf(db: Db, ticket: Id<'ticket'>): Promise<Id<'organization'>> {
  const found = await db
    .selectFrom('support.tickets')
    .select('organization_id')
    .where('id', '=', ticket)
    .executeTakeFirst();
  if (!found) throw new Problem(notFound);
  return found.organization_id as Id<'organization'>;
}
