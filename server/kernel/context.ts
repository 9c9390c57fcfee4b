import type { Logger } from './log.ts';
import type { Actor } from './auth/actor.ts';
import type { Clock } from './clock.ts';
import type { Vault } from './crypto.ts';
import type { Scope } from './db/scope.ts';
import type { Tx } from './db/tx.ts';
import type { Db } from './db/types.ts';
import type { Product } from './product.ts';
import type { Ports } from './ports.ts';

/** What somebody who may open transactions and talk to the world is handed. */
export interface Ctx {
  readonly actor: Actor;
  readonly clock: Clock;
  readonly log: Logger;
  readonly ports: Ports;
  readonly product: Product;
  readonly vault: Vault;
  readonly requestId: string | null;
  /** The address people use, for links and for who sends them back to us. */
  readonly publicUrl: URL;
  /** One read-only transaction in this scope. */
  read<T>(work: (db: Db) => Promise<T>): Promise<T>;
  /** One transaction; repeated when the database asks for it, so `work` must be a function of its input and what it reads. */
  transact<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** The same actor, seeing the rows of this scope. Elevation to `everything` is meant to be found by searching for it. */
  within(scope: Scope): Ctx;
  /** The same for much work that nobody waits for: where the database is our own, it stands back behind all other. */
  behind(): Ctx;
}
