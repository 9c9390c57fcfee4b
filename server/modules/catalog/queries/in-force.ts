import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';

/** Whether a price, in a table or alias of that name, is the one new orders are at at an instant. */
export function inForce(prices: string, at: Date): RawBuilder<boolean> {
  const [starts, ends] = [sql.ref(`${prices}.starts_at`), sql.ref(`${prices}.ends_at`)];
  return sql<boolean>`(${starts} is null or ${starts} <= ${at}) and (${ends} is null or ${ends} > ${at})`;
}
