import type { Kysely } from 'kysely';
import type { DB } from './tables.gen.ts';

export type Tables = DB;
/** Something to read with. Whoever is handed a `Db` does not write. */
export type Db = Kysely<Tables>;
