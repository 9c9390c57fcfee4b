/** When a rule looks at a ticket. `silent`: nobody has written for some hours. */
export const moments = [
  'opened',
  'client_answered',
  'staff_answered',
  'status_changed',
  'changed',
  'silent',
] as const;
export type Moment = (typeof moments)[number];

export const aspects = [
  'kind',
  'queue',
  'priority',
  'status',
  'language',
  'tag',
  'organization',
  'tier',
  'product',
  'words',
  'assigned',
] as const;
export type Aspect = (typeof aspects)[number];

/** That an aspect of a ticket is, or is not, one of some values. `assigned` has none. */
export interface Test {
  of: Aspect;
  is: boolean;
  values: readonly string[];
}

export interface Conditions {
  match: 'all' | 'any';
  tests: readonly Test[];
}

/** What rules look at; organization and product by their part of addresses, the client's tier by its id. `words`: the subject and the message it is about, as they were written. */
export interface Looked extends Record<Exclude<Aspect, 'tag' | 'assigned'>, string | null> {
  tags: readonly string[];
  assigned: boolean;
}

/** The tiers that conditions ask for, by id. */
export const tiersIn = ({ tests }: Conditions): string[] =>
  tests.flatMap(({ of, values }) => (of === 'tier' ? values : []));

type Matches = (ticket: Looked) => boolean;

/** The conditions as one function: made once, asked for every ticket. Without any test everything matches. */
export function compile({ match, tests }: Conditions): Matches {
  const each = tests.map(compileOne);
  if (each.length === 0) return () => true;
  return match === 'all'
    ? (ticket) => each.every((holds) => holds(ticket))
    : (ticket) => each.some((holds) => holds(ticket));
}

function compileOne({ of, is, values }: Test): Matches {
  if (of === 'assigned') return (ticket) => ticket.assigned === is;
  if (of === 'words') {
    const asked = values.map(plain);
    return (ticket) => asked.some((words) => wordsIn(ticket).includes(words)) === is;
  }
  const wanted = new Set(values);
  if (of === 'tag') return (ticket) => ticket.tags.some((tag) => wanted.has(tag)) === is;
  return (ticket) => wanted.has(ticket[of] ?? '') === is;
}

const spoken = new WeakMap<Looked, string>();

/** All that is said in a ticket; made once for all rules that look at it. */
function wordsIn(ticket: Looked): string {
  let words = spoken.get(ticket);
  if (words === undefined) spoken.set(ticket, (words = plain(ticket.words ?? '')));
  return words;
}

/** Words as they are compared: small, without what stands between them, a space around each. */
const plain = (text: string) =>
  ` ${
    text
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu)
      ?.join(' ') ?? ''
  } `;

/** No more rules than this follow from one another. */
export const deepest = 5;

export interface Rule {
  id: string;
  moment: Moment;
}

/**
 * What follows in a chain of rules: in order, those whose moment has come and that have not run in it. `ran` is all that ran before,
 * so a chain ends even where rules undo each other.
 */
export function nextOf<R extends Rule>(rules: readonly R[], moment: Moment, ran: ReadonlySet<string>): R[] {
  return rules.filter((rule) => rule.moment === moment && !ran.has(rule.id));
}
