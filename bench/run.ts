import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hash as argon2 } from '@node-rs/argon2';
import pg from 'pg';
import { startEmbedded } from '../server/app/postgres/start.ts';
import { prepareDatabase } from '../server/app/prepare-database.ts';
import { upgrade } from '../server/app/upgrade.ts';
import { fillData, sizes, tokens } from './data.ts';
import type { Size } from './data.ts';
import { load, request } from './load.ts';
import { cpuMilliseconds, family, memoryMegabytes } from './processes.ts';

/**
 * `npm run bench [-- --size S|M|both] [--seconds 5] [--only R4,W1]`: makes its own data, starts the built server on it, and reports for
 * each scenario requests a second, latency and CPU of all processes, beside what the database alone can do in the same run.
 */
const args = process.argv.slice(2);
const option = (name: string, fallback: string) => args[args.indexOf(`--${name}`) + 1 || -1] ?? fallback;
const seconds = Number(option('seconds', '5'));
const only = option('only', '').split(',').filter(Boolean);
const wanted = option('size', 'S');
const clients = 8;
const silent = { info() {}, warn() {}, error() {} };
const password = 'a password for measuring';

interface Row {
  scenario: string;
  perSecond: number;
  p50: number;
  p95: number;
  p99: number;
  cpuMs: number;
  wrong: number;
}

const results: Record<string, Row[]> = {};
for (const size of wanted === 'both' ? [sizes.S, sizes.M] : [sizes[wanted === 'M' ? 'M' : 'S']])
  results[size.name] = await measure(size);
if (results.S && results.M) growth(results.S, results.M);
await mkdir(new URL('results/', import.meta.url), { recursive: true });
await writeFile(new URL('results/latest.json', import.meta.url), `${JSON.stringify(results, null, 2)}\n`);

