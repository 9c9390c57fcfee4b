import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import { readSetting } from '../../../kernel/settings.ts';
import type { DunningTimeline, DunningTimelines } from '../dunning-contract.ts';
import { contestLimits, lateFees, promiseLimits, workingDays } from '../settings.ts';

/** How many invoices under way are counted at most. */
const mostCounted = 100;

/** All timelines, that for everything else first, and what in the catalog they may be for. */
export async function listTimelines(db: Db): Promise<DunningTimelines> {
  const underWay = sql`billing.dunnings d join billing.invoices i on i.organization_id = d.organization_id and i.id = d.invoice_id
    where d.timeline_id = t.id and i.status in ('due', 'overdue', 'pending')`;
  const counted = (which: ReturnType<typeof sql>) =>
    sql`(select count(*)::integer from (select from ${which} limit ${mostCounted}) as counted)`;
  const [items, families, calendar, promises, fees, contests] = await Promise.all([
    sql<DunningTimeline>`
      select t.id, t.name, t.is_default as "isDefault", t.version, v.plan,
        array(select f.family_id from billing.dunning_families f where f.timeline_id = t.id order by f.family_id) as families,
        ${counted(underWay)} as "underWay", ${counted(sql`${underWay} and d.timeline_version < t.version`)} as "byEarlier"
      from billing.dunning_timelines t join billing.dunning_versions v on v.timeline_id = t.id and v.version = t.version
      where t.archived_at is null order by t.is_default desc, t.name, t.id`.execute(db),
    sql<DunningTimelines['families'][number]>`
      select g.id, g.name as names, null as "groupId", g.position as first, -1 as second
        from catalog.groups g where g.archived_at is null
      union all select p.id, p.name, p.group_id, g.position, p.position
        from catalog.products p join catalog.groups g on g.id = p.group_id where p.archived_at is null
      order by first, "groupId" nulls first, second, id`.execute(db),
    readSetting(db, workingDays),
    readSetting(db, promiseLimits),
    readSetting(db, lateFees),
    readSetting(db, contestLimits),
  ]);
  return {
    items: items.rows,
    families: families.rows.map(({ id, names, groupId }) => ({ id, names, groupId })),
    workingDays: calendar,
    promises,
    contests,
    lateFees: fees,
  };
}
