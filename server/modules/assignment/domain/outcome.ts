/** What came of giving one ticket out, or would. */
export const outcomes = ['given', 'assigned', 'not_waiting', 'by_hand', 'nobody_free'] as const;
export type Outcome = (typeof outcomes)[number];

/** Why a ticket is not given out, whatever its queue does. `waits`: it is new or open, and not out of the way. */
export function hinders(
  ticket: { waits: boolean; assigneeId: string | null },
  anyway: boolean,
): 'assigned' | 'not_waiting' | null {
  if (!ticket.waits) return 'not_waiting';
  return ticket.assigneeId !== null && !anyway ? 'assigned' : null;
}
