import { mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { keptSecret, openDataFolder } from '../server/app/data-folder.ts';
import { sizes } from './data.ts';
import type { Size } from './data.ts';
import { makeData } from './database.ts';
import { load } from './load.ts';
import { cpuMilliseconds, family, memoryMegabytes } from './processes.ts';
import { growth, head, line, machine, markdown, summary } from './report.ts';
import type { Measured, Row } from './report.ts';
import { scenarios } from './scenarios.ts';
import type { Scenario } from './scenarios.ts';
import { withServer } from './server.ts';
import type { Server } from './server.ts';

/** `npm run bench`; bench/README.md says what it does and takes. */
const args = process.argv.slice(2);
const option = (name: string, fallback: string) => args[args.indexOf(`--${name}`) + 1 || -1] ?? fallback;
const seconds = Number(option('seconds', '5'));
const only = option('only', '').split(',').filter(Boolean);
const wanted = option('size', 'both');
const keep = option('keep', '');
const clients = 8;

const results: Partial<Record<Size['name'], Measured>> = {};
for (const size of wanted === 'both' ? [sizes.S, sizes.M] : [sizes[wanted as keyof typeof sizes]])
  results[size.name] = await measure(size);
const grown = results.S && results.M ? growth(results.S.rows, results.M.rows) : [];
if (grown.length > 0) console.log('\nGrowth exponent from S to M, by CPU for each request:');
for (const { scenario, exponent } of grown) console.log(`${scenario.padEnd(28)}${exponent.toFixed(2)}`);
await mkdir(new URL('results/', import.meta.url), { recursive: true });
await writeFile(new URL('results/latest.md', import.meta.url), markdown(results));
await writeFile(
  new URL('results/latest.json', import.meta.url),
  `${JSON.stringify({ ...results, growth: grown }, null, 2)}\n`,
);

async function measure(size: Size): Promise<Measured> {
  const folder = join(keep ? resolve(keep) : join(tmpdir(), `clientarea-bench-${process.pid}`), size.name);
  console.log(`\nSet ${size.name}: ${size.organizations} organizations`);
  try {
    await mkdir(folder, { recursive: true });
    const { raw, tries } = await makeData(folder, size);
    return await withServer(folder, async (server) => {
      await settled(server);
      const idle = memoryMegabytes(server.pid);
      const secret = await keptSecret(await openDataFolder(folder), 'sandbox-gateway-webhooks');
      const gateway = { tries, secret: secret.toString('base64url'), now: () => new Date() };
      const rows: Row[] = [];
      console.log(head);
      for (const scenario of scenarios(size, gateway)) {
        if (only.length > 0 && !only.some((word) => scenario.name.startsWith(`${word} `))) continue;
        const row = await run(scenario, server);
        rows.push(row);
        console.log(line(row));
      }
      const afterLoad = memoryMegabytes(server.pid);
      const measured = { machine: machine(), startMs: server.startMs, idle, afterLoad, raw, rows };
      console.log(summary(measured));
      return measured;
    });
  } finally {
    if (!keep) await rm(folder, { recursive: true, force: true });
  }
}

async function run({ name, next: ask, writes, meanwhile }: Scenario, server: Server): Promise<Row> {
  let asked = 0;
  // Counted on from the warming up: what writes never asks for the same thing twice.
  const next = () => ask(asked++);
  const flood = meanwhile && load({ port: server.port, clients: 32, seconds: seconds + 2, next: meanwhile });
  await load({ port: server.port, clients, seconds: 2, next });
  if (writes) await settled(server);
  const before = cpuOf(server);
  const { requests, statuses, ...result } = await load({ port: server.port, clients, seconds, next });
  const cpuMs = (cpuOf(server) - before) / requests;
  const flooded = (await flood)?.statuses ?? {};
  const cpuMsToTheEnd = writes ? ((await settled(server)) - before) / requests : null;
  const wrong = [statuses, flooded]
    .flatMap(Object.entries<number>)
    .reduce((sum, [status, count]) => sum + (status < '300' ? 0 : count), 0);
  return { scenario: name, ...result, cpuMs, cpuMsToTheEnd, wrong };
}

function cpuOf({ pid }: Server): number {
  return cpuMilliseconds(family(pid));
}

/** Waits until the server has next to nothing to do any more; resolves with the CPU it had used when that began. */
async function settled(server: Server): Promise<number> {
  const step = 500;
  for (let before = cpuOf(server); ;) {
    await wait(step);
    const now = cpuOf(server);
    if (now - before < step * 0.08) return before;
    before = now;
  }
}
