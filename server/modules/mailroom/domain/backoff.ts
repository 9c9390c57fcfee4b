const first = 5_000;
const longest = 10 * 60_000;

/**
 * Milliseconds until a lost connection is tried again: doubled with every failure up to ten minutes, and moved by up to half by `chance`
 * (0 to 1), so that many that were lost together do not come back together.
 */
export function waitAfter(failures: number, chance: number): number {
  const wait = Math.min(longest, first * 2 ** Math.min(failures - 1, 20));
  return Math.round(wait * (0.5 + chance / 2));
}
