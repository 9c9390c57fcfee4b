import type { Session } from '../../../kernel/auth/actor.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { wrongState } from '../../../kernel/values/state-machine.ts';
import { addNote, changeAsItIs, replyAsStaff } from '../../support/index.ts';
import type { TicketPatch } from '../../support/index.ts';
import { valueMissing } from '../contract.ts';
import type { Acts, giving } from '../contract.ts';
import { fill } from '../domain/variables.ts';
import { wordingFor } from '../domain/wording.ts';
import type { Wording } from '../domain/wording.ts';
import type { AboutTicket } from '../queries/about-ticket.ts';
import { giveAsQueue, isGiving } from './give-as-queue.ts';
import { tagsAfter } from './tags-after.ts';

/**
 * Does them all in somebody's name. Errors: `wrong_state`, `value_missing`, `not_assignable`; `newer_message` when a reply would pass a
 * message that was not `seen`.
 */
export async function doActs(
  tx: Tx,
  session: Session,
  ticket: Id<'ticket'>,
  about: AboutTicket,
  acts: Acts,
  seen: Id<'message'> | undefined,
): Promise<void> {
  if (about.status === 'merged') throw new Problem(wrongState, { facts: { from: 'merged' } });
  const reply = acts.reply && whole(wordingFor(acts.reply, about));
  const note = acts.note && whole(fill(acts.note, about.values));
  await changeAsItIs(tx, session.person, ticket, ({ tags }) => patchOf(session, acts, tags));
  if (isGiving(acts.assignee)) await giveAsQueue(tx, ticket, acts.assignee);
  if (note) await addNote(tx, session, { ticket, text: note, files: [] });
  if (!reply) return;
  const status = acts.status ?? 'waiting_customer';
  await replyAsStaff(tx, session, { ticket, text: reply, files: [], status, seen });
}

function whole({ text, missing }: Pick<Wording, 'text' | 'missing'>): string {
  if (missing[0]) throw new Problem(valueMissing, { facts: { variable: missing[0] } });
  return text;
}

function patchOf({ person }: Session, acts: Acts, tags: readonly string[]): TicketPatch {
  const { status, priority, kind, queue, assignee, reply } = acts;
  return {
    // a reply brings the status along
    ...(status && !reply ? { status } : {}),
    ...(priority ? { priority } : {}),
    ...(kind ? { kind } : {}),
    ...(queue ? { queue } : {}),
    ...(assignee && !isGiving(assignee) ? { assigneeId: whoIs(assignee, person.id) } : {}),
    ...tagsAfter(acts, tags),
  };
}

/** Null for nobody. */
export function whoIs(
  assignee: Exclude<NonNullable<Acts['assignee']>, (typeof giving)[number]>,
  me: Id<'person'>,
): Id<'person'> | null {
  if (assignee === 'nobody') return null;
  return assignee === 'me' ? me : assignee;
}
