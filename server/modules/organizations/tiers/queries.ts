import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import type { ClientTier, TierBadge } from '../tier-contract.ts';

/** In their order, what is archived last; with who and what has each. */
export async function listTiers(db: Db): Promise<ClientTier[]> {
  const { rows } = await sql<{ json: ClientTier }>`
    select json_build_object('id', x.id, 'titles', x.titles, 'color', x.color, 'position', x.position, 'archived', x.archived,
      'clients', (select count(*) from organizations.client_tiers c where c.tier_id = x.id),
      'uses', coalesce((select json_agg(json_build_object('kind', u.kind, 'id', u.used_by, 'names', u.names) order by u.kind, u.names ->> 'id')
        from organizations.tier_uses u where u.tier_id = x.id), '[]'::json),
      'version', x.version) as json
    from organizations.tiers x order by x.archived, x.position, x.id limit 50`.execute(db);
  return rows.map(({ json }) => json);
}

/** The tier of the organization that a column names, as JSON; null where it has none. */
export const tierOf = (organization: string): RawBuilder<TierBadge | null> => sql`(
  select json_build_object('id', x.id, 'titles', x.titles, 'color', x.color)
  from organizations.client_tiers ct join organizations.tiers x on x.id = ct.tier_id
  where ct.organization_id = ${sql.ref(organization)})`;
