import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import type { RatingReport, RatingReportQuery } from '../contract.ts';

const most = 500;

const counts = sql`count(*)::integer as asked, count(r.score)::integer as answered,
  round(avg(r.score), 2)::double precision as average, (count(*) filter (where r.score >= 4))::integer as satisfied`;

/** How many were asked in the last months, how many answered, and what they gave: by month, queue or agent. */
export async function readReport(
  db: Db,
  { by, months, zone, now }: RatingReportQuery & { zone: string; now: Date },
): Promise<RatingReport> {
  const key = {
    month: sql`to_char(r.asked_at at time zone ${zone}, 'YYYY-MM')`,
    queue: sql`r.queue`,
    agent: sql`r.agent_id::text`,
  }[by];
  const since = sql`r.asked_at >= (date_trunc('month', ${now}::timestamptz at time zone ${zone})
    - make_interval(months => ${months - 1})) at time zone ${zone}`;
  const [all, waiting, items, agents, queues] = await Promise.all([
    sql<Omit<RatingReport['all'], 'waiting'>>`
      select ${counts} from feedback.ratings r where ${since}`.execute(db),
    sql<{ waiting: number }>`
      select count(*)::integer as waiting from feedback.ratings where follow_up in ('open', 'taken')`.execute(
      db,
    ),
    sql<RatingReport['items'][number]>`
      select x.*, q.titles, p.name from (
        select ${key} as key, ${counts} from feedback.ratings r where ${since} group by 1
      ) x left join support.queues q on ${by === 'queue'} and q.name = x.key
        left join identity.people p on ${by === 'agent'} and p.id::text = x.key
      order by ${by === 'month' ? sql`x.key desc` : sql`x.answered desc, x.key`} limit ${most}`.execute(db),
    sql<{ id: string; name: string }>`
      select p.id, p.name from identity.people p
      where p.id in (select r.agent_id from feedback.ratings r where r.score is not null)
      order by p.name, p.id limit ${most}`.execute(db),
    db.selectFrom('support.queues').select(['name', 'titles']).orderBy('position').orderBy('name').execute(),
  ]);
  return {
    all: { ...all.rows[0]!, ...waiting.rows[0]! },
    items: items.rows,
    agents: agents.rows,
    queues: queues as RatingReport['queues'],
  };
}
