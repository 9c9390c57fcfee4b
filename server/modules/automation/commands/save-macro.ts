import type { Session } from '../../../kernel/auth/actor.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import type { Db } from '../../../kernel/db/types.ts';
import { Problem, changedMeanwhile } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { findAgent, notAssignable, unknownLink } from '../../support/index.ts';
import type { Acts, MacroBody } from '../contract.ts';
import { macroRemoved, macroSaved } from '../events.ts';
import { isGiving } from './give-as-queue.ts';
import { requireKnownVariables, requireMayChange, requireMayShare } from './own-or-shared.ts';

const about = (id: string) => ({ organizationId: null, subject: { kind: 'macro', id } });

/** Errors: `unknown_variable`, `not_assignable`, `unknown_link`: what is saved can be done. */
export async function requirePossible(
  db: Db,
  { reply, note, assignee, queue }: Pick<Acts, 'reply' | 'note' | 'assignee' | 'queue'>,
): Promise<void> {
  requireKnownVariables({ 'acts.reply.id': reply?.id, 'acts.reply.en': reply?.en, 'acts.note': note });
  const person = assignee === 'me' || assignee === 'nobody' || isGiving(assignee) ? undefined : assignee;
  if (person && !(await findAgent(db, person))) throw new Problem(notAssignable);
  if (!queue) return;
  const there = await db
    .selectFrom('support.queues')
    .select('name')
    .where('name', '=', queue)
    .executeTakeFirst();
  if (!there) throw new Problem(unknownLink);
}

const rowOf = ({ person }: Session, { title, acts, shared }: MacroBody) => ({
  owner_id: shared ? null : person.id,
  title,
  acts: JSON.stringify(acts),
});

/** Errors: `unknown_variable`, `not_assignable`, `unknown_link`, `not_yours`. */
export async function addMacro(tx: Tx, session: Session, macro: MacroBody): Promise<Id<'macro'>> {
  requireMayShare(session, macro.shared);
  await requirePossible(tx.db, macro.acts);
  const id = tx.newId<'macro'>();
  await tx.db
    .insertInto('automation.macros')
    .values({ id, ...rowOf(session, macro) })
    .execute();
  tx.emit(macroSaved, { ...about(id), data: { shared: macro.shared } });
  return id;
}

/** Errors: those of adding, `not_found`, `changed_meanwhile`. */
export async function changeMacro(
  tx: Tx,
  session: Session,
  id: Id<'macro'>,
  version: number,
  macro: MacroBody,
): Promise<void> {
  const row = requireMayChange(session, await lock(tx, id));
  if (row.version !== version) throw new Problem(changedMeanwhile);
  requireMayShare(session, macro.shared);
  await requirePossible(tx.db, macro.acts);
  await tx.db
    .updateTable('automation.macros')
    .set({ ...rowOf(session, macro), version: version + 1 })
    .where('id', '=', id)
    .execute();
  tx.emit(macroSaved, { ...about(id), data: { shared: macro.shared } });
}

/** Errors: `not_found`, `not_yours`. */
export async function removeMacro(tx: Tx, session: Session, id: Id<'macro'>): Promise<void> {
  const { owner_id: owner } = requireMayChange(session, await lock(tx, id));
  await tx.db.deleteFrom('automation.macros').where('id', '=', id).execute();
  tx.emit(macroRemoved, { ...about(id), data: { shared: owner === null } });
}

function lock(tx: Tx, id: Id<'macro'>) {
  return tx.db
    .selectFrom('automation.macros')
    .select(['owner_id', 'version'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}
