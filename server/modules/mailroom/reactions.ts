import { on } from '../../kernel/events/reactions.ts';
import { guestVerified } from '../guests/index.ts';
import { plainSubject } from './domain/route.ts';
import { mailTaken } from './events.ts';
import { bringFiles } from './job-names.ts';

/** Who pressed the link that a mail of theirs was answered with has sent it: it went to that ticket, and its files follow. */
export const reactions = [
  on(guestVerified, 'mailroom.settle-asked', async (tx, { organizationId, data: { ticketId } }) => {
    const found = await tx.db
      .selectFrom('mailroom.mails as m')
      .innerJoin('guests.guests as g', 'g.email', 'm.sender')
      .innerJoin('support.tickets as t', 't.organization_id', 'g.organization_id')
      .select(['m.id', 'm.subject', 't.subject as asked'])
      .where('g.organization_id', '=', organizationId)
      .where('t.id', '=', ticketId)
      .where('m.state', '=', 'quarantined')
      .where('m.asked_at', 'is not', null)
      .orderBy('m.came_at')
      .limit(50)
      .forUpdate('m')
      .execute();
    const mail = found.find(({ subject, asked }) => plainSubject(subject) === asked) ?? null;
    if (!mail) return;
    await tx.db
      .updateTable('mailroom.mails')
      .set({ state: 'ticket', reason: null, ticket_id: ticketId })
      .where('id', '=', mail.id)
      .execute();
    tx.enqueue(bringFiles, { id: mail.id, ticket: ticketId }, { key: mail.id });
    const subject = { kind: 'received-mail', id: mail.id };
    tx.emit(mailTaken, { organizationId: null, subject, data: { ticketId, opened: true } });
  }),
];
