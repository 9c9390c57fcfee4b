import { assert, Problem, problem } from './errors.ts';

export const wrongState = problem('wrong_state', 409, 'This cannot be done in the state it is in.');

/**
 * Whether an act is open to somebody and, if not, the stable word for the reason: the page disables the
 * button with it.
 */
export type Ability<Reason extends string = string> = true | { no: Reason };

/** True, or the first reason that holds: `unless({ is_void: state === 'void', already_paid: owed === 0n })`. */
export function unless<Reason extends string>(reasons: Record<Reason, boolean>): Ability<Reason> {
  for (const reason in reasons) if (reasons[reason]) return { no: reason };
  return true;
}

export interface States<State extends string> {
  readonly all: readonly State[];
  /** Whether a text is one of the states. */
  is(text: string): text is State;
  canMove(from: State, to: State): boolean;
  /** Errors: `wrong_state` with the facts `from` and `to`. */
  assertMove(from: State, to: State): void;
  /** The states from which `to` can be reached: what an UPDATE guards with. */
  sourcesOf(to: State): readonly State[];
  /** The text of the check constraint on `column`. */
  sqlCheck(column: string): string;
}

export type StateOf<Machine> = Machine extends States<infer State> ? State : never;

/** From each state to those that may follow it: `{ draft: ['open', 'discarded'], open: [], discarded: [] }`. */
export function defineStates<
  const Table extends { readonly [From in keyof Table]: readonly (keyof Table)[] },
>(table: Table): States<keyof Table & string> {
  type State = keyof Table & string;
  const all = Object.keys(table) as State[];
  for (const state of all) assert(/^[a-z][a-z_]*$/.test(state), `${state} is a plain word`);

  const canMove = (from: State, to: State) => table[from].includes(to);
  return {
    all,
    is: (text): text is State => Object.hasOwn(table, text),
    canMove,
    assertMove(from, to) {
      if (!canMove(from, to)) throw new Problem(wrongState, { facts: { from, to } });
    },
    sourcesOf: (to) => all.filter((from) => canMove(from, to)),
    sqlCheck(column) {
      assert(/^[a-z][a-z_]*$/.test(column), `${column} is a plain column name`);
      return `${column} in (${all.map((state) => `'${state}'`).join(', ')})`;
    },
  };
}
