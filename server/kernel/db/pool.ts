import pg from 'pg';

const parsers = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.INT8, BigInt],
  [pg.types.builtins.DATE, (text) => text],
]);

/**
 * A pool that pipelines: statements of one transaction are sent without waiting for each other where the code does not wait.
 * bigint comes as `bigint`, date as 'YYYY-MM-DD', timestamptz as `Date`. Statements stay unnamed, so PgBouncer can stand between.
 */
export function createPool(url: string, options: { max: number; name: string }): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
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
  return pool;
}
