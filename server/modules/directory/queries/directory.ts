import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { plainRole } from '../commands/settle-roles.ts';
import type { Directory } from '../contract.ts';
import type { At } from './users.ts';

const mostRequests = 50;
const mostGroups = 500;

/** How the directory of an organization is connected, and what it asked lately. */
export async function findDirectory(db: Db, organization: Id<'organization'>, at: At): Promise<Directory> {
  const { rows } = await sql<Omit<Directory, 'address' | 'requests'>>`
    select
      array(select d.domain from organizations.domains d
        where d.organization_id = ${organization} and d.state in ('verified', 'missing') order by d.domain) as domains,
      (select json_build_object('active', count(*) filter (where active), 'all', count(*))
        from directory.users where organization_id = ${organization}) as users,
      coalesce((select coalesce(role_id::text, role) from directory.defaults where organization_id = ${organization}), ${plainRole})
        as "byDefault",
      coalesce((
        select json_agg(json_build_object('id', g.id, 'name', g.name, 'role', coalesce(g.role_id::text, g.role),
          'members', (select count(*) from directory.group_members m where m.organization_id = g.organization_id and m.group_id = g.id))
          order by g.position, g.id)
        from (select * from directory.groups where organization_id = ${organization} order by position, id limit ${mostGroups}) g
      ), '[]'::json) as groups`.execute(db);
  const requests = await db
    .selectFrom('directory.requests as r')
    .leftJoin('organizations.api_keys as k', (join) =>
      join.onRef('k.organization_id', '=', 'r.organization_id').onRef('k.id', '=', 'r.key_id'),
    )
    .select(['r.id', 'r.at', 'k.name as key', 'r.method', 'r.about', 'r.name', 'r.status', 'r.detail'])
    .where('r.organization_id', '=', organization)
    .orderBy('r.id', 'desc')
    .limit(mostRequests)
    .execute();
  return {
    address: at,
    ...rows[0]!,
    requests: requests.map((row) => ({
      ...row,
      at: row.at.toISOString(),
      method: row.method as Directory['requests'][number]['method'],
      about: row.about as Directory['requests'][number]['about'],
    })),
  };
}
