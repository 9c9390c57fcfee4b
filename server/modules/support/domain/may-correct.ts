/** Why a message stays as it is. */
export type Refusal =
  | 'not_your_message'
  | 'message_redacted'
  | 'corrections_off'
  | 'correction_too_late'
  | 'already_answered';

export interface Correctable {
  /** The reader wrote it, on the side on which they want to correct it. */
  own: boolean;
  author: 'client' | 'staff';
  postedAt: Date;
  redacted: boolean;
  /** Somebody of staff wrote to the client after it. */
  answered: boolean;
}

/**
 * Whether somebody may correct what they wrote: for `minutes` after it was posted (0: never), and a client only until staff have
 * answered, since the answer would seem to answer other words.
 */
export function mayCorrect(message: Correctable, minutes: number, now: Date): true | Refusal {
  if (!message.own) return 'not_your_message';
  if (message.redacted) return 'message_redacted';
  if (minutes === 0) return 'corrections_off';
  if (message.author === 'client' && message.answered) return 'already_answered';
  return now < untilOf(message.postedAt, minutes) ? true : 'correction_too_late';
}

/** Until when the reader may correct it; null where they never may. */
export function correctableUntil(message: Correctable, minutes: number): Date | null {
  return mayCorrect(message, minutes, message.postedAt) === true ? untilOf(message.postedAt, minutes) : null;
}

function untilOf(postedAt: Date, minutes: number): Date {
  return new Date(postedAt.getTime() + minutes * 60_000);
}
