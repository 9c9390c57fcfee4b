import type { Tx } from '../db/tx.ts';
import type { EventKind, Fact } from './define.ts';

/**
 * What a module does when facts of a kind happen. It runs in a transaction together with the marks that they were handled, with all
 * the facts that came together: at least one, each marked by now and never seen before.
 */
export interface Reaction<Data = unknown> {
  readonly name: string;
  readonly event: EventKind<string, Data>;
  /** Whether one call takes all facts; otherwise there is one for each. */
  readonly together: boolean;
  readonly run: (tx: Tx, facts: readonly Fact<Data>[]) => Promise<void>;
}

/** One fact at a time. Facts of different organizations may be worked on at once, those of one never. */
export function on<Data>(
  event: EventKind<string, Data>,
  name: `${string}.${string}`,
  run: (tx: Tx, fact: Fact<Data>) => Promise<void>,
): Reaction<Data> {
  return { name, event, together: false, run: (tx, facts) => run(tx, facts[0]!) };
}

/** All facts that came together, of whatever organizations, oldest first: for what is much cheaper for many at once. */
export function onAll<Data>(
  event: EventKind<string, Data>,
  name: `${string}.${string}`,
  run: (tx: Tx, facts: readonly Fact<Data>[]) => Promise<void>,
): Reaction<Data> {
  return { name, event, together: true, run };
}
