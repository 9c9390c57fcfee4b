import type { Over } from '../../../kernel/auth/actor.ts';

/** How long a session lasts: without anybody there, and in any case. */
export interface SessionLife {
  idleMinutes: number;
  hours: number;
}

/** The longest that anybody can set. A session's row and cookie last that long, so that its end can be told. */
export const longest = { idleMinutes: 30 * 1440, hours: 90 * 24 } as const satisfies SessionLife;

/** Of all that ask, the shortest counts: the business of staff or clients, and each organization that asks for less. */
export function shortest(
  asked: readonly { idleMinutes: number | null; hours: number | null }[],
): SessionLife {
  return {
    idleMinutes: Math.min(longest.idleMinutes, ...asked.map(({ idleMinutes }) => idleMinutes ?? Infinity)),
    hours: Math.min(longest.hours, ...asked.map(({ hours }) => hours ?? Infinity)),
  };
}

/** Why a session is over by now; null while it lasts. */
export function overBy(
  { createdAt, seenAt, expiresAt }: { createdAt: Date; seenAt: Date; expiresAt: Date },
  { idleMinutes, hours }: SessionLife,
  now: Date,
): Exclude<Over, 'ended'> | null {
  if (now >= expiresAt || now.getTime() - createdAt.getTime() >= hours * 3_600_000) return 'too_long';
  return now.getTime() - seenAt.getTime() >= idleMinutes * 60_000 ? 'idle' : null;
}