async function measure(size: Size): Promise<Row[]> {
  const folder = join(tmpdir(), `clientarea-bench-${size.name}-${process.pid}`);
  await mkdir(folder, { mode: 0o711 });
  console.log(`\nSet ${size.name}: ${size.organizations} organizations`);
  try {
    const raw = await makeData(folder, size);
    return await withServer(folder, async (server) => {
      console.log(
        `start to first 200: ${server.startMs.toFixed(0)} ms; idle memory ${memoryMegabytes(server.pid).toFixed(0)} MB`,
      );
      const rows: Row[] = [];
      for (const [scenario, next] of scenarios(size, server.at)) {
        if (only.length > 0 && !only.some((word) => scenario.startsWith(word))) continue;
        const warm = { port: server.port, clients, next };
        await load({ ...warm, seconds: 1 });
        const before = cpuMilliseconds(server.processes());
        const result = await load({ ...warm, seconds });
        const cpuMs = (cpuMilliseconds(server.processes()) - before) / result.requests;
        const right = Object.entries(result.statuses).filter(([status]) => status < '300');
        const wrong = result.requests - right.reduce((sum, [, count]) => sum + count, 0);
        rows.push({ scenario, ...result, cpuMs, wrong });
        print(rows.at(-1)!);
      }
      console.log(`memory after load ${memoryMegabytes(server.pid).toFixed(0)} MB`);
      console.log(
        `raw limits: ${Object.entries(raw)
          .map(([name, rate]) => `${name} ${rate.toFixed(0)}/s`)
          .join(', ')}`,
      );
      return rows;
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Migrates, fills, and measures what the database and the hash can do without us. */
async function makeData(folder: string, size: Size): Promise<Record<string, number>> {
  const server = await startEmbedded({ directory: join(folder, 'postgres'), log: silent });
  try {
    const url = await prepareDatabase(server.adminUrl, 'clientarea', 'bench');
    await upgrade(url);
    // The superuser fills: row by row checks of the roles have nothing to add here, and vacuum is its right.
    await fillData(server.url('clientarea'), size, console.log);
    const pool = new pg.Pool({ connectionString: url, max: clients });
    const hashed = await argon2(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
    await pool.query(`update identity.people set password_hash = $1 where email = 'person3@bench.example'`, [
      hashed,
    ]);
    const whale = (
      await pool.query<{ id: string }>(
        `select id from organizations.organizations where slug = 'organization-1'`,
      )
    ).rows[0]!.id;
    const page = `select id, number, total, due_on from billing.invoices where organization_id = $1 order by issued_on desc, id desc limit 50`;
    const raw = {
      'select 1': await rate(() => pool.query('select 1')),
      'page of 50': await rate(() => pool.query(page, [whale])),
      'argon2id 19 MiB': await rate(() =>
        argon2(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 }),
      ),
    };
    await pool.end();
    return raw;
  } finally {
    await server.stop();
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

interface Server {
  port: number;
  pid: number;
  startMs: number;
  processes(): number[];
  at(token: string, organization: string): (path: string) => string;
}

async function withServer<T>(folder: string, work: (server: Server) => Promise<T>): Promise<T> {
  const port = await freePort();
  const began = performance.now();
  const child: ChildProcess = spawn(
    process.execPath,
    [fileURLToPath(new URL('../server/bin/clientarea.mjs', import.meta.url))],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...process.env,
        PORT: String(port),
        CLIENTAREA_HOST: '127.0.0.1',
        CLIENTAREA_DATA: folder,
        CLIENTAREA_DEMO: 'off',
        CLIENTAREA_LOG_LEVEL: 'error',
        CLIENTAREA_REQUESTS_PER_MINUTE: '0',
        CLIENTAREA_STRICT_LIMITS: 'off',
      },
    },
  );
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  try {
    while (
      !(await fetch(`http://127.0.0.1:${port}/readyz`).then(
        (answer) => answer.ok,
        () => false,
      ))
    ) {
      if (child.exitCode !== null) throw new Error('the server did not start');
    }
    const startMs = performance.now() - began;
    const at = (token: string, organization: string) => (path: string) =>
      request('GET', `/api/organizations/${organization}${path}`, { cookie: `clientarea=${token}` });
    return await work({ port, pid: child.pid!, startMs, processes: () => family(child.pid!), at });
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

/** Reads are asked by the whale and by another owner in turn. */
function scenarios(size: Size, at: Server['at']): [string, (turn: number) => string][] {
  const id = (text: string) =>
    createHash('md5')
      .update(text)
      .digest('hex')
      .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  const owners = [
    {
      number: 1,
      token: tokens.whale,
      invoices: size.organizations * size.invoicesEach * 0.01,
      tickets: size.organizations * size.ticketsEach * 0.01,
    },
    { number: 2, token: tokens.other, invoices: size.invoicesEach, tickets: size.ticketsEach },
  ].map((owner) => ({ ...owner, organization: id(`organization${owner.number}`) }));
  const both = (path: (owner: (typeof owners)[number], turn: number) => string) => (turn: number) => {
    const owner = owners[turn % 2]!;
    return at(owner.token, owner.organization)(path(owner, turn));
  };
  const deep = (owner: (typeof owners)[number]) => {
    const texts = ['2025-03-01', id(`invoice${owner.number}-${Math.floor(owner.invoices / 2)}`)];
    return Buffer.from(JSON.stringify(texts)).toString('base64url');
  };
  const post = (path: (owner: (typeof owners)[number]) => string, body: object) => (turn: number) => {
    const owner = owners[turn % 2]!;
    const headers = { cookie: `clientarea=${owner.token}`, 'Idempotency-Key': randomUUID() };
    return request('POST', `/api/organizations/${owner.organization}${path(owner)}`, headers, body);
  };
  return [
    ['R1 sign-in', () => request('POST', '/api/session', {}, { email: 'person3@bench.example', password })],
    ['R2 session', () => request('GET', '/api/session', { cookie: `clientarea=${tokens.other}` })],
    ['R3 dashboard', both(() => '/dashboard')],
    ['R4 invoices page 1', both(() => '/invoices?limit=50')],
    ['R5 invoices deep', both((owner) => `/invoices?limit=50&after=${deep(owner)}`)],
    [
      'R6 invoice',
      both((owner, turn) => `/invoices/${id(`invoice${owner.number}-${1 + (turn % owner.invoices)}`)}`),
    ],
    ['R8 tickets page 1', both(() => '/tickets?limit=50')],
    [
      'R9 ticket',
      both((owner, turn) => `/tickets/${id(`ticket${owner.number}-${1 + (turn % owner.tickets)}`)}`),
    ],
    ['R12 ticket search', both(() => '/tickets?limit=20&q=backup')],
    [
      'W1 ticket create',
      post(() => '/tickets', {
        subject: 'It is slow',
        text: 'Since this morning every page takes long to load.',
        kind: 'question',
      }),
    ],
    [
      'W2 ticket reply',
      post((owner) => `/tickets/${id(`ticket${owner.number}-20`)}/messages`, {
        text: 'It still is, please look again.',
      }),
    ],
  ];
}

function print({ scenario, perSecond, p50, p95, p99, cpuMs, wrong }: Row): void {
  const figures = `${perSecond.toFixed(0).padStart(6)}/s  p50 ${p50.toFixed(1)}  p95 ${p95.toFixed(1)}  p99 ${p99.toFixed(1)} ms  CPU ${cpuMs.toFixed(2)} ms`;
  console.log(`${scenario.padEnd(20)}${figures}${wrong > 0 ? `  WRONG ANSWERS: ${wrong}` : ''}`);
}

/** The exponent of growth: 0 when ten times the data costs the same, 1 when it costs ten times as much. By CPU, which noise moves least. */
function growth(small: readonly Row[], large: readonly Row[]): void {
  console.log('\nGrowth exponent from S to M, by CPU per request:');
  for (const row of large) {
    const before = small.find(({ scenario }) => scenario === row.scenario);
    if (before)
      console.log(
        `${row.scenario.padEnd(20)}${(Math.log(row.cpuMs / before.cpuMs) / Math.log(10)).toFixed(2)}`,
      );
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
