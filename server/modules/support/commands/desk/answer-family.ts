import type { Session } from '../../../../kernel/auth/actor.ts';
import type { Tx } from '../../../../kernel/db/tx.ts';
import type { Id } from '../../../../kernel/values/ids.ts';
import { replyAsStaff } from '../reply-as-staff.ts';
import type { StaffReply } from '../reply-as-staff.ts';

/**
 * Answers a ticket and, with the same words, its children that are not settled; files go with the first only. Each becomes what the answer
 * makes of the first. Errors: as answering one.
 */
export async function answerFamily(tx: Tx, session: Session, reply: StaffReply): Promise<Id<'message'>> {
  const messageId = await replyAsStaff(tx, session, reply);
  const children = await tx.db
    .selectFrom('support.tickets')
    .select('id')
    .where('parent_id', '=', reply.ticket)
    .where('settled_at', 'is', null)
    .orderBy('id')
    .limit(100)
    .execute();
  for (const { id } of children) {
    await replyAsStaff(tx, session, { ...reply, ticket: id as Id<'ticket'>, files: [], seen: undefined });
  }
  return messageId;
}
