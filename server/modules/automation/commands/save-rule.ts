import type { Session } from '../../../kernel/auth/actor.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, changedMeanwhile, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { noteTierUses } from '../../organizations/index.ts';
import type { RuleBody } from '../contract.ts';
import { tiersIn } from '../domain/rules.ts';
import { ruleRemoved, ruleSaved } from '../events.ts';
import { requireKnownVariables } from './own-or-shared.ts';
import { requirePossible } from './save-macro.ts';

const about = (id: string) => ({ organizationId: null, subject: { kind: 'rule', id } });

const useOf = (id: string, { title }: { title: string }) => ({
  kind: 'rule' as const,
  id,
  names: { id: title, en: title },
});

async function rowOf(tx: Tx, { person }: Session, rule: RuleBody) {
  const { conditions, acts, ...columns } = rule;
  requireKnownVariables({ 'acts.tell.id': acts.tell?.id, 'acts.tell.en': acts.tell?.en });
  await requirePossible(tx.db, acts);
  return {
    ...columns,
    conditions: JSON.stringify(conditions),
    acts: JSON.stringify(acts),
    saved_by: person.id,
  };
}

/** Errors: `unknown_variable`, `not_assignable`, `unknown_link`, `unknown_tier`. */
export async function addRule(tx: Tx, session: Session, rule: RuleBody): Promise<Id<'rule'>> {
  const id = tx.newId<'rule'>();
  await tx.db
    .insertInto('automation.rules')
    .values({ id, ...(await rowOf(tx, session, rule)) })
    .execute();
  await noteTierUses(tx, useOf(id, rule), tiersIn(rule.conditions));
  tx.emit(ruleSaved, { ...about(id), data: { active: rule.active } });
  return id;
}

/** Errors: those of adding, `not_found`, `changed_meanwhile`. */
export async function changeRule(
  tx: Tx,
  session: Session,
  id: Id<'rule'>,
  version: number,
  rule: RuleBody,
): Promise<void> {
  const there = await tx.db
    .selectFrom('automation.rules')
    .select('version')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!there) throw new Problem(notFound);
  if (there.version !== version) throw new Problem(changedMeanwhile);
  await tx.db
    .updateTable('automation.rules')
    .set({ ...(await rowOf(tx, session, rule)), version: version + 1 })
    .where('id', '=', id)
    .execute();
  await noteTierUses(tx, useOf(id, rule), tiersIn(rule.conditions));
  tx.emit(ruleSaved, { ...about(id), data: { active: rule.active } });
}

/** With its log. Errors: `not_found`. */
export async function removeRule(tx: Tx, id: Id<'rule'>): Promise<void> {
  const { numDeletedRows } = await tx.db
    .deleteFrom('automation.rules')
    .where('id', '=', id)
    .executeTakeFirst();
  if (numDeletedRows === 0n) throw new Problem(notFound);
  await noteTierUses(tx, useOf(id, { title: '' }), []);
  tx.emit(ruleRemoved, { ...about(id), data: {} });
}
