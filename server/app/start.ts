import { createServer } from 'node:net';
import { pino } from 'pino';
import { systemClock } from '../kernel/clock.ts';
import { startDispatcher } from '../kernel/events/dispatcher.ts';
import { healthRoutes } from '../kernel/http/health.ts';
import { liveRoute } from '../kernel/http/live-route.ts';
import { postboxOf } from '../kernel/jobs/queue.ts';
import { scheduleSweeps, startWorkers } from '../kernel/jobs/worker.ts';
import { startLiveHub } from '../kernel/live.ts';
import type { LiveHub } from '../kernel/live.ts';
import { compose } from './compose.ts';
import type { Clientarea, Ingredients } from './compose.ts';
import type { Config } from './config.ts';
import { connectDatabase } from './connect.ts';
import type { Connected } from './connect.ts';
import { keptSecret, openDataFolder } from './data-folder.ts';
import { firstRun } from './first-run.ts';
import { loadKeys } from './keys.ts';
import { servePages } from './pages/serve-pages.ts';
import { openPorts } from './ports.ts';
import { sandboxGateway } from './sandbox-gateway.ts';
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
  const log = pino({ level: config.logLevel, redact: ['req.headers.cookie', 'req.headers.authorization'] });
  const folder = await openDataFolder(config.dataFolder);
  const connected = await connectDatabase(config, folder, log);
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
    const made: Ingredients = {
      ...config,
      databaseUrl: connected.url,
      directUrl: connected.directUrl,
      readUrl: connected.readUrl,
      keys: await loadKeys(connected.directUrl, root, systemClock.now()),
      clock: systemClock,
      ports,
      runJobs: config.roles !== 'web',
      log,
      httpLogger: log,
      version,
    };
    const clientarea = await compose(made);
    const stopSandbox = await sandbox?.mount(clientarea, config.publicUrl, log);
    const running = await run(config, connected, made, clientarea, log, say);
    return {
      ...running,
      async stop() {
        stopSandbox?.();
        await running.stop();
        await close();
      },
    };
  } catch (error) {
    await connected.stop();
    throw error;
  }
}

async function run(
  config: Config,
  connected: Connected,
  made: Ingredients,
  clientarea: Clientarea,
  log: pino.Logger,
  say: (line: string) => void,
): Promise<Running> {
  let draining = false;
  let live: LiveHub | undefined;
  const { http, boss, pool, product } = clientarea;
  const { directUrl } = connected;
  if (config.roles !== 'worker') {
    live = await startLiveHub({ directUrl, pool, log });
    liveRoute(http, () => live!, product.permissions);
    await servePages(http, clientarea, version);
  }
  healthRoutes(http, { pool, draining: () => draining, metricsToken: config.metricsToken });
  await boss.start();
  // Before the workers: they would run the jobs of the demo's past with today's clock.
  const greeting = await firstRun(clientarea, made, config, say);
  const outbox = {
    pool,
    postbox: postboxOf(boss),
    clock: systemClock,
    reactionsTo: product.reactionsTo,
    directUrl,
    log,
  };
  const dispatcher = config.roles === 'web' ? null : startDispatcher(outbox);
  if (config.roles !== 'web') {
    await startWorkers(boss, () => clientarea.system('worker'), clientarea.repertoire, log);
    await scheduleSweeps(boss, product.sweeps);
  }
  await http.listen({ port: config.port, host: config.host });
  return {
    address: config.publicUrl.href,
    greeting,
    broken: connected.lost.then(() => 'PostgreSQL ended'),
    async stop() {
      draining = true;
      // Connections that were busy at first are kept open for a next request that is not to come.
      const idle = setInterval(() => http.server.closeIdleConnections(), 100);
      await http.close().finally(() => clearInterval(idle));
      await live?.stop();
      await dispatcher?.stop();
      await clientarea.close();
      await connected.stop();
    },
  };
}

/** Looks before anything is created, so that a second start leaves no trace. */
async function requireFreePort({ port, host }: Config): Promise<void> {
  if (port === 0) return;
  const probe = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      probe.once('error', reject);
      probe.listen(port, host, resolve);
    });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') throw new StartupError('PORT', `${port} is taken by another program`);
    if (code === 'EACCES') throw new StartupError('PORT', `${port} may not be used by this user`);
    throw new StartupError('CLIENTAREA_HOST', `${host} cannot be listened on (${code})`);
  } finally {
    await new Promise((resolve) => probe.close(resolve));
  }
}
