import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { withClientarea } from '../server/app/cli/with-clientarea.ts';
import { readConfig } from '../server/app/config.ts';
import { openDataFolder } from '../server/app/data-folder.ts';
import { findRunning, startEmbedded } from '../server/app/postgres/start.ts';
import { prepareDatabase } from '../server/app/prepare-database.ts';
import { upgrade } from '../server/app/upgrade.ts';
import { fillData, idOf } from './data.ts';
import { agentToken, deskSize, fillClocks, fillDesk, fillLines } from './desk-data.ts';
import { holdLines } from './desk-lines.ts';
import { rulesTake, switchOn } from './desk-rules.ts';
import { load, request } from './load.ts';
import { cpuMilliseconds, family } from './processes.ts';
import { head, line, machine } from './report.ts';
import type { Row } from './report.ts';
import { scenarios } from './scenarios.ts';
import type { Scenario } from './scenarios.ts';
import { withServer } from './server.ts';
import type { Server } from './server.ts';

/** `npm run bench:desk`; bench/README.md says what it measures. */
const args = process.argv.slice(2);
const option = (name: string, fallback: string) => args[args.indexOf(`--${name}`) + 1 || -1] ?? fallback;
const seconds = Number(option('seconds', '5'));
const keep = option('keep', '');
const size = deskSize(Number(option('clients', '10000')));
const silent = { info() {}, warn() {}, error() {} };
const folder = keep ? resolve(keep) : join(tmpdir(), `clientarea-desk-${process.pid}`);

console.log(machine());
try {
  await make();
  const rows: Row[] = [];
  const measure = async (scenario: Scenario, server: Server, clients: number, name: string) => {
    const row = await run(scenario, server, clients, name);
    rows.push(row);
    console.log(line(row));
  };
  const served = await withServer(folder, async (server) => {
    console.log(head);
    for (const scenario of reads())
      for (const clients of [1, 8]) await measure(scenario, server, clients, `${scenario.name} ×${clients}`);
    const writes = scenarios(size, { tries: [], secret: '', now: () => new Date() }).filter(({ name }) =>
      /^W[12] /.test(name),
    );
    for (const scenario of writes) await measure(scenario, server, 8, `${scenario.name}, bare`);
    const clocked = await switchOn(server.port);
    for (const scenario of writes) await measure(scenario, server, 8, `${scenario.name}, all on`);
    const { postgres } = await openDataFolder(folder);
    const url = findRunning(postgres)!.url('clientarea');
    await fillLines(url);
    const held = await holdLines(server);
    console.log(`live lines: ${JSON.stringify(held)}`);
    await fillClocks(url, clocked.policy, clocked.calendar);
    return { held };
  });
  const swept = await sweeps();
  const rules = { 500: rulesTake(500), 4000: rulesTake(4000) };
  console.log(`50 rules on a message of 500 and 4,000 characters: ${JSON.stringify(rules)} ms`);
  await mkdir(new URL('results/', import.meta.url), { recursive: true });
  await writeFile(
    new URL('results/desk.json', import.meta.url),
    `${JSON.stringify({ machine: machine(), rows, ...served, swept, rules }, null, 2)}\n`,
  );
} finally {
  if (!keep) await rm(folder, { recursive: true, force: true });
}

async function make(): Promise<void> {
  await mkdir(folder, { recursive: true });
  const { path, postgres } = await openDataFolder(folder);
  const made = join(path, 'made');
  if (existsSync(made)) return;
  const server = await startEmbedded({ directory: postgres, log: silent });
  try {
    await upgrade(await prepareDatabase(server.adminUrl, 'clientarea', 'bench'));
    await fillData(server.url('clientarea'), size, console.log);
    await fillDesk(server.url('clientarea'));
    await writeFile(made, size.name);
  } finally {
    await server.stop();
  }
}

/** What an agent asks all day. */
function reads(): Scenario[] {
  const ask = (name: string, path: (turn: number) => string): Scenario => ({
    name,
    next: (turn) =>
      request('GET', `/api/console/tickets${path(turn)}`, { cookie: `clientarea=${agentToken}` }),
    writes: false,
  });
  const words = ['backup', 'certificate', 'mailbox invoice', 'payment website', 'domain server order'];
  return [
    ask('Q1 waiting for us', () => '?sort=waiting&limit=50'),
    ask('Q2 active', () => '?status=active&limit=50'),
    ask('Q3 by queue and priority', () => '?status=active&queue=general&priority=high&limit=50'),
    ask('Q4 by tag', () => '?status=active&tag=backup&limit=50'),
    ask('Q5 of an agent', (turn) => `?status=active&assignee=${idOf(`person${5 + (turn % 50)}`)}&limit=50`),
    ask('Q6 of nobody, waiting', () => '?sort=waiting&assignee=none&limit=50'),
    ask('Q7 counts of the views', () => '/workload'),
    ask('Q8 search, one word', (turn) => `?limit=20&q=${words[turn % 2]}`),
    ask('Q9 search, several words', (turn) => `?limit=20&q=${encodeURIComponent(words[2 + (turn % 3)]!)}`),
    ask('Q10 search, open ones', () => '?status=active&limit=20&q=backup'),
  ];
}

async function run(
  { next: ask, writes }: Scenario,
  server: Server,
  clients: number,
  name: string,
): Promise<Row> {
  let asked = 0;
  const next = () => ask(asked++);
  const cpu = () => cpuMilliseconds(family(server.pid));
  await load({ port: server.port, clients, seconds: 1, next });
  if (writes) await settled(cpu);
  const before = cpu();
  const { requests, statuses, ...result } = await load({ port: server.port, clients, seconds, next });
  const cpuMs = (cpu() - before) / requests;
  const cpuMsToTheEnd = writes ? ((await settled(cpu)) - before) / requests : null;
  const wrong = Object.entries(statuses).reduce((sum, [status, n]) => sum + (status < '300' ? 0 : n), 0);
  return { scenario: name, ...result, cpuMs, cpuMsToTheEnd, wrong };
}

/** Waits until next to nothing is done any more, a minute at most; resolves with the CPU used when that began. */
async function settled(cpu: () => number): Promise<number> {
  const until = performance.now() + 60_000;
  for (let before = cpu(); ;) {
    await wait(500);
    const now = cpu();
    if (now - before < 40 || performance.now() > until) return before;
    before = now;
  }
}

/** The sweeps over all that is open, in this process: what they find is counted, and its jobs wait. */
async function sweeps(): Promise<Record<string, number>> {
  const config = readConfig({ CLIENTAREA_DATA: folder, CLIENTAREA_DEMO: 'off' });
  return withClientarea(config, async (clientarea) => {
    const taken: Record<string, number> = {};
    for (const name of ['support.watch-clocks', 'escalation.watch']) {
      const sweep = clientarea.product.sweeps.find((one) => one.name === name)!;
      const began = performance.now();
      await sweep.run(clientarea.system('bench'));
      taken[name] = (performance.now() - began) / 1000;
      console.log(`${name}: ${taken[name].toFixed(1)} s`);
    }
    return taken;
  });
}
