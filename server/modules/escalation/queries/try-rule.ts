import type { Db } from '../../../kernel/db/types.ts';
import { compile, readLooked } from '../../automation/index.ts';
import type { TriedRule, TryBody } from '../contract.ts';
import { findDue } from './due.ts';

const days = 30;
const most = 2_000;
const shown = 20;

/** Which tickets a rule would have raised in the last 30 days, when, and to what; with tickets as they are now. Nothing is changed. */
export async function tryRule(db: Db, rule: TryBody, now: Date): Promise<TriedRule> {
  const from = new Date(now.getTime() - days * 86_400_000);
  const due = await findDue(db, rule, { from, until: now, past: true, limit: most });
  const tickets = await readLooked(
    db,
    due.map(({ ticket }) => ({ ticket, message: null })),
  );
  const holds = compile(rule.conditions);
  const matched = tickets.flatMap((ticket, index) => (holds(ticket) ? [{ ticket, at: due[index]!.at }] : []));
  return {
    looked: tickets.length,
    matched: matched.length,
    items: matched
      .toReversed()
      .slice(0, shown)
      .map(({ ticket: { id, number, subject }, at }) => ({
        id,
        number,
        subject,
        at: at.toISOString(),
        level: rule.level,
      })),
  };
}
