import { systemClock } from '../../kernel/clock.ts';
import { compose } from '../compose.ts';
import type { Clientarea } from '../compose.ts';
import type { Config } from '../config.ts';
import { keptSecret } from '../data-folder.ts';
import { loadKeys } from '../keys.ts';
import { createLog } from '../log.ts';
import { openPorts } from '../ports.ts';
import { upgrade } from '../upgrade.ts';
import { version } from '../version.ts';
import { withDatabase } from './with-database.ts';

/** Runs `work` with a whole Clientarea that takes no requests and runs no jobs: those wait for one that does. */
export async function withClientarea<T>(
  config: Config,
  work: (clientarea: Clientarea) => Promise<T>,
): Promise<T> {
  return withDatabase(config, async (connected, folder) => {
    const root = config.rootKey ?? (await keptSecret(folder, 'root-key'));
    await upgrade(connected.directUrl);
    const { ports, close } = openPorts(config, folder, new Map());
    const clientarea = await compose({
      ...config,
      poolSize: 2,
      databaseUrl: connected.url,
      directUrl: connected.directUrl,
      readUrl: null,
      standBack: connected.standBack,
      keys: await loadKeys(connected.directUrl, root, systemClock.now()),
      clock: systemClock,
      ports,
      runJobs: false,
      log: createLog('error'),
      httpLogger: false,
      version,
    });
    await clientarea.boss.start();
    try {
      return await work(clientarea);
    } finally {
      await clientarea.close();
      await close();
    }
  });
}
