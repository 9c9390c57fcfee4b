import { createHash } from 'node:crypto';

/** Delays grow from `firstSeconds` to `mostSeconds`, doubling. */
export interface Pace {
  firstSeconds: number;
  mostSeconds: number;
}

/**
 * Seconds to wait after attempt number `attempt` (from 1) went wrong: the doubled delay, shortened by up to half. The same seed gives
 * the same delays, different seeds spread out, so that what broke together does not come back together.
 */
export function backoff(attempt: number, seed: string, pace: Pace): number {
  const longest = Math.min(pace.mostSeconds, pace.firstSeconds * 2 ** (attempt - 1));
  return Math.ceil(longest * (1 - fraction(`${seed}/${attempt}`) / 2));
}

/** From 0 up to, but not including, 1. */
function fraction(seed: string): number {
  return createHash('sha256').update(seed).digest().readUInt32BE() / 2 ** 32;
}

/** Seconds until the next question about something that has taken `elapsedSeconds` so far: a fifth more of it, 5 s to 5 min. */
export function pollPace(elapsedSeconds: number): number {
  return Math.min(300, Math.max(5, Math.ceil(elapsedSeconds / 5)));
}

export function later(instant: Date, seconds: number): Date {
  return new Date(instant.getTime() + seconds * 1000);
}
