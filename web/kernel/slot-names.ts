import type { RefObject } from 'react';
import type { TicketDetail } from '../../server/modules/support/contract.ts';

/** Every place where modules may show themselves on another's page, with what the place tells them. */
export interface Slots {
  /** Notices about the whole account, above every portal page. */
  'portal.banners': object;
  /** The portal's overview: further cards, and what happened lately. */
  'dashboard.cards': object;
  'dashboard.activity': object;
  /** Before the first organization of a new person. */
  'account.beginning': object;
  'console.cards': object;
  /** On a ticket's page as the server draws it alone: what browsers without script do with it. */
  'ticket.without-script': { ticket: TicketDetail };
  'service.sections': { serviceId: string };
  'invoice.sections': { invoiceId: string };
  'organization.sections': object;
  /** Below the organizations of a group. */
  'group.sections': object;
  /** A disputed payment in the console. */
  'dispute.sections': { disputeId: string };
  /** The desk: beside the box of an answer, among the acts on a ticket, and below the list of tickets. */
  'desk.composer': { ticketId: string; field: RefObject<HTMLTextAreaElement | null> };
  'desk.acts': { ticketId: string; seen: string | undefined };
  'desk.setup': object;
  /** Whether one takes tickets oneself; beside a ticket; and below the list of queues. */
  'desk.duty': object;
  'desk.aside': { ticketId: string };
  'queues.sections': object;
  /** Detail of a client in the console. */
  'client.sections': { organizationId: string };
  /** Below each of the client's people. */
  'client.member': { personId: string; name: string };
}
