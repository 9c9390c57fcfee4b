import { sql } from 'kysely';
import type { z } from 'zod';
import type { Db } from '../../kernel/db/types.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { decodeCursor, pageOf } from '../../kernel/values/page.ts';
import type { Client, clientQuery } from './contract.ts';
import type { TierBadge } from './tier-contract.ts';
import { tierOf } from './tiers/queries.ts';
import type { Role } from './domain/standing.ts';
import { findOrganization } from './queries.ts';

/** Clients by name, for staff; `q` finds names and addresses that contain it. */
export async function listClients(db: Db, { after, limit, q, tier }: z.output<typeof clientQuery>) {
  const from = after === undefined ? null : decodeCursor(after, ['text', 'id']);
  const pattern = q ? `%${q.toLowerCase().replace(/[\\%_]/g, '\\$&')}%` : null;
  const rows = await db
    .selectFrom('organizations.organizations as o')
    .leftJoin('organizations.organizations as p', 'p.id', 'o.parent_id')
    .select([
      'o.id',
      'o.slug',
      'o.name',
      'o.billing_email',
      'o.country',
      'o.currency',
      'o.created_at',
      'o.kind',
      'o.parent_id',
      'p.name as parent',
    ])
    .select((eb) => eb.fn<string>('lower', ['o.name']).as('sort'))
    .select(tierOf('o.id').as('tier'))
    .$if(tier !== undefined, (query) =>
      query.where((eb) =>
        eb.exists(
          eb
            .selectFrom('organizations.client_tiers as c')
            .whereRef('c.organization_id', '=', 'o.id')
            .where('c.tier_id', '=', tier!)
            .select('c.tier_id'),
        ),
      ),
    )
    .$if(pattern !== null, (query) =>
      query.where((eb) =>
        eb.or([eb(eb.fn('lower', ['o.name']), 'like', pattern), eb('o.billing_email', 'like', pattern)]),
      ),
    )
    .$if(from !== null, (query) =>
      query.where((eb) =>
        eb(eb.tuple(eb.fn<string>('lower', ['o.name']), eb.ref('o.id')), '>', eb.tuple(from![0], from![1])),
      ),
    )
    .orderBy('sort')
    .orderBy('o.id')
    .limit(limit + 1)
    .execute();
  const page = pageOf(rows, limit, (row) => [row.sort, row.id as Id<'organization'>]);
  return { ...page, items: page.items.map(client) };
}

function client(row: {
  id: string;
  slug: string;
  name: string;
  billing_email: string;
  country: string;
  currency: string;
  created_at: Date;
  kind: string;
  parent_id: string | null;
  parent: string | null;
  tier: TierBadge | null;
}): Client {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    billingEmail: row.billing_email,
    country: row.country,
    currency: row.currency,
    parent: row.parent_id ? { id: row.parent_id, name: row.parent ?? '' } : null,
    guest: row.kind === 'guest',
    tier: row.tier,
    createdAt: row.created_at.toISOString(),
  };
}

/** One client as staff see it: details, place in its group of companies, people. */
export async function findClient(db: Db, id: Id<'organization'>) {
  const [organization, { guest, tier }, relatives, members] = await Promise.all([
    findOrganization(db, id),
    readKind(db, id),
    db
      .selectFrom('organizations.organizations as o')
      .innerJoin('organizations.organizations as self', (join) => join.onTrue().on('self.id', '=', id))
      .select(['o.id', 'o.name'])
      .select((eb) => eb('o.parent_id', '=', id).as('is_child'))
      .where((eb) => eb.or([eb('o.parent_id', '=', id), eb('o.id', '=', eb.ref('self.parent_id'))]))
      .orderBy('o.name')
      .limit(200)
      .execute(),
    db
      .selectFrom('organizations.members as m')
      .innerJoin('identity.people as p', 'p.id', 'm.person_id')
      .leftJoin('organizations.roles as r', (join) =>
        join.onRef('r.organization_id', '=', 'm.organization_id').onRef('r.id', '=', 'm.role_id'),
      )
      .select(['p.id', 'p.name', 'p.email', 'm.role', 'r.name as roleName'])
      .where('m.organization_id', '=', id)
      .orderBy('p.name')
      .limit(200)
      .execute(),
  ]);
  const parent = relatives.find((row) => !row.is_child);
  return {
    ...organization,
    guest,
    tier,
    parent: parent ? { id: parent.id, name: parent.name } : null,
    children: relatives.filter((row) => row.is_child).map(({ id: child, name }) => ({ id: child, name })),
    members: members.map((row) => ({ ...row, role: row.role as Role['role'] })),
  };
}

async function readKind(db: Db, id: Id<'organization'>) {
  const { rows } = await sql<{ guest: boolean; tier: TierBadge | null }>`
    select o.kind = 'guest' as guest, ${tierOf('o.id')} as tier from organizations.organizations o where o.id = ${id}`.execute(
    db,
  );
  return rows[0] ?? { guest: false, tier: null };
}

/** Nobody has claimed it yet. */
export async function isGuest(db: Db, id: Id<'organization'>): Promise<boolean> {
  const row = await db
    .selectFrom('organizations.organizations')
    .select('kind')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.kind === 'guest';
}
