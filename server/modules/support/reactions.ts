import { on } from '../../kernel/events/reactions.ts';
import { readSetting } from '../../kernel/settings.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { ticketOpened } from './events.ts';
import * as messages from './messages.ts';
import { findSupportTeam } from './queries/agents.ts';
import { findFollowers } from './queries/followers.ts';
import { ticketRules } from './settings.ts';
import { excerptOf, tellFollowers } from './tell.ts';

/** Told after the fact, so that opening a ticket stays quick however many there are to tell. */
export const reactions = [
  on(ticketOpened, 'support.tell-of-new-ticket', async (tx, fact) => {
    const organization = fact.organizationId!;
    const ticketId = fact.subject.id as Id<'ticket'>;
    const { data } = fact;
    const [ticket, first, { slug, client, followers }] = await Promise.all([
      tx.db
        .selectFrom('support.tickets')
        .select(['number', 'subject', 'priority'])
        .where('organization_id', '=', organization)
        .where('id', '=', ticketId)
        .executeTakeFirstOrThrow(),
      tx.db
        .selectFrom('support.messages')
        .select(['body', 'author_name'])
        .where('organization_id', '=', organization)
        .where('id', '=', data.messageId)
        .executeTakeFirstOrThrow(),
      findFollowers(tx.db, organization, ticketId),
    ]);
    const about = { ticketId, number: Number(ticket.number), subject: ticket.subject, by: first.author_name };
    const of = { organization, slug, followers, occurrence: fact.id };
    if (data.by === 'staff') {
      tellFollowers(tx, messages.staffReplied, of, {
        ...about,
        excerpt: excerptOf(first.body),
        resolved: false,
      });
      return;
    }
    const { value: rules } = await readSetting(tx.db, ticketRules);
    const answerMinutes = rules.answerMinutes[data.priority];
    tellFollowers(tx, messages.ticketReceived, of, { ...about, answerMinutes });
    for (const person of await findSupportTeam(tx.db)) {
      tx.tell(messages.ticketForStaff, {
        to: { person },
        occurrence: fact.id,
        data: { ...about, client, priority: data.priority },
      });
    }
  }),
];
