import pg from 'pg';
import { keyRing, wrapNewKey } from '../kernel/crypto.ts';
import type { Clock } from '../kernel/clock.ts';
import type { KeyRing } from '../kernel/crypto.ts';
import type { Logger } from '../kernel/log.ts';
import { StartupError } from './startup-error.ts';

/**
 * A new key is used once every process has had the time to learn of it: each looks for new ones every minute. So a rotation needs no
 * restart, and nothing is sealed that another node cannot open.
 */
const lookEveryMilliseconds = 60_000;
const usedAfterMilliseconds = 3 * lookEveryMilliseconds;

/** Opens the data keys with the root key; makes the first one. Throws when the root key is not the one they were wrapped with. */
export async function loadKeys(url: string, root: Buffer, now: Date): Promise<KeyRing> {
  return withClient(url, async (client) => {
    await client.query(
      'insert into kernel.data_keys (id, wrapped, created_at) values (1, $1, $2) on conflict do nothing',
      [wrapNewKey(root, 1), now],
    );
    return open(client, root, now);
  });
}

/** Reads the keys again into a ring that is in use. */
export async function renewKeys(ring: KeyRing, url: string, root: Buffer, now: Date): Promise<void> {
  Object.assign(ring, await loadKeys(url, root, now));
}

/** Keeps a ring current until the returned function is called. */
export function keepKeys(ring: KeyRing, url: string, root: Buffer, clock: Clock, log: Logger): () => void {
  const timer = setInterval(() => {
    renewKeys(ring, url, root, clock.now()).catch((error: Error) =>
      log.warn({ error: error.message }, 'the data keys could not be read again; it is tried again'),
    );
  }, lookEveryMilliseconds);
  return () => clearInterval(timer);
}

/** Adds a data key. New values are sealed with it after `usedAfterMilliseconds`; older ones still open with theirs. Returns its number. */
export async function rotateKeys(url: string, root: Buffer, now: Date): Promise<number> {
  return withClient(url, async (client) => {
    const newest = await client.query<{ id: number }>('select max(id) as id from kernel.data_keys');
    await open(client, root, now);
    const id = newest.rows[0]!.id + 1;
    await client.query('insert into kernel.data_keys (id, wrapped, created_at) values ($1, $2, $3)', [
      id,
      wrapNewKey(root, id),
      now,
    ]);
    return id;
  });
}

async function open(client: pg.Client, root: Buffer, now: Date): Promise<KeyRing> {
  const { rows } = await client.query<{ id: number; wrapped: string; created_at: Date }>(
    'select id, wrapped, created_at from kernel.data_keys',
  );
  const known = now.getTime() - usedAfterMilliseconds;
  // The first key is alone: there is nobody to wait for.
  const inUse = rows.filter(({ id, created_at }) => id === 1 || created_at.getTime() <= known);
  try {
    return keyRing(root, rows, Math.max(...inUse.map(({ id }) => id)));
  } catch {
    throw new StartupError(
      'CLIENTAREA_ROOT_KEY',
      'does not open this database: it was written with another root key',
    );
  }
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
