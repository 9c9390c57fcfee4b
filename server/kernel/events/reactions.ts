import type { Tx } from '../db/tx.ts';
import type { EventKind, Fact } from './define.ts';

/** What a module does when a fact happens. It runs in its own transaction together with the mark that it was handled. */
export interface Reaction<Data = unknown> {
  readonly name: string;
  readonly event: EventKind<string, Data>;
  readonly run: (tx: Tx, fact: Fact<Data>) => Promise<void>;
}

export function on<Data>(
  event: EventKind<string, Data>,
  name: `${string}.${string}`,
  run: (tx: Tx, fact: Fact<Data>) => Promise<void>,
): Reaction<Data> {
  return { name, event, run };
}
