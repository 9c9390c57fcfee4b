import pg from 'pg';
import { keyRing, wrapNewKey } from '../kernel/crypto.ts';
import type { KeyRing } from '../kernel/crypto.ts';
import { StartupError } from './startup-error.ts';

/** Opens the data keys with the root key; makes the first one. Throws when the root key is not the one they were wrapped with. */
export async function loadKeys(url: string, root: Buffer, now: Date): Promise<KeyRing> {
  return withClient(url, async (client) => {
    await client.query(
      'insert into kernel.data_keys (id, wrapped, created_at) values (1, $1, $2) on conflict do nothing',
      [wrapNewKey(root, 1), now],
    );
    return open(client, root);
  });
}

/** Adds a data key: from now on new values are sealed with it, older ones still open with theirs. Returns its number. */
export async function rotateKeys(url: string, root: Buffer, now: Date): Promise<number> {
  return withClient(url, async (client) => {
    const { current } = await open(client, root);
    await client.query('insert into kernel.data_keys (id, wrapped, created_at) values ($1, $2, $3)', [
      current.id + 1,
      wrapNewKey(root, current.id + 1),
      now,
    ]);
    return current.id + 1;
  });
}

async function open(client: pg.Client, root: Buffer): Promise<KeyRing> {
  const { rows } = await client.query<{ id: number; wrapped: string }>(
    'select id, wrapped from kernel.data_keys',
  );
  try {
    return keyRing(root, rows);
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
