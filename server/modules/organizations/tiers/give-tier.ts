import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import { isId } from '../../../kernel/values/ids.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { clientTierSet } from '../events.ts';
import { findOrganization } from '../queries.ts';
import { unknownTier } from '../tier-contract.ts';
import type { usedBy } from '../tier-contract.ts';

/** Errors: `not_found`; `unknown_tier`, also for one that is archived, unless the client has it. */
export async function giveTier(
  tx: Tx,
  organization: Id<'organization'>,
  tier: Id<'tier'> | null,
): Promise<void> {
  await findOrganization(tx.db, organization);
  const had = await tx.db
    .selectFrom('organizations.client_tiers')
    .select('tier_id')
    .where('organization_id', '=', organization)
    .forUpdate()
    .executeTakeFirst();
  if ((had?.tier_id ?? null) === tier) return;
  if (tier === null) {
    await tx.db
      .deleteFrom('organizations.client_tiers')
      .where('organization_id', '=', organization)
      .execute();
  } else {
    const { rows } = await sql`
      insert into organizations.client_tiers (organization_id, tier_id, set_at)
      select ${organization}, id, ${tx.now} from organizations.tiers where id = ${tier} and not archived
      on conflict (organization_id) do update set tier_id = excluded.tier_id, set_at = excluded.set_at
      returning tier_id`.execute(tx.db);
    if (rows.length === 0) throw new Problem(unknownTier);
  }
  tx.emit(clientTierSet, {
    organizationId: organization,
    subject: { kind: 'organization', id: organization },
    data: { from: had?.tier_id ?? null, to: tier },
  });
}

interface Use {
  kind: (typeof usedBy)[number];
  id: string;
  names: { id: string; en: string };
}

/**
 * Notes which tiers something of another module asks for, in place of those it asked for before: none of them is deleted while it does.
 * Errors: `unknown_tier`.
 */
export async function noteTierUses(
  tx: Tx,
  { kind, id, names }: Use,
  tiers: readonly string[],
): Promise<void> {
  if (!tiers.every(isId)) throw new Problem(unknownTier);
  await sql`delete from organizations.tier_uses where kind = ${kind} and used_by = ${id}`.execute(tx.db);
  if (tiers.length === 0) return;
  await sql`
    insert into organizations.tier_uses (tier_id, kind, used_by, names)
    select distinct x, ${kind}, ${id}::uuid, ${JSON.stringify(names)}::jsonb from unnest(${[...tiers]}::uuid[]) x`
    .execute(tx.db)
    .catch((error: Error & { code?: string }) => {
      throw error.code === '23503' ? new Problem(unknownTier) : error;
    });
}
