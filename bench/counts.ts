import { mkdtemp, rm } from 'node:fs/promises';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { readConfig } from '../server/app/config.ts';
import { keptSecret, openDataFolder } from '../server/app/data-folder.ts';
import { findRunning } from '../server/app/postgres/start.ts';
import { start } from '../server/app/start.ts';
import { sizes } from './data.ts';
import { makeData } from './database.ts';
import { load } from './load.ts';
import type { NextRequest } from './load.ts';
import { scenarios } from './scenarios.ts';
import { webhooks } from './webhooks.ts';

/**
 * What one write costs with all that follows from it, in what other work on the machine does not change: `npm run bench:counts`. The
 * server runs in this process, whose sockets are watched.
 */
const size = { ...sizes.XS, attempts: 1000 };
const port = 4990;
/** Processes of the database hand in what they counted at the latest after so long. */
const statisticsDelay = 10_500;
const sent = { packets: 0, statements: 0, transactions: 0 };
type Counts = Record<'inserted' | 'updated' | 'inPlace' | 'deleted' | 'log', number> & typeof sent;

const folder = await mkdtemp(join(tmpdir(), 'clientarea-counts-'));
const data = await openDataFolder(folder);
const { tries } = await makeData(folder, size);
const running = await start(
  readConfig({
    PORT: String(port),
    CLIENTAREA_HOST: '127.0.0.1',
    CLIENTAREA_DATA: folder,
    CLIENTAREA_DEMO: 'off',
    CLIENTAREA_SANDBOX_GATEWAY: 'on',
    CLIENTAREA_LOG_LEVEL: 'error',
    CLIENTAREA_REQUESTS_PER_MINUTE: '0',
    CLIENTAREA_STRICT_LIMITS: 'off',
  }),
);
const superuser = new pg.Client({ connectionString: findRunning(data.postgres)!.url('clientarea') });
await superuser.connect();
await superuser.query('alter system set autovacuum = off');
await superuser.query('select pg_reload_conf()');
watch();
const secret = (await keptSecret(data, 'sandbox-gateway-webhooks')).toString('base64url');
const now = () => new Date();

console.log(
  'for each request     packets statements transactions inserted updated (in place) deleted  bytes of log',
);
for (const { name, next, writes } of scenarios(size, { tries, secret, now })) {
  if (!writes) continue;
  let turn = 0;
  // Of webhooks only those that bring money, each for a try of its own.
  const one: NextRequest = name.startsWith('W5')
    ? () => webhooks(tries.slice(turn++), secret, now)(0)
    : () => next(turn++);
  await ask(50, 8, one);
  await wait(statisticsDelay);
  for (const [times, clients] of [
    [1, 1],
    [300, 8],
  ] as const) {
    const before = await counts();
    await ask(times, clients, one);
    const asked = { ...sent };
    await wait(statisticsDelay);
    const after = { ...(await counts()), ...asked };
    const per = (column: keyof Counts, width: number) =>
      ((after[column] - before[column]) / times).toFixed(1).padStart(width);
    console.log(
      `${`${name.slice(0, 2)}, ${times} of ${clients} clients`.padEnd(21)}${per('packets', 7)}${per('statements', 11)}${per('transactions', 13)}` +
        `${per('inserted', 9)}${per('updated', 8)}${per('inPlace', 11)}${per('deleted', 8)}${per('log', 14)}`,
    );
  }
}
await superuser.end();
await running.stop();
await rm(folder, { recursive: true });

/** Asks so often, and waits until all that follows is done. */
async function ask(times: number, clients: number, next: NextRequest): Promise<void> {
  const { statuses } = await load({ port, clients, seconds: 60, next, most: times });
  if (Object.keys(statuses).some((status) => status > '299')) throw new Error(JSON.stringify(statuses));
  for (let quiet = 0; quiet < 3;) {
    await wait(100);
    const { rows } = await superuser.query<{ busy: boolean }>(
      `select exists (select from kernel.events where position is null) or exists (select from kernel.messages where data <> '')
         or exists (select from pgboss.job where state < 'completed' and start_after < now() + interval '1 minute'
           and data->>'name' <> 'kernel.sweep') as busy`,
    );
    quiet = rows[0]!.busy ? 0 : quiet + 1;
  }
}

async function counts(): Promise<Counts> {
  const { rows } = await superuser.query<Omit<Counts, keyof typeof sent>>(
    `select sum(n_tup_ins)::int as inserted, sum(n_tup_upd)::int as updated, sum(n_tup_hot_upd)::int as "inPlace",
       sum(n_tup_del)::int as deleted, (pg_current_wal_insert_lsn() - '0/0')::float8 as log from pg_stat_user_tables`,
  );
  return { ...sent, ...rows[0]! };
}

/** Counts what goes to the database: of the sockets of this process, those without an address. */
function watch(): void {
  const { stream: ours } = (superuser as unknown as { connection: { stream: Socket } }).connection;
  for (const method of ['_write', '_writev'] as const) {
    const write = Socket.prototype[method] as (...given: unknown[]) => void;
    Socket.prototype[method] = function (this: Socket, ...given: unknown[]) {
      if (this.remoteAddress === undefined && this !== ours) sent.packets++;
      Reflect.apply(write, this, given);
    };
  }
  const inside = new WeakSet<object>();
  const query = pg.Client.prototype.query as (...given: unknown[]) => unknown;
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    if (this !== superuser) {
      const first = given[0] as string | { text: string };
      const text = typeof first === 'string' ? first : first.text;
      sent.statements++;
      if (/^\s*begin/i.test(text)) inside.add(this);
      else if (/^(commit|rollback)/i.test(text)) {
        inside.delete(this);
        sent.transactions++;
      } else if (!inside.has(this)) sent.transactions++;
    }
    return Reflect.apply(query, this, given);
  } as typeof pg.Client.prototype.query;
}
