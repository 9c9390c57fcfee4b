import { Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import type { CompiledQuery, DatabaseConnection, Dialect, Driver, QueryResult } from 'kysely';
import type pg from 'pg';
import { inOnePacket } from './packet.ts';
import type { Db, Tables } from './types.ts';

/** One connection, lent for one transaction. After `end()` whoever kept a handle to it gets an error instead of somebody else's transaction. */
export class LentConnection implements DatabaseConnection {
  readonly client: pg.PoolClient;
  #ended = false;

  constructor(client: pg.PoolClient) {
    this.client = client;
  }

  end(): void {
    this.#ended = true;
  }

  requireOpen(): void {
    if (this.#ended) throw new Error('a transaction handle was used after its transaction had ended');
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    this.requireOpen();
    inOnePacket(this.client);
    const result = await this.client.query(query.sql, query.parameters as unknown[]);
    return { rows: result.rows as Row[], numAffectedRows: BigInt(result.rowCount ?? 0) };
  }

  // eslint-disable-next-line require-yield
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error('results are paged, not streamed');
  }
}

const adapter = new PostgresAdapter();
const compiler = new PostgresQueryCompiler();

/** A query builder bound to one lent connection. */
export function builderOn(connection: LentConnection): Db {
  const driver: Driver = {
    init: async () => {},
    acquireConnection: async () => connection,
    releaseConnection: async () => {},
    beginTransaction: refuse,
    commitTransaction: refuse,
    rollbackTransaction: refuse,
    destroy: async () => {},
  };
  const dialect: Dialect = {
    createAdapter: () => adapter,
    createDriver: () => driver,
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => compiler,
  };
  return new Kysely<Tables>({ dialect });
}

async function refuse(): Promise<never> {
  throw new Error('transactions are opened by ctx.transact, not by the query builder');
}
