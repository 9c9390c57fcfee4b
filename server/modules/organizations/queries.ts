import type { Selectable } from 'kysely';
import type { Locale } from '../../kernel/auth/actor.ts';
import type { Db, Tables } from '../../kernel/db/types.ts';
import { Problem, notFound } from '../../kernel/values/errors.ts';
import type { Id } from '../../kernel/values/ids.ts';
import type { Organization } from './contract.ts';

export async function findOrganization(db: Db, organization: Id<'organization'>): Promise<Organization> {
  const row = await db
    .selectFrom('organizations.organizations')
    .selectAll()
    .where('id', '=', organization)
    .executeTakeFirst();
  if (!row) throw new Problem(notFound);
  return organizationOf(row);
}

/**
 * Who owes what is invoiced for an organization now: itself, or the nearest one above it that pays for itself. Needs a transaction that
 * sees everything. Errors: `not_found`.
 */
export async function findPayer(db: Db, organization: Id<'organization'>): Promise<Organization> {
  const row = await db
    .selectFrom('organizations.tree as t')
    .innerJoin('organizations.organizations as o', 'o.id', 't.ancestor_id')
    .selectAll('o')
    .where('t.descendant_id', '=', organization)
    .where('o.pays', '=', 'itself')
    .orderBy('t.depth')
    .limit(1)
    .executeTakeFirst();
  if (!row) throw new Problem(notFound);
  return organizationOf(row);
}

function organizationOf(row: Selectable<Tables['organizations.organizations']>): Organization {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    billingEmail: row.billing_email,
    address: row.address,
    country: row.country,
    taxId: row.tax_id,
    currency: row.currency,
    timeZone: row.time_zone,
    locale: row.locale as Locale,
    closed: row.closed,
    hasParent: row.parent_id !== null,
    pays: row.pays as Organization['pays'],
    asksSecondStep: row.asks_second_step,
    sessionLimits: { idleMinutes: row.session_idle_minutes, hours: row.session_hours },
    createdAt: row.created_at.toISOString(),
    version: row.version,
  };
}

/** How often, in months, somebody is reminded to look through who has access; null: never. */
export async function findReview(
  db: Db,
  organization: Id<'organization'>,
): Promise<{ months: number | null }> {
  const { review_months } = await db
    .selectFrom('organizations.organizations')
    .select('review_months')
    .where('id', '=', organization)
    .executeTakeFirstOrThrow();
  return { months: review_months };
}
