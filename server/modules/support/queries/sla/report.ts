import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Db } from '../../../../kernel/db/types.ts';
import type { Download } from '../../../../kernel/http/route.ts';
import type { Locale } from '../../../../kernel/values/money.ts';
import { visible } from '../../seeing.ts';
import type { Seeing } from '../../seeing.ts';
import type { OwnReport, Report } from '../../sla-contract.ts';

interface Asked {
  months: number;
  zone: string;
  now: Date;
}

/** How promises were kept, by month, policy, goal and queue, the latest month first. */
export async function readReport(db: Db, asked: Asked & { queue?: string | undefined }): Promise<Report> {
  const { rows } = await sql<Report['items'][number]>`
    select x.month, x.goal, x.kept, x.late, x.running, x.minutes, x.queue,
      (select json_build_object('id', p.id, 'titles', p.titles) from support.policies p where p.id = x.policy_id and p.current) as policy
    from (
      ${counted(asked, { by: sql`c.policy_id, t.queue`, where: asked.queue ? sql`t.queue = ${asked.queue}` : sql`true` })}
    ) x order by x.month desc, x.policy_id, x.goal, x.queue limit 2000`.execute(db);
  return { items: rows };
}

/** The same of what one organization was promised, as far as somebody may see its tickets. */
export async function readOwnReport(db: Db, seeing: Seeing, asked: Asked): Promise<OwnReport> {
  const { rows } = await sql<OwnReport['items'][number]>`
    select x.* from (
      ${counted(asked, { by: sql`c.titles`, where: sql`${visible(seeing)} and c.titles is not null` })}
    ) x order by x.month desc, x.titles ->> 'id', x.goal limit 500`.execute(db);
  return { items: rows };
}

function counted(
  { months, zone, now }: Asked,
  { by, where }: { by: RawBuilder<unknown>; where: RawBuilder<unknown> },
): RawBuilder<unknown> {
  const late = sql`(c.breached_at is not null or c.state = 'running' and c.due_at < ${now})`;
  const took = sql`support.spent(c.calendar_id, c.stopped_at) - support.spent(c.calendar_id, c.started_at) - c.paused`;
  return sql`
    select to_char(c.started_at at time zone ${zone}, 'YYYY-MM') as month, c.goal, ${by},
      (count(*) filter (where c.state = 'met' and c.breached_at is null))::integer as kept,
      (count(*) filter (where ${late}))::integer as late,
      (count(*) filter (where c.state in ('running', 'paused') and not ${late}))::integer as running,
      round(avg(${took}) filter (where c.state = 'met') / 60000)::integer as minutes
    from support.clocks c join support.tickets t on t.organization_id = c.organization_id and t.id = c.ticket_id
    where c.state <> 'dropped' and ${where}
      and c.started_at >= (date_trunc('month', ${now}::timestamptz at time zone ${zone})
        - make_interval(months => ${months - 1})) at time zone ${zone}
    group by 1, 2, ${by}`;
}

const words = {
  id: {
    columns: [
      'Bulan',
      'Kebijakan',
      'Sasaran',
      'Antrean',
      'Tepat waktu',
      'Terlambat',
      'Berjalan',
      'Rata-rata menit kerja',
    ],
    goals: { first: 'Jawaban pertama', next: 'Jawaban berikutnya', resolution: 'Penyelesaian' },
  },
  en: {
    columns: ['Month', 'Policy', 'Goal', 'Queue', 'In time', 'Late', 'Running', 'Average business minutes'],
    goals: { first: 'First answer', next: 'Next answer', resolution: 'Resolution' },
  },
} as const;

/** The report as CSV. */
export function reportFile({ items }: Report, lang: Locale): Download {
  const { columns, goals } = words[lang];
  const rows = items.map(({ month, policy, goal, queue, kept, late, running, minutes }) => [
    month,
    policy.titles[lang],
    goals[goal],
    queue,
    kept,
    late,
    running,
    minutes ?? '',
  ]);
  // Spreadsheets take the mark at the beginning as the sign of UTF-8, and what begins like a formula for one.
  const cell = (value: string | number) => {
    const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
    return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const body = [columns, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
  return {
    name: 'service-levels.csv',
    type: 'text/csv; charset=utf-8',
    body: Buffer.from(`\ufeff${body}`),
  };
}
