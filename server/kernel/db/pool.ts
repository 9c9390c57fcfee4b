import pg from 'pg';
import { KeepingClient, StatementNames } from './keeping-client.ts';

const parsers = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.INT8, BigInt],
  [pg.types.builtins.DATE, (text) => text],
]);

/**
 * A pool that pipelines: statements of one transaction are sent without waiting for each other where the code does not wait.
 * `opened` hears of each connection's process at the server. bigint comes as `bigint`, date as 'YYYY-MM-DD', timestamptz as `Date`. Plans are kept unless PgBouncer or the like stands between.
 */
export function createPool(
  url: string,
  options: { max: number; name: string; opened?: (processId: number) => void },
): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    Client: KeepingClient,
    max: options.max,
    pipeline: true,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    application_name: options.name,
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        parsers.get(oid) ?? pg.types.getTypeParser(oid, format),
    },
  });
  // An idle connection that the server ends is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => {});
  const names = new StatementNames();
  pool.on('connect', (client) => {
    // One that is lent and asks nothing at the moment would end it, too. Its next statement fails and says why.
    client.on('error', () => {});
    const keeping = client as unknown as KeepingClient;
    keeping.keepUnlessPooled(names).then(options.opened, () => {});
  });
  return pool;
}
