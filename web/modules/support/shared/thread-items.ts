import { dateIn } from '../../../kernel/format/dates.ts';

interface Posted {
  id: string;
  postedAt: string;
}
interface Happened {
  id: string;
  happenedAt: string;
}

/** Messages known so far with those that came: each once as it came last, oldest first. None is taken back. */
export function mergeMessages<Message extends Posted>(
  known: readonly Message[],
  came: readonly Message[],
): Message[] {
  const all = new Map([...known, ...came].map((message) => [message.id, message]));
  return [...all.values()].toSorted(
    (a, b) => a.postedAt.localeCompare(b.postedAt) || a.id.localeCompare(b.id),
  );
}

export type ThreadItem<Message, Fact> =
  | { kind: 'message'; at: string; message: Message }
  | { kind: 'fact'; at: string; fact: Fact };

export interface ThreadDay<Message, Fact> {
  /** YYYY-MM-DD in the reader's zone. */
  day: string;
  items: ThreadItem<Message, Fact>[];
}

/**
 * What was said and what became of the ticket, by day in the reader's zone. While earlier messages are not loaded, nothing older than
 * the first one shown is told either.
 */
export function threadDays<Message extends Posted, Fact extends Happened>(
  messages: readonly Message[],
  facts: readonly Fact[],
  { timeZone, complete }: { timeZone: string; complete: boolean },
): ThreadDay<Message, Fact>[] {
  const from = complete ? '' : (messages[0]?.postedAt ?? '');
  const items = [
    ...messages.map((message) => ({ kind: 'message' as const, at: message.postedAt, message })),
    ...facts
      .filter(({ happenedAt }) => happenedAt >= from)
      .map((fact) => ({ kind: 'fact' as const, at: fact.happenedAt, fact })),
    // A stable sort: of one instant, the message comes before what it changed.
  ].toSorted((a, b) => a.at.localeCompare(b.at));
  const days: ThreadDay<Message, Fact>[] = [];
  for (const item of items) {
    const day = dateIn(timeZone, new Date(item.at));
    const last = days.at(-1);
    if (last?.day === day) last.items.push(item);
    else days.push({ day, items: [item] });
  }
  return days;
}
