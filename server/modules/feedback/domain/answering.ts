const day = 86_400_000;

/** Days for which an answer can be changed. */
export const changeDays = 7;
/** Minutes after an answer until somebody is told of a low one, so that a slip can be mended and words added. */
export const graceMinutes = 10;

export interface Asked {
  answeredAt: Date | null;
  expiresAt: Date;
}

export const changeUntil = (answeredAt: Date): Date => new Date(answeredAt.getTime() + changeDays * day);

/** `open`: no answer yet. `given`: it can be changed. `final`: no more. `expired`: nobody answered in time. */
export function standingOf(
  { answeredAt, expiresAt }: Asked,
  now: Date,
): 'open' | 'given' | 'final' | 'expired' {
  if (answeredAt) return now < changeUntil(answeredAt) ? 'given' : 'final';
  return now < expiresAt ? 'open' : 'expired';
}

/** The score in stars, as a note shows it. */
export const stars = (score: number): string => '★'.repeat(score) + '☆'.repeat(5 - score);
