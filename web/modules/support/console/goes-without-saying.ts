import type { ClientTicketDetail, HistoryItem } from '../../../../server/modules/support/contract.ts';

type Status = ClientTicketDetail['status'];

/**
 * Whether a change of state only says whose turn it became by a message: the message itself shows that. `posted` are the instants of
 * the messages; what a message changes happens at its very instant.
 */
export function goesWithoutSaying(
  { name, data, happenedAt }: HistoryItem,
  posted: ReadonlySet<string>,
): boolean {
  if (name !== 'support.status-changed' || !posted.has(happenedAt)) return false;
  const { from, to } = data as { from: Status; to: Status };
  const turns: readonly Status[] = ['new', 'open', 'waiting_customer'];
  return turns.includes(from) && turns.includes(to);
}
