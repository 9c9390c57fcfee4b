import { mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { withClientarea } from '../server/app/cli/with-clientarea.ts';
import { readConfig } from '../server/app/config.ts';
import { openDataFolder } from '../server/app/data-folder.ts';
import { findRunning, startEmbedded } from '../server/app/postgres/start.ts';
import { prepareDatabase } from '../server/app/prepare-database.ts';
import { upgrade } from '../server/app/upgrade.ts';
import { openRun, runBatch } from '../server/modules/billing/commands/run-billing.ts';
import { billing } from '../server/modules/billing/module.ts';
import { idOf, tokens } from './data.ts';
import { load, request } from './load.ts';
import type { LoadResult } from './load.ts';
import { cpuMilliseconds, family } from './processes.ts';
import { machine } from './report.ts';
import { fillRenewals } from './renewal-data.ts';
import { withServer } from './server.ts';

/** `npm run bench:run`; bench/README.md says what it measures. */
const args = process.argv.slice(2);
const option = (name: string, fallback: string) => args[args.indexOf(`--${name}`) + 1 || -1] ?? fallback;
const sizes = option('services', '10000,100000,1000000').split(',').map(Number);
const portal = Number(option('portal', '0'));
const lanes = Number(option('lanes', '2'));
/** So many services of each client are due together, and stand on one invoice. */
const each = Number(option('each', '10'));
const silent = { info() {}, warn() {}, error() {} };

interface Result {
  services: number;
  seconds: number;
  perSecond: number;
  /** Of this process and the database. */
  cpuMs: number;
  nodeCpuMs: number;
}

console.log(machine());
console.log('services      seconds  renewals/s   CPU ms each   of it node');
const results: Result[] = [];
for (const services of sizes) results.push(await onFresh(services, (folder) => alone(folder, services)));
for (const [index, { services, cpuMs, seconds }] of results.entries()) {
  const before = results[index - 1];
  if (!before) continue;
  const grown = Math.log(services / before.services);
  const byTime = Math.log(seconds / before.seconds) / grown;
  const byCpu = 1 + Math.log(cpuMs / before.cpuMs) / grown;
  console.log(
    `growth from ${before.services} to ${services}: ${byTime.toFixed(2)} by time, ${byCpu.toFixed(2)} by CPU`,
  );
}
const beside = portal > 0 ? await onFresh(portal, (folder) => besideThePortal(folder)) : null;
await mkdir(new URL('results/', import.meta.url), { recursive: true });
await writeFile(
  new URL('results/run.json', import.meta.url),
  `${JSON.stringify({ machine: machine(), results, beside }, null, 2)}\n`,
);

/** The run alone, in this process: invoices, tax, lines, ledger, numbers and facts; what follows from the facts waits. */
async function alone(folder: string, services: number): Promise<Result> {
  const config = readConfig({ CLIENTAREA_DATA: folder, CLIENTAREA_DEMO: 'off' });
  return withClientarea(config, async (clientarea) => {
    const ctx = clientarea.system('bench');
    const run = await ctx.transact((tx) => openRun(tx));
    const cpu = () => cpuMilliseconds(family(process.pid));
    const [began, cpuBefore, node] = [performance.now(), cpu(), process.cpuUsage()];
    await Promise.all(
      Array.from({ length: lanes }, async (_, lane) => {
        let at: Awaited<ReturnType<typeof runBatch>> = null;
        do at = await ctx.transact((tx) => runBatch(tx, run!, at, { lane }));
        while (at);
      }),
    );
    const seconds = (performance.now() - began) / 1000;
    const used = process.cpuUsage(node);
    const result = {
      services,
      seconds,
      perSecond: services / seconds,
      cpuMs: (cpu() - cpuBefore) / services,
      nodeCpuMs: (used.user + used.system) / 1000 / services,
    };
    console.log(
      `${String(services).padEnd(12)}${seconds.toFixed(1).padStart(9)}${result.perSecond.toFixed(0).padStart(12)}` +
        `${result.cpuMs.toFixed(3).padStart(14)}${result.nodeCpuMs.toFixed(3).padStart(13)}`,
    );
    const { rows } = await clientarea.pool.query(
      `select count(*)::int as issued, max(sequence)::int as last, (select count(*)::int from billing.renewals) as renewed,
         (select count(distinct organization_id)::int from services.services) as clients from billing.invoices`,
    );
    const { issued, last, renewed, clients } = rows[0];
    // Where two lanes meet, a client may have two.
    if (renewed !== services || issued !== last || issued < clients || issued >= clients + lanes)
      throw new Error(`${services} were due, ${JSON.stringify(rows[0])}`);
    for (const { name, violations } of billing.invariants!) {
      const found = await ctx.read((db) => violations(db, 3));
      if (found.length > 0) throw new Error(`${name}: ${found.join('; ')}`);
    }
    return result;
  });
}

/** What a client's list of invoices takes on a server, before and while that server bills everybody. Milliseconds. */
async function besideThePortal(folder: string) {
  return withServer(folder, async ({ port }) => {
    const { postgres } = await openDataFolder(folder);
    const client = new pg.Client({ connectionString: findRunning(postgres)!.url('clientarea') });
    await client.connect();
    const next = () =>
      request('GET', `/api/organizations/${idOf('organization2')}/invoices`, {
        cookie: `clientarea=${tokens.other}`,
      });
    // An open rate, well below what is possible, is what an ordinary day is.
    const ask = (seconds: number, going?: () => boolean) =>
      load({ port, clients: 2, seconds, next, pause: 20, ...(going && { going }) });
    await ask(3);
    const quiet = await ask(10);
    await client.query(
      `insert into pgboss.job (name, data, singleton_key) values ('world', $1, gen_random_uuid())`,
      [JSON.stringify({ name: 'kernel.sweep', input: { sweep: 'billing.renew-services' } })],
    );
    const running = async () => {
      const { rows } = await client.query('select 1 from billing.runs where finished_at is null');
      return rows.length > 0;
    };
    while (!(await running())) await wait(20);
    const began = performance.now();
    let going = true;
    const asked = ask(Infinity, () => going);
    while (await running()) await wait(250);
    going = false;
    const during = await asked;
    const seconds = (performance.now() - began) / 1000;
    const after = await ask(10);
    await client.end();
    const of = ({ p50, p95, p99 }: LoadResult) => ({ p50, p95, p99 });
    const beside = { quiet: of(quiet), during: of(during), after: of(after), seconds };
    console.log('the portal beside it, ms:', JSON.stringify(beside));
    return beside;
  });
}

async function onFresh<T>(services: number, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = join(tmpdir(), `clientarea-bench-run-${process.pid}-${services}`);
  try {
    const { postgres } = await openDataFolder(folder);
    const server = await startEmbedded({ directory: postgres, log: silent });
    try {
      await upgrade(await prepareDatabase(server.adminUrl, 'clientarea', 'bench'));
      await fillRenewals(server.url('clientarea'), services, each);
    } finally {
      await server.stop();
    }
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
