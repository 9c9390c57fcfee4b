import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { compile } from '../../automation/index.ts';
import type { Conditions, LookedTicket } from '../../automation/index.ts';
import type { Rule, RuleActs } from '../contract.ts';
import type { Trigger } from './due.ts';

const most = 100;

const columns = sql`r.id, r.title, r.conditions, r.age_minutes as "ageMinutes", r.goal, r.goal_offset as "goalOffset", r.offset_in as "offsetIn", r.reopenings,
  r.level, r.way, r.acts`;

/** All rules in their order. */
export async function listRules(db: Db): Promise<Rule[]> {
  const { rows } = await sql<Omit<Rule, 'lastFiredAt'> & { last: Date | null }>`
    select ${columns}, r.position, r.active, r.version,
      (select max(e.fired_at) from escalation.escalations e where e.rule_id = r.id) as last
    from escalation.rules r order by r.position, r.id limit ${most}`.execute(db);
  return rows.map(({ last, ...rule }) => ({ ...rule, lastFiredAt: last?.toISOString() ?? null }));
}

/** A rule in force. */
export interface ActiveRule extends Trigger {
  id: Id<'escalation-rule'>;
  title: string;
  since: Date;
  level: number;
  way: Rule['way'];
  acts: RuleActs;
  holds: (ticket: LookedTicket) => boolean;
}

/** The rules in force, in their order, or one of them. */
export async function readActiveRules(db: Db, one?: string): Promise<ActiveRule[]> {
  const { rows } = await sql<Omit<ActiveRule, 'holds'> & { conditions: Conditions }>`
    select ${columns}, r.since from escalation.rules r
    where r.active ${one ? sql`and r.id = ${one}` : sql``} order by r.position, r.id limit ${most}`.execute(
    db,
  );
  return rows.map(({ conditions, ...rule }) => ({ ...rule, holds: compile(conditions) }));
}
