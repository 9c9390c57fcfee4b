/** What goes wrong between a gateway and its merchant: rates from 0 to 1, drawn from `seed`, so that a run can be repeated. */
export interface Chaos {
  seed: number;
  /** Delivered twice. */
  duplicate: number;
  /** Delivered after others that happened later. */
  reorder: number;
  /** Never delivered. */
  lose: number;
  /** Each delivery waits up to so many seconds. */
  delaySeconds: number;
}

export const calm: Chaos = { seed: 1, duplicate: 0, reorder: 0, lose: 0, delaySeconds: 0 };

/** Numbers from 0 to 1 that look random and are the same for the same seed (a 32-bit mixing counter). */
export function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
  };
}

/** Moves some of the items, at the given rate, to a random earlier place. */
export function disorder<T>(items: readonly T[], rate: number, roll: () => number): T[] {
  const result: T[] = [];
  for (const item of items) {
    const place = roll() < rate ? Math.floor(roll() * (result.length + 1)) : result.length;
    result.splice(place, 0, item);
  }
  return result;
}
