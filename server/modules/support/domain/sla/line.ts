import type { Opening } from './calendar.ts';

/** An opening, and the business time of its line before it, in milliseconds. */
export interface Stretch extends Opening {
  before: number;
}

/**
 * Business time as a line: it runs while the desk is there and stands still else. `spent` reads off how much has run by an instant,
 * `whenSpent` finds the instant by which so much has run, and everything else about clocks is adding and taking away.
 */
export type Line = readonly Stretch[];

export function lineOf(openings: readonly Opening[], before = 0): Line {
  let run = before;
  return openings.map(({ opens, closes }) => {
    const stretch = { opens, closes, before: run };
    run += closes - opens;
    return stretch;
  });
}

/** Milliseconds of business time from the line's beginning up to `instant`. */
export function spent(line: Line, instant: number): number {
  const stretch = line.findLast(({ opens }) => opens <= instant);
  if (!stretch) return line[0]?.before ?? 0;
  return stretch.before + Math.min(instant, stretch.closes) - stretch.opens;
}

/** The first instant by which `business` milliseconds have run; null beyond the line's end. What ends at closing time ends then, not next morning. */
export function whenSpent(line: Line, business: number): number | null {
  const stretch = line.findLast(({ before }) => before < business);
  if (!stretch) return line[0]?.opens ?? null;
  const instant = stretch.opens + business - stretch.before;
  return instant <= stretch.closes ? instant : null;
}
