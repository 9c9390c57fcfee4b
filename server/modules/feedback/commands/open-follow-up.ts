import type { Tx } from '../../../kernel/db/tx.ts';
import { readSetting } from '../../../kernel/settings.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { addNote, findAgent, findSupportTeam } from '../../support/index.ts';
import { graceMinutes, stars } from '../domain/answering.ts';
import { followUpOpened } from '../events.ts';
import { lowRating } from '../messages.ts';
import { readAbout } from '../queries/about.ts';
import { feedbackRules } from '../settings.ts';

/** A low rating is somebody's to look into: a note in the ticket, word to whoever looks after it, and a place in the list. Once. */
export async function openFollowUp(tx: Tx, id: Id<'rating'>): Promise<void> {
  const { value: rules } = await readSetting(tx.db, feedbackRules);
  const rating = await tx.db
    .selectFrom('feedback.ratings')
    .select(['score', 'comment'])
    .where('id', '=', id)
    .where('score', '<=', rules.lowScore)
    .where('follow_up', 'is', null)
    .where('changed_at', '<=', new Date(tx.now.getTime() - graceMinutes * 60_000))
    .forUpdate()
    .executeTakeFirst();
  if (!rating) return;
  await tx.db
    .updateTable('feedback.ratings')
    .set({ follow_up: 'open', follow_up_at: tx.now })
    .where('id', '=', id)
    .execute();
  const about = await readAbout(tx.db, id);
  const { ticketId, number, subject, client, person, personName } = about;
  const ticket = ticketId as Id<'ticket'>;
  const score = Number(rating.score);
  const said = rating.comment?.split('\n').map((line) => `> ${line}`) ?? [];
  const text = [`${stars(score)} ${score}/5`, ...(said.length > 0 ? ['', ...said] : [])].join('\n');
  // In the name of who said it: only staff see notes.
  const author = { person: { id: person, name: personName } };
  await addNote(tx, author, { ticket, text, files: [], quiet: true });
  tx.emit(followUpOpened, {
    organizationId: about.organization,
    subject: { kind: 'ticket', id: ticketId },
    data: { ratingId: id },
  });
  const agent = about.assignee && (await findAgent(tx.db, about.assignee));
  for (const one of agent ? [agent.id] : await findSupportTeam(tx.db)) {
    tx.tell(lowRating, {
      to: { person: one },
      occurrence: id,
      data: { ticketId, number, subject, client, score, comment: rating.comment },
    });
  }
}
