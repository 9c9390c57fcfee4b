import type { RawBuilder } from 'kysely';
import type { Actor } from '../auth/actor.ts';
import type { Vault } from '../crypto.ts';
import type { EventKind, Subject } from '../events/define.ts';
import type { Job } from '../jobs/define.ts';
import type { MessageKind, Telling } from '../messages.ts';
import type { Id } from '../values/ids.ts';
import type { Db } from './types.ts';

/**
 * Somebody's open transaction. Facts, jobs and messages given to it become rows when it commits, in one statement, or never.
 * It has no adapters, and its `db` throws once the transaction has ended.
 */
export interface Tx {
  readonly db: Db;
  readonly actor: Actor;
  /** The clock's time when the transaction began: one instant for everything written in it. */
  readonly now: Date;
  readonly vault: Vault;
  newId<Kind extends string>(): Id<Kind>;
  emit<Data>(event: EventKind<string, Data>, fact: NewFact<Data>): void;
  enqueue<Input>(job: Omit<Job<Input>, 'run'>, input: Input, options?: EnqueueOptions): void;
  /** Sends the statement at once, before whatever is asked of `db` from now on, and without anybody having to wait for it. */
  ahead<Row>(statement: RawBuilder<Row>): Promise<Row[]>;
  /** Sends the statement along with the commit, without waiting in between. When it fails, nothing is committed. */
  withCommit(statement: RawBuilder<unknown>): void;
  tell<Data>(message: MessageKind<Data>, telling: Telling<Data>): void;
}

export interface NewFact<Data> {
  organizationId: Id<'organization'> | null;
  subject: Subject;
  data: Data;
}

/** `key`: at most one waiting job of this name and key. `after`: not before this instant. `awaited`: before whatever nobody waits for. */
export interface EnqueueOptions {
  key?: string;
  after?: Date;
  awaited?: boolean;
}
