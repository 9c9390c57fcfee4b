import type { Tx } from '../../kernel/db/tx.ts';
import { readSetting } from '../../kernel/settings.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { findOrganization } from '../organizations/index.ts';
import { guestAnswered } from './events.ts';
import * as messages from './messages.ts';
import { findFollowers } from './queries/followers.ts';
import { ticketRules } from './settings.ts';
import { tellFollowers } from './tell.ts';

interface ChangedTicket {
  organization_id: string;
  id: string;
  number: bigint;
  subject: string;
  version: number;
}

export async function tellOfAssignment(
  tx: Tx,
  ticket: ChangedTicket,
  assignee: Id<'person'>,
  by: string,
): Promise<void> {
  const client = await findOrganization(tx.db, ticket.organization_id as Id<'organization'>);
  tx.tell(messages.assignedToYou, {
    to: { person: assignee },
    occurrence: `${ticket.id} ${ticket.version}`,
    data: { ...about(ticket), by, client: client.name },
  });
}

/** Several at once are one message. */
export async function tellOfAssignments(
  tx: Tx,
  tickets: readonly ChangedTicket[],
  assignee: Id<'person'>,
  by: string,
  change: string,
): Promise<void> {
  const [first, ...others] = tickets;
  if (!first) return;
  if (others.length === 0) return tellOfAssignment(tx, first, assignee, by);
  tx.tell(messages.severalAssignedToYou, {
    to: { person: assignee },
    occurrence: change,
    data: { by, count: tickets.length, named: tickets.slice(0, 10).map(about) },
  });
}

export async function tellOfResolution(tx: Tx, ticket: ChangedTicket): Promise<void> {
  const organization = ticket.organization_id as Id<'organization'>;
  const { slug, followers, guest } = await findFollowers(tx.db, organization, ticket.id as Id<'ticket'>);
  if (guest) {
    tx.emit(guestAnswered, {
      organizationId: organization,
      subject: { kind: 'ticket', id: ticket.id },
      data: { messageId: null, resolved: true },
    });
  }
  const { value } = await readSetting(tx.db, ticketRules);
  const of = { organization, slug, followers, occurrence: `${ticket.id} ${ticket.version}` };
  tellFollowers(tx, messages.ticketResolved, of, { ...about(ticket), reopenDays: value.reopenDays });
}

function about({ id, number, subject }: ChangedTicket) {
  return { ticketId: id, number: Number(number), subject };
}
