import { sql } from 'kysely';
import type { Tx } from './db/tx.ts';

/** On which nodes tell each other what passes. */
export const passingChannel = 'clientarea_passing';

/** What pages may learn while it is so, and nobody needs to know later. */
export interface Passing {
  /** `module.noun-participle`, as facts are called; who may read something of the module hears it. */
  name: `${string}.${string}`;
  audience: 'staff';
  subject: { kind: string; id: string };
}

/** Names of what passes begin so where pages hear it, so that none takes it for a fact. */
export const passingPrefix = 'passing.';

/** Tells the pages that are open on any node, once the transaction commits. It leaves no fact: a page that was away never hears it. */
export function tellPassing(tx: Tx, passing: Passing): void {
  tx.withCommit(sql`select pg_notify(${passingChannel}, ${JSON.stringify(passing)})`);
}
