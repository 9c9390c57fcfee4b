export interface AskingQueue {
  skills: readonly string[];
  matchLanguage: boolean;
  matchTags: boolean;
}

/** What whoever gets the ticket must know. A tag asks for something only where it is a skill that somebody of the team has. */
export function neededSkills(
  queue: AskingQueue,
  ticket: { language: string | null; tags: readonly string[] },
  known: ReadonlySet<string>,
): string[] {
  const needed = new Set(queue.skills);
  if (queue.matchLanguage && ticket.language) needed.add(ticket.language);
  if (queue.matchTags) for (const tag of ticket.tags) if (known.has(tag)) needed.add(tag);
  return [...needed].toSorted();
}
