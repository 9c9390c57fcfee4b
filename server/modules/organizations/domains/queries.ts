import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { MailDomain } from '../contract.ts';
import { graceDays, holding } from '../domain/domain-states.ts';
import type { DomainState } from '../domain/domain-states.ts';

/** The name that has to carry a TXT record for a domain, and what the record has to say. */
export const recordOf = (domain: string, token: string) => ({
  name: `_clientarea-challenge.${domain}`,
  value: `clientarea-verification=${token}`,
});

/** Whose a mail domain is: the one organization that has shown it. Null when nobody has. */
export async function findVerifiedDomain(
  db: Db,
  domain: string,
): Promise<{ id: Id<'domain'>; organization: Id<'organization'>; domain: string } | null> {
  const row = await db
    .selectFrom('organizations.domains')
    .select(['id', 'organization_id', 'domain'])
    .where('domain', '=', domain.toLowerCase())
    .where('state', 'in', holding)
    .executeTakeFirst();
  return row
    ? {
        id: row.id as Id<'domain'>,
        organization: row.organization_id as Id<'organization'>,
        domain: row.domain,
      }
    : null;
}

/** The domains of an organization by name, with the record that each has to carry. */
export async function listDomains(
  db: Db,
  organization: Id<'organization'>,
): Promise<{ items: MailDomain[] }> {
  const { rows } = await sql<{
    id: string;
    domain: string;
    state: DomainState;
    token: string;
    added_at: Date;
    verified_at: Date | null;
    checked_at: Date | null;
    missing_since: Date | null;
    by_hand: boolean;
  }>`select id, domain, state, token, added_at, verified_at, checked_at, missing_since, verified_by is not null as by_hand
    from organizations.domains where organization_id = ${organization} order by domain`.execute(db);
  const items = rows.map((row) => ({
    id: row.id,
    domain: row.domain,
    state: row.state,
    record: recordOf(row.domain, row.token),
    byHand: row.by_hand,
    addedAt: row.added_at.toISOString(),
    verifiedAt: row.verified_at?.toISOString() ?? null,
    checkedAt: row.checked_at?.toISOString() ?? null,
    offAt: row.missing_since ? endOfGrace(row.missing_since).toISOString() : null,
  }));
  return { items };
}

export const endOfGrace = (missingSince: Date) => new Date(missingSince.getTime() + graceDays * 86_400_000);
