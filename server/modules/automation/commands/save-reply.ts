import type { Session } from '../../../kernel/auth/actor.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, changedMeanwhile } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { ReplyBody } from '../contract.ts';
import { replyRemoved, replySaved } from '../events.ts';
import { requireKnownVariables, requireMayChange, requireMayShare } from './own-or-shared.ts';

const about = (id: string) => ({ organizationId: null, subject: { kind: 'canned-reply', id } });

function rowOf({ person }: Session, { title, folder, texts, shared }: ReplyBody) {
  requireKnownVariables({ 'texts.id': texts.id, 'texts.en': texts.en });
  return { owner_id: shared ? null : person.id, title, folder, texts: JSON.stringify(texts) };
}

/** Errors: `unknown_variable`, `not_yours`. */
export async function addReply(tx: Tx, session: Session, reply: ReplyBody): Promise<Id<'canned-reply'>> {
  requireMayShare(session, reply.shared);
  const id = tx.newId<'canned-reply'>();
  await tx.db
    .insertInto('automation.replies')
    .values({ id, ...rowOf(session, reply) })
    .execute();
  tx.emit(replySaved, { ...about(id), data: { shared: reply.shared } });
  return id;
}

/** Errors: `not_found`, `changed_meanwhile`, `unknown_variable`, `not_yours`. */
export async function changeReply(
  tx: Tx,
  session: Session,
  id: Id<'canned-reply'>,
  version: number,
  reply: ReplyBody,
): Promise<void> {
  const row = requireMayChange(session, await lock(tx, id));
  if (row.version !== version) throw new Problem(changedMeanwhile);
  requireMayShare(session, reply.shared);
  await tx.db
    .updateTable('automation.replies')
    .set({ ...rowOf(session, reply), version: version + 1 })
    .where('id', '=', id)
    .execute();
  tx.emit(replySaved, { ...about(id), data: { shared: reply.shared } });
}

/** Errors: `not_found`, `not_yours`. */
export async function removeReply(tx: Tx, session: Session, id: Id<'canned-reply'>): Promise<void> {
  const { owner_id: owner } = requireMayChange(session, await lock(tx, id));
  await tx.db.deleteFrom('automation.replies').where('id', '=', id).execute();
  tx.emit(replyRemoved, { ...about(id), data: { shared: owner === null } });
}

function lock(tx: Tx, id: Id<'canned-reply'>) {
  return tx.db
    .selectFrom('automation.replies')
    .select(['owner_id', 'version'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}
