import { hash as argon2 } from '@node-rs/argon2';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { openDataFolder } from '../server/app/data-folder.ts';
import { startEmbedded } from '../server/app/postgres/start.ts';
import { prepareDatabase } from '../server/app/prepare-database.ts';
import { upgrade } from '../server/app/upgrade.ts';
import { fillData, idOf } from './data.ts';
import type { Size } from './data.ts';
import { load } from './load.ts';
import { findTries } from './webhooks.ts';
import type { Try } from './webhooks.ts';

export const password = 'a password for measuring';
const clients = 8;
const silent = { info() {}, warn() {}, error() {} };
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** What the database and the hash can do without us, a second. */
export type RawLimits = Record<string, number>;

/** Makes the data unless the folder has it, and measures what is possible below the server. */
export async function makeData(folder: string, size: Size): Promise<{ raw: RawLimits; tries: Try[] }> {
  const { path, postgres } = await openDataFolder(folder);
  const made = join(path, 'made');
  const server = await startEmbedded({ directory: postgres, log: silent });
  try {
    const url = await prepareDatabase(server.adminUrl, 'clientarea', 'bench');
    await upgrade(url);
    const superuser = server.url('clientarea');
    if (!existsSync(made)) {
      await fillData(superuser, size, console.log);
      await setPassword(superuser);
      await mkdir(path, { recursive: true });
      await writeFile(made, size.name);
    }
    return { tries: await findTries(superuser), raw: await rawLimits(superuser) };
  } finally {
    await server.stop();
  }
}

/** To the one who signs in. */
export async function setPassword(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const hashed = await argon2(password, cost);
  await client.query(`update identity.people set password_hash = $1 where email = 'person3@bench.example'`, [
    hashed,
  ]);
  await client.end();
}

/** `write` is the least a fact costs: one row of an organization in a transaction of its own. */
async function rawLimits(url: string): Promise<RawLimits> {
  const pool = new pg.Pool({ connectionString: url, max: clients });
  // A connection may be on its way out still when the server stops.
  pool.on('error', () => {});
  await pool.query(
    'create table if not exists public.bench_writes (id bigserial primary key, organization uuid, text text)',
  );
  const whale = idOf('organization1');
  const raw = {
    'select 1': await rate(() => pool.query('select 1')),
    'page of 50': await rate(() =>
      pool.query(
        `select id, number, total, due_on from billing.invoices where organization_id = $1 order by issued_on desc, id desc limit 50`,
        [whale],
      ),
    ),
    'page of 50 by the barest server': await bareServer(url, whale),
    'argon2id 19 MiB': await rate(() => argon2(password, cost)),
    write: await rate(() =>
      pool.query('insert into public.bench_writes (organization, text) values ($1, $2)', [
        whale,
        'a message',
      ]),
    ),
  };
  await pool.query('drop table public.bench_writes');
  await pool.end();
  return raw;
}

/** Requests a second of `bare-server.ts`, asked as the real one is. */
async function bareServer(url: string, organization: string): Promise<number> {
  const script = fileURLToPath(new URL('bare-server.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, url, organization], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    const next = () => 'GET / HTTP/1.1\r\nhost: localhost\r\n\r\n';
    const { perSecond } = await load({ port: Number(line), clients, seconds: 3, next });
    return perSecond;
  } finally {
    child.kill();
  }
}

async function rate(work: () => Promise<unknown>): Promise<number> {
  let done = 0;
  const until = performance.now() + 2000;
  const one = async () => {
    while (performance.now() < until) {
      await work();
      done++;
    }
  };
  await Promise.all(Array.from({ length: clients }, one));
  return done / 2;
}
