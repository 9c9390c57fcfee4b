/** The ways in which a queue can give its tickets out. */
export const ways = ['hand', 'round_robin', 'least_loaded'] as const;
export type Way = (typeof ways)[number];
export type AutomaticWay = Exclude<Way, 'hand'>;

/** Why somebody does not get a ticket; the first that holds is said. */
export const hindrances = ['away', 'off_duty', 'reserved', 'lacks_skills', 'full'] as const;
export type Hindrance = (typeof hindrances)[number];

export interface Candidate {
  id: string;
  /** Tickets that lie with them now, new or open. */
  load: number;
  capacity: number;
  away: boolean;
  onDuty: boolean;
  skills: readonly string[];
  /** Whose clients alone they work for; none: everybody's. */
  tiers: readonly string[];
  /** The number of the last ticket they were given; the lowest has waited longest. */
  turn: number;
}

export interface Considered {
  id: string;
  load: number;
  capacity: number;
  no: Hindrance | null;
  /** The skills that are missing. */
  lacks: string[];
}

export interface Choice {
  chosen: string | null;
  /** Everybody, in the order in which they would get it. */
  considered: Considered[];
}

/** How many tickets all of them together could be given now, whatever those ask for. */
export function roomOf(candidates: readonly Candidate[]): number {
  const here = candidates.filter(({ away, onDuty }) => !away && onDuty);
  return here.reduce((sum, { load, capacity }) => sum + Math.max(0, capacity - load), 0);
}

/** Who gets a ticket that asks for these skills, of a client of this tier. The same question has the same answer. */
export function chooseAgent(
  way: AutomaticWay,
  needed: readonly string[],
  candidates: readonly Candidate[],
  tier: string | null,
): Choice {
  const order = candidates.toSorted(
    (a, b) => (way === 'least_loaded' ? moreLoaded(a, b) : 0) || a.turn - b.turn || (a.id < b.id ? -1 : 1),
  );
  const considered = order.map((one) => ({
    id: one.id,
    load: one.load,
    capacity: one.capacity,
    no: hindranceOf(one, needed, tier),
    lacks: lacking(one, needed),
  }));
  return { chosen: considered.find(({ no }) => no === null)?.id ?? null, considered };
}

/** By what part of their capacity is taken; crosswise, so that nothing is rounded. Who takes nothing comes last. */
function moreLoaded(a: Candidate, b: Candidate): number {
  if (a.capacity === 0 || b.capacity === 0) return Number(a.capacity === 0) - Number(b.capacity === 0);
  return a.load * b.capacity - b.load * a.capacity;
}

function lacking({ skills }: Candidate, needed: readonly string[]): string[] {
  return needed.filter((skill) => !skills.includes(skill));
}

function hindranceOf(one: Candidate, needed: readonly string[], tier: string | null): Hindrance | null {
  if (one.away) return 'away';
  if (!one.onDuty) return 'off_duty';
  if (one.tiers.length > 0 && !(tier !== null && one.tiers.includes(tier))) return 'reserved';
  if (lacking(one, needed).length > 0) return 'lacks_skills';
  return one.load >= one.capacity ? 'full' : null;
}
