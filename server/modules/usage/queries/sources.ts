import type { Db } from '../../../kernel/db/types.ts';
import type { UsageSources } from '../contract.ts';

/** The systems that report, those that may first. A business has a few. */
export async function listSources(db: Db): Promise<UsageSources> {
  const rows = await db
    .selectFrom('usage.sources as s')
    .innerJoin('identity.people as p', 'p.id', 's.created_by')
    .select(['s.id', 's.name', 's.created_at', 's.used_at', 's.revoked_at', 'p.name as by'])
    .orderBy((eb) => eb('s.revoked_at', 'is not', null))
    .orderBy('s.created_at', 'desc')
    .limit(100)
    .execute();
  return {
    items: rows.map((row) => ({
      id: row.id,
      name: row.name,
      by: row.by,
      createdAt: row.created_at.toISOString(),
      usedAt: row.used_at?.toISOString() ?? null,
      revokedAt: row.revoked_at?.toISOString() ?? null,
    })),
  };
}
