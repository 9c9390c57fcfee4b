import type { Config } from '../config.ts';
import { connectDatabase } from '../connect.ts';
import type { Connected } from '../connect.ts';
import { openDataFolder } from '../data-folder.ts';
import type { DataFolder } from '../data-folder.ts';
import { keptSecret } from '../data-folder.ts';
import { createLog } from '../log.ts';
import { yieldToOthers } from '../postgres/priority.ts';
import { findRunning } from '../postgres/start.ts';
import { prepareDatabase } from '../prepare-database.ts';

const quiet = createLog('error');

/** Runs `work` on the database of a Clientarea, whether that is running at the moment or not. */
export async function withDatabase<T>(
  config: Config,
  work: (at: Connected, folder: DataFolder) => Promise<T>,
): Promise<T> {
  const folder = await openDataFolder(config.dataFolder);
  const connected = (await joinRunning(config, folder)) ?? (await connectDatabase(config, folder, quiet));
  try {
    return await work(connected, folder);
  } finally {
    await connected.stop();
  }
}

async function joinRunning(config: Config, folder: DataFolder): Promise<Connected | null> {
  if (config.databaseUrl) return null;
  const running = findRunning(folder.postgres);
  if (!running) return null;
  const password = (await keptSecret(folder, 'database-password')).toString('base64url');
  const url = await prepareDatabase(running.adminUrl, 'clientarea', password);
  return {
    url,
    directUrl: url,
    readUrl: null,
    standBack: yieldToOthers,
    stop: async () => {},
    lost: new Promise(() => {}),
  };
}
