import { createServer } from 'node:net';
import type { Logger } from 'pino';
import { systemClock } from '../kernel/clock.ts';
import { startDispatcher } from '../kernel/events/dispatcher.ts';
import { healthRoutes } from '../kernel/http/health.ts';
import { liveRoute } from '../kernel/http/live-route.ts';
import { runAhead } from '../kernel/jobs/ahead.ts';
import { postboxOf } from '../kernel/jobs/queue.ts';
import { failureLogger, scheduleSweeps, startWorkers } from '../kernel/jobs/worker.ts';
import { startLiveHub } from '../kernel/live.ts';
import { compose } from './compose.ts';
import type { Clientarea, Ingredients } from './compose.ts';
import type { Config } from './config.ts';
import { connectDatabase } from './connect.ts';
import { keptSecret, openDataFolder } from './data-folder.ts';
import { firstRun } from './first-run.ts';
import { keepKeys, loadKeys } from './keys.ts';
import { servePages } from './pages/serve-pages.ts';
import { createLog } from './log.ts';
import { openPorts } from './ports.ts';
import { keepDelivering, sandboxGateway } from './sandbox-gateway.ts';
import { StartupError } from './startup-error.ts';
import { upgrade } from './upgrade.ts';
import { version } from './version.ts';

export interface Running {
  address: string;
  /** What a first run has to tell whoever started it; empty later. */
  greeting: string[];
  /** Stops taking requests, finishes those accepted and the jobs at hand, then ends everything. */
  stop(): Promise<void>;
  /** Resolves when it cannot go on, with the reason. */
  broken: Promise<string>;
}

/** Starts a Clientarea: database, migrations, workers, pages and API. Undoes what it began when a step fails. */
export async function start(config: Config, say: (line: string) => void = () => {}): Promise<Running> {
  await requireFreePort(config);
  const log = createLog(config.logLevel);
  const folder = await openDataFolder(config.dataFolder);
  const connected = await connectDatabase(config, folder, log);
  const ends: End[] = [() => connected.stop()];
  // One that cannot be ended must not keep the others open: PostgreSQL is the last.
  const stop = async () => {
    const failures: unknown[] = [];
    for (const end of ends.splice(0).reverse())
      await Promise.resolve(end()).catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw new AggregateError(failures, 'not everything could be ended');
  };
  try {
    const root = config.rootKey ?? (await keptSecret(folder, 'root-key'));
    const ran = await upgrade(connected.directUrl);
    const sandbox = config.sandboxGateway ? await sandboxGateway(folder) : null;
    if (ran.length > 0) log.info({ migrations: ran.length }, 'the database was brought to this version');
    const { ports, close } = openPorts(
      config,
      folder,
      new Map(sandbox ? [['sandbox', sandbox.gateway]] : []),
    );
    ends.push(close);
    const made: Ingredients = {
      ...config,
      databaseUrl: connected.url,
      directUrl: connected.directUrl,
      readUrl: connected.readUrl,
      standBack: connected.standBack,
      keys: await loadKeys(connected.directUrl, root, systemClock.now()),
      clock: systemClock,
      ports,
      runJobs: config.roles !== 'web',
      log,
      httpLogger: log,
      version,
    };
    ends.push(keepKeys(made.keys, connected.directUrl, root, systemClock, log));
    const clientarea = await compose(made);
    ends.push(() => clientarea.close());
    const mounted = await sandbox?.mount(clientarea, systemClock, config.publicUrl);
    const begin = () => firstRun(clientarea, { made, sandbox }, config, say);
    const greeting = await run(config, connected.directUrl, clientarea, log, begin, ends);
    // Later than the demo, whose payments have a clock of their own.
    if (mounted) ends.push(keepDelivering(mounted, log));
    return {
      address: config.publicUrl.href,
      greeting,
      broken: connected.lost.then(() => 'PostgreSQL ended'),
      stop,
    };
  } catch (error) {
    await atMost(config.drainSeconds, stop()).catch((err: unknown) => log.error({ err }, 'while giving up'));
    if (error instanceof StartupError) throw error;
    log.error({ err: error }, 'starting failed');
    throw new StartupError('Clientarea', `could not start: ${(error as Error).message}`, { cause: error });
  }
}

/** Waits for work, but no longer than so many seconds. */
async function atMost(seconds: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('it takes too long')), seconds * 1000);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** Ends something that was begun. What was begun last is ended first. */
type End = () => void | Promise<void>;

/** Refusals of so much time are written down at once. */
const refusalsEveryMilliseconds = 10_000;

/** Lets it serve and work, and returns the greeting. */
async function run(
  config: Config,
  directUrl: string,
  clientarea: Clientarea,
  log: Logger,
  begin: () => Promise<string[]>,
  ends: End[],
): Promise<string[]> {
  let draining = false;
  const { http, boss, pool, product } = clientarea;
  const queue = boss.start();
  // Awaited below; a failure until then is not one that nobody looks at.
  queue.catch(() => undefined);
  if (config.roles !== 'worker') {
    const live = await startLiveHub({ directUrl, pool, log });
    ends.push(() => live.stop());
    liveRoute(http, () => live, product.permissions);
    await servePages(http, { clientarea, live, version });
  }
  const { refusals } = clientarea;
  healthRoutes(http, { pool, draining: () => draining, metricsToken: config.metricsToken, refusals });
  const writing = setInterval(() => void refusals.flush(), refusalsEveryMilliseconds);
  ends.push(() => clearInterval(writing));
  await queue;
  // Before the workers: they would run the jobs of the demo's past with today's clock.
  const greeting = await begin();
  if (config.roles !== 'web') {
    const { waker, repertoire } = clientarea;
    const dispatcher = startDispatcher({
      pool,
      postbox: postboxOf(boss),
      clock: systemClock,
      reactionsTo: product.reactionsTo,
      directUrl,
      log,
      waker,
      behind: clientarea.behind,
      follow: (held, many) => {
        const ctx = clientarea.system('worker');
        return runAhead(many ? ctx.behind() : ctx, repertoire, held, failureLogger(log), many);
      },
    });
    ends.push(() => dispatcher.stop());
    await startWorkers(boss, () => clientarea.system('worker'), clientarea.repertoire, log);
    await scheduleSweeps(boss, product.sweeps);
    for (const { name, start: begins } of product.services) {
      const service = begins(clientarea.system(name));
      ends.push(() => service.stop());
    }
  }
  ends.push(async () => {
    draining = true;
    // Connections that were busy at first are kept open for a next request that is not to come.
    const idle = setInterval(() => http.server.closeIdleConnections(), 100);
    await http.close().finally(() => clearInterval(idle));
  });
  await http.listen({ port: config.port, host: config.host }).catch((error: unknown) => {
    throw notListening(config, error);
  });
  return greeting;
}

/** Looks before anything is created, so that a second start leaves no trace. */
async function requireFreePort(config: Config): Promise<void> {
  const { port, host } = config;
  if (port === 0) return;
  const probe = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      probe.once('error', reject);
      probe.listen(port, host, resolve);
    });
  } catch (error) {
    throw notListening(config, error);
  } finally {
    await new Promise((resolve) => probe.close(resolve));
  }
}

function notListening({ port, host }: Config, error: unknown): StartupError {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return new StartupError('PORT', `${port} is taken by another program`);
  if (code === 'EACCES') return new StartupError('PORT', `${port} may not be used by this user`);
  return new StartupError('CLIENTAREA_HOST', `${host} cannot be listened on (${code})`);
}
