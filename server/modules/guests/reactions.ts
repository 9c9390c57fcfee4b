import { onAll } from '../../kernel/events/reactions.ts';
import type { Tx } from '../../kernel/db/tx.ts';
import type { Fact } from '../../kernel/events/define.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { guestAnswered } from '../support/index.ts';
import { issueKey } from './keys.ts';
import { answered, resolved } from './messages.ts';

export const reactions = [
  onAll(guestAnswered, 'guests.tell-of-answer', async (tx, facts) => {
    for (const fact of facts) await tellOf(tx, fact);
  }),
];

/** Who has no account is told by mail, each time with a link of its own. */
async function tellOf(
  tx: Tx,
  { id, organizationId, subject, data }: Fact<{ messageId: string | null; resolved: boolean }>,
): Promise<void> {
  const guest = await tx.db
    .selectFrom('guests.guests')
    .select(['email', 'name', 'locale'])
    .where('organization_id', '=', organizationId)
    .where('claimed_at', 'is', null)
    .executeTakeFirst();
  // Claimed in between: then the person is a follower like any other.
  if (!guest) return;
  const ticket = await tx.db
    .selectFrom('support.tickets')
    .select(['number', 'subject'])
    .where('id', '=', subject.id)
    .executeTakeFirstOrThrow();
  const organization = organizationId as Id<'organization'>;
  const { token } = await issueKey(tx, { organization, ticket: subject.id as Id<'ticket'> });
  const telling = {
    to: { address: guest.email, name: guest.name, locale: guest.locale as 'id' | 'en' },
    organizationId: organization,
    occurrence: id,
  };
  const about = { token, ticketId: subject.id, number: Number(ticket.number), subject: ticket.subject };
  if (!data.messageId) return tx.tell(resolved, { ...telling, data: about });
  const message = await tx.db
    .selectFrom('support.messages')
    .select(['author_name', 'body'])
    .where('organization_id', '=', organization)
    .where('id', '=', data.messageId)
    .executeTakeFirstOrThrow();
  tx.tell(answered, {
    ...telling,
    data: {
      ...about,
      by: message.author_name,
      text: message.body,
      filesOf: { organization, message: data.messageId },
      resolved: data.resolved,
    },
  });
}
