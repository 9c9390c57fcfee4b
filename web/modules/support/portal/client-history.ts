import type { HistoryItem, TicketDetail } from '../../../../server/modules/support/contract.ts';
import { useText } from '../text/index.ts';

type Status = TicketDetail['status'];
type Changed = { from: Status; to: Status; by: 'client' | 'staff' | 'system' };

const isSettled = (status: Status) => status === 'resolved' || status === 'closed' || status === 'spam';

/** What of a ticket's history a client is told between the messages: what settles or opens it, how urgent it is, who follows. */
export function useClientHistory(ticket: TicketDetail): (fact: HistoryItem) => string | null {
  const { happened: words, priorities } = useText();
  const nameOf = (id: unknown) => ticket.followers.find((one) => one.id === id)?.name ?? words.somebody;
  return ({ name, data, by }) => {
    if (name === 'support.status-changed') {
      const { from, to, by: side } = data as Changed;
      if (to === 'resolved') return words.solved;
      if (to === 'closed') {
        if (side === 'client') return words.closedByClient(by);
        return side === 'staff' ? words.closedByStaff : words.closedBySystem;
      }
      return isSettled(from) ? words.reopened : null;
    }
    if (name === 'support.priority-changed')
      return words.priority(priorities[data.to as TicketDetail['priority']], by);
    if (name === 'support.ticket-merged') return words.merged;
    // The requester follows from the start.
    if (name === 'support.follower-added') return words.follower(nameOf(data.personId));
    return null;
  };
}
