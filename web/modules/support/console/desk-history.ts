import type { z } from 'zod';
import type {
  agentList,
  ClientTicketDetail,
  HistoryItem,
  queueList,
} from '../../../../server/modules/support/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useText } from '../text/index.ts';
import { goesWithoutSaying } from './goes-without-saying.ts';

/** What became of a ticket, in words for staff: everything that its messages do not tell themselves. */
export function useDeskHistory(
  ticket: ClientTicketDetail,
  messages: readonly { postedAt: string }[],
): (fact: HistoryItem) => string | null {
  const { happened: words, deskStates, priorities, kinds } = useText();
  const format = useFormat();
  const agents = useData<z.output<typeof agentList>>('/api/console/tickets/agents').items;
  const queues = useData<z.output<typeof queueList>>('/api/console/ticket-queues').items;
  const known = [...agents, ...ticket.followers, ...(ticket.assignee ? [ticket.assignee] : [])];
  const nameOf = (id: unknown) => known.find((one) => one.id === id)?.name ?? words.somebody;
  const queueOf = (name: unknown) => {
    const queue = queues.find((one) => one.name === name);
    return queue ? format.words(queue.titles) : String(name);
  };
  const posted = new Set(messages.map(({ postedAt }) => postedAt));
  return (fact) => {
    if (goesWithoutSaying(fact, posted)) return null;
    const { name, data, by } = fact;
    switch (name) {
      case 'support.status-changed':
        if (data.by === 'system') return words.closedBySystem;
        return words.status(deskStates[data.to as ClientTicketDetail['status']], by);
      case 'support.priority-changed':
        return words.priority(priorities[data.to as ClientTicketDetail['priority']], by);
      case 'support.kind-changed':
        return words.kind(kinds[data.to as ClientTicketDetail['kind']], by);
      case 'support.queue-changed':
        return words.queue(queueOf(data.to), by);
      case 'support.ticket-assigned':
        return data.assigneeId ? words.assigned(nameOf(data.assigneeId), by) : words.unassigned(by);
      case 'support.ticket-linked':
        return words.linked(by);
      case 'support.follower-added':
        return words.follower(nameOf(data.personId));
      case 'support.follower-removed':
        return words.unfollowed(nameOf(data.personId));
      default:
        return null;
    }
  };
}
