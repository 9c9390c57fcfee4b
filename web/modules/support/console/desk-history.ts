import type { z } from 'zod';
import type {
  agentList,
  ClientTicketDetail,
  HistoryItem,
  queueList,
  TicketForm,
} from '../../../../server/modules/support/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useData } from '../../../kernel/query/use-data.ts';
import { useText } from '../text/desk.ts';
import { goesWithoutSaying } from './goes-without-saying.ts';

interface DeskAct {
  act: keyof ReturnType<typeof useText>['history']['acts'];
  label?: string;
  names?: { id: string; en: string };
  amount?: number;
  currency?: string;
}

/** What became of a ticket, in words for staff: everything that its messages do not tell themselves. */
export function useDeskHistory(
  ticket: ClientTicketDetail,
  messages: readonly { postedAt: string }[],
): (fact: HistoryItem) => string | null {
  const { happened: words, history, deskStates, priorities, kinds } = useText();
  const format = useFormat();
  const agents = useData<z.output<typeof agentList>>('/api/console/tickets/agents').items;
  const queues = useData<z.output<typeof queueList>>('/api/console/ticket-queues').items;
  const known = [...agents, ...ticket.followers, ...(ticket.assignee ? [ticket.assignee] : [])];
  const nameOf = (id: unknown) => known.find((one) => one.id === id)?.name ?? words.somebody;
  const copiedOf = (id: unknown) => ticket.copied.find((one) => one.id === id)?.address ?? history.anAddress;
  const queueOf = (name: unknown) => {
    const queue = queues.find((one) => one.name === name);
    return queue ? format.words(queue.titles) : String(name);
  };
  const { statusNames } = useData<TicketForm>('/api/console/tickets/form');
  const stateName = (state: ClientTicketDetail['status']) => {
    const own = statusNames[state];
    return own ? format.words(own) : deskStates[state];
  };
  const actDone = ({ act, label, names, amount, currency }: DeskAct, by: string | null) => {
    const sum = amount === undefined ? '' : format.money({ amount, currency: currency ?? '' });
    return history.acts[act](label ?? (names ? format.words(names) : sum), by ?? words.somebody);
  };
  const posted = new Set(messages.map(({ postedAt }) => postedAt));
  return (fact) => {
    if (goesWithoutSaying(fact, posted)) return null;
    const { name, data, by } = fact;
    switch (name) {
      case 'support.status-changed':
        if (data.by === 'system') return words.closedBySystem;
        return history.status(stateName(data.to as ClientTicketDetail['status']), by);
      case 'support.priority-changed':
        return words.priority(priorities[data.to as ClientTicketDetail['priority']], by);
      case 'support.kind-changed':
        // Older facts know problems as incidents.
        return history.kind(
          kinds[data.to === 'incident' ? 'problem' : (data.to as ClientTicketDetail['kind'])],
          by,
        );
      case 'support.queue-changed':
        return history.queue(queueOf(data.to), by);
      case 'support.ticket-assigned':
        return data.assigneeId ? history.assigned(nameOf(data.assigneeId), by) : history.unassigned(by);
      case 'support.tags-changed':
        return history.tags(by);
      case 'support.ticket-snoozed':
        return history.snoozed(data.until ? format.dateTime(data.until as string) : null, by);
      case 'support.ticket-woken':
        return history.woken(data.by as 'time' | 'client' | 'staff', by);
      case 'support.ticket-split':
        return history.split(by);
      case 'support.ticket-split-off':
        return history.splitOff(by);
      case 'support.parent-changed':
        return history.family(by);
      case 'support.ticket-joined':
        return history.joined(by);
      case 'support.ticket-merged':
        return history.merged(by);
      case 'support.ticket-linked':
        return history.linked(by);
      case 'support.promises-matched':
        return history.promises;
      case 'support.act-done':
        return actDone(data as unknown as DeskAct, by);
      case 'support.follower-added':
        return words.follower(nameOf(data.personId));
      case 'support.copied-added':
        return history.copied(copiedOf(data.copiedId), by ?? words.somebody);
      case 'support.copied-removed':
        return data.by === 'self' ? history.refusedCopy : history.uncopied(by ?? words.somebody);
      case 'support.follower-removed':
        return history.unfollowed(nameOf(data.personId));
      default:
        return null;
    }
  };
}
