import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, changedMeanwhile, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { tiersIn } from '../../automation/index.ts';
import { noteTierUses } from '../../organizations/index.ts';
import { findAgent, notAssignable, unknownLink } from '../../support/index.ts';
import type { RuleActs, RuleBody } from '../contract.ts';
import { ruleRemoved, ruleSaved } from '../events.ts';

const about = (id: string) => ({ organizationId: null, subject: { kind: 'escalation-rule', id } });

async function requirePossible(tx: Tx, { queue, assignee }: RuleActs): Promise<void> {
  if (assignee && assignee !== 'on_call' && !(await findAgent(tx.db, assignee)))
    throw new Problem(notAssignable);
  if (!queue) return;
  const there = await tx.db
    .selectFrom('support.queues')
    .select('name')
    .where('name', '=', queue)
    .executeTakeFirst();
  if (!there) throw new Problem(unknownLink);
}

const useOf = (id: string, { title }: { title: string }) => ({
  kind: 'escalation_rule' as const,
  id,
  names: { id: title, en: title },
});

async function rowOf(tx: Tx, rule: RuleBody) {
  const { conditions, acts, ageMinutes, goalOffset, offsetIn, ...columns } = rule;
  await requirePossible(tx, acts);
  return {
    ...columns,
    age_minutes: ageMinutes,
    goal_offset: goalOffset,
    offset_in: offsetIn,
    conditions: JSON.stringify(conditions),
    acts: JSON.stringify(acts),
    since: tx.now,
  };
}

/** Errors: `not_assignable`, `unknown_link`, `unknown_tier`. */
export async function addRule(tx: Tx, rule: RuleBody): Promise<Id<'escalation-rule'>> {
  const id = tx.newId<'escalation-rule'>();
  await tx.db
    .insertInto('escalation.rules')
    .values({ id, ...(await rowOf(tx, rule)) })
    .execute();
  await noteTierUses(tx, useOf(id, rule), tiersIn(rule.conditions));
  tx.emit(ruleSaved, { ...about(id), data: { active: rule.active } });
  return id;
}

/** Errors: those of adding, `not_found`, `changed_meanwhile`. */
export async function changeRule(
  tx: Tx,
  id: Id<'escalation-rule'>,
  version: number,
  rule: RuleBody,
): Promise<void> {
  const there = await tx.db
    .selectFrom('escalation.rules')
    .select('version')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!there) throw new Problem(notFound);
  if (there.version !== version) throw new Problem(changedMeanwhile);
  await tx.db
    .updateTable('escalation.rules')
    .set({ ...(await rowOf(tx, rule)), version: version + 1 })
    .where('id', '=', id)
    .execute();
  await noteTierUses(tx, useOf(id, rule), tiersIn(rule.conditions));
  tx.emit(ruleSaved, { ...about(id), data: { active: rule.active } });
}

/** What it raised stays, under its name. Errors: `not_found`. */
export async function removeRule(tx: Tx, id: Id<'escalation-rule'>): Promise<void> {
  const { numDeletedRows } = await tx.db
    .deleteFrom('escalation.rules')
    .where('id', '=', id)
    .executeTakeFirst();
  if (numDeletedRows === 0n) throw new Problem(notFound);
  await noteTierUses(tx, useOf(id, { title: '' }), []);
  tx.emit(ruleRemoved, { ...about(id), data: {} });
}
