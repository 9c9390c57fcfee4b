/** When the usual time for an answer is over; null while the client does not wait. */
export function answerDue(ticket: { waitingSince: string | null; answerMinutes: number }): Date | null {
  if (ticket.waitingSince === null) return null;
  return new Date(new Date(ticket.waitingSince).getTime() + ticket.answerMinutes * 60_000);
}
