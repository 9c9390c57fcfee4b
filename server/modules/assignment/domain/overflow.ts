export interface Overflow {
  overflowTo: string | null;
  overflowMinutes: number | null;
}

/**
 * The queue that a ticket goes on to, which nobody took for so long. Each queue passes a ticket on once at most, and never to one that
 * passed it on before: so however queues point at each other, it comes to rest.
 */
export function overflowOf(
  { overflowTo, overflowMinutes }: Overflow,
  waiting: { since: Date; passedBy: readonly string[] },
  now: Date,
): string | null {
  if (overflowTo === null || overflowMinutes === null || waiting.passedBy.includes(overflowTo)) return null;
  return now.getTime() - waiting.since.getTime() >= overflowMinutes * 60_000 ? overflowTo : null;
}

/** What has waited since then or longer may go on to another queue; null where none takes it. */
export function passedOnBefore({ overflowTo, overflowMinutes }: Overflow, now: Date): Date | null {
  if (overflowTo === null || overflowMinutes === null) return null;
  return new Date(now.getTime() - overflowMinutes * 60_000);
}
