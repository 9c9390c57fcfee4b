import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { decodeCursor, pageOf } from '../../../kernel/values/page.ts';
import type { Page } from '../../../kernel/values/page.ts';
import { ruleActs } from '../contract.ts';
import type { RuleActs, RuleRun, TicketRule } from '../contract.ts';
import { compile } from '../domain/rules.ts';
import type { Conditions, Looked, Moment } from '../domain/rules.ts';

const most = 200;

/** All rules in the order in which they run. */
export async function listRules(db: Db): Promise<TicketRule[]> {
  const { rows } = await sql<Omit<TicketRule, 'lastRunAt'> & { lastRunAt: Date | null }>`
    select r.id, r.title, r.position, r.active, r.moment, r.hours, r.conditions, r.acts, r.version,
      (select max(n.ran_at) from automation.runs n where n.rule_id = r.id) as "lastRunAt"
    from automation.rules r order by r.position, r.id limit ${most}`.execute(db);
  return rows.map(({ lastRunAt, ...rule }) => ({ ...rule, lastRunAt: lastRunAt?.toISOString() ?? null }));
}

/** A rule in force, ready to be asked. */
export interface RunnableRule {
  id: Id<'rule'>;
  title: string;
  moment: Moment;
  hours: number | null;
  conditions: Conditions;
  holds: (ticket: Looked) => boolean;
  acts: RuleActs;
  savedBy: Id<'person'> | null;
  keeper: string | null;
}

/** What was made ready of a rule's version: every ticket that comes asks for all of them. */
const ready = new Map<string, Pick<RunnableRule, 'holds' | 'acts'>>();

/** The rules in force, in the order in which they run. */
export async function readRules(db: Db): Promise<RunnableRule[]> {
  const { rows } = await sql<Omit<RunnableRule, 'holds'> & { version: number }>`
    select r.id, r.version, r.title, r.moment, r.hours, r.conditions, r.acts, r.saved_by as "savedBy", p.name as keeper
    from automation.rules r left join identity.people p on p.id = r.saved_by
    where r.active order by r.position, r.id limit ${most}`.execute(db);
  return rows.map(({ version, ...rule }) => {
    const name = `${rule.id} ${version}`;
    const made = ready.get(name) ?? { holds: compile(rule.conditions), acts: ruleActs.parse(rule.acts) };
    if (ready.size >= 2 * most) ready.clear();
    ready.set(name, made);
    return { ...rule, ...made };
  });
}

/** What a rule did, the latest first. Errors: `not_found`. */
export async function listRuns(
  db: Db,
  rule: Id<'rule'>,
  asked: { after?: string | undefined; limit: number },
): Promise<Page<RuleRun>> {
  const from = asked.after === undefined ? null : decodeCursor(asked.after, ['instant', 'id']);
  const { rows } = await sql<Omit<RuleRun, 'ranAt'> & { id: Id<'run'>; ran_at: Date }>`
    select n.id, n.acts, n.depth, n.problem, n.ran_at,
      case when t.id is not null then json_build_object('id', t.id, 'number', t.number, 'subject', t.subject) end as ticket
    from automation.runs n left join support.tickets t on t.id = n.ticket_id
    where n.rule_id = ${rule} ${from ? sql`and (n.ran_at, n.id) < (${from[0]}, ${from[1]}::uuid)` : sql``}
    order by n.ran_at desc, n.id desc limit ${asked.limit + 1}`.execute(db);
  if (rows.length === 0) await requireRule(db, rule);
  const page = pageOf(rows, asked.limit, (row) => [row.ran_at, row.id]);
  return {
    ...page,
    items: page.items.map(({ ran_at: at, ...run }) => ({ ...run, ranAt: at.toISOString() })),
  };
}

async function requireRule(db: Db, rule: Id<'rule'>): Promise<void> {
  const there = await db
    .selectFrom('automation.rules')
    .select('id')
    .where('id', '=', rule)
    .executeTakeFirst();
  if (!there) throw new Problem(notFound);
}
