/** How a password long enough looks to whoever guesses; the server decides whether it may be taken. */
export type Strength = 'weak' | 'fair' | 'strong';

/** Counts what is new with each sign: one that was there before, or follows the one before it, adds little. */
export function strengthOf(password: string): Strength {
  const signs = [...password.toLowerCase()];
  const seen = new Set<string>();
  let worth = 0;
  for (const [at, sign] of signs.entries()) {
    const step = at === 0 ? 2 : Math.abs(sign.codePointAt(0)! - signs[at - 1]!.codePointAt(0)!);
    worth += step <= 1 ? 0.2 : seen.has(sign) ? 0.6 : 1;
    seen.add(sign);
  }
  return worth < 9 ? 'weak' : worth < 13 ? 'fair' : 'strong';
}
