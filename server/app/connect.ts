import pg from 'pg';
import type { Logger } from '../kernel/log.ts';
import type { Config } from './config.ts';
import { keptSecret } from './data-folder.ts';
import type { DataFolder } from './data-folder.ts';
import { yieldToOthers } from './postgres/priority.ts';
import { startEmbedded } from './postgres/start.ts';
import { prepareDatabase } from './prepare-database.ts';
import { StartupError } from './startup-error.ts';

const databaseName = 'clientarea';
const oldestVersion = 150_000;

/** Where the data is: our own server, or the one the operator named. */
export interface Connected {
  url: string;
  directUrl: string;
  readUrl: string | null;
  /** Makes a process of our own server, by its number, stand back behind the others; null for somebody else's. */
  standBack: ((processId: number) => void) | null;
  /** Ends our own server; does nothing to somebody else's. */
  stop(): Promise<void>;
  /** Resolves when our own server ended by itself, which only a crash does. */
  lost: Promise<void>;
}

export async function connectDatabase(config: Config, folder: DataFolder, log: Logger): Promise<Connected> {
  if (config.databaseUrl) return external(config, config.databaseUrl.href);
  const server = await startEmbedded({
    directory: folder.postgres,
    log,
    ...(config.postgresBin ? { binaries: config.postgresBin } : {}),
  });
  let url: string;
  try {
    const password = (await keptSecret(folder, 'database-password')).toString('base64url');
    url = await prepareDatabase(server.adminUrl, databaseName, password);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return {
    url,
    directUrl: url,
    readUrl: null,
    standBack: yieldToOthers,
    stop: () => server.stop(),
    lost: server.exited.then(() => {}),
  };
}

async function external(config: Config, url: string): Promise<Connected> {
  const directUrl = config.directUrl?.href ?? url;
  await requireVersion('DATABASE_URL', url);
  if (config.directUrl) await requireVersion('DATABASE_DIRECT_URL', directUrl);
  return {
    url,
    directUrl,
    readUrl: config.readUrl?.href ?? null,
    standBack: null,
    stop: async () => {},
    lost: new Promise(() => {}),
  };
}

async function requireVersion(setting: string, url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  let version: number;
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string }>(
      `select current_setting('server_version_num') as version`,
    );
    version = Number(rows[0]!.version);
  } catch (error) {
    const { hostname, port } = new URL(url);
    throw new StartupError(
      setting,
      `no database answers at ${hostname}:${port || 5432} (${(error as Error).message})`,
    );
  } finally {
    await client.end().catch(() => {});
  }
  if (version < oldestVersion) {
    throw new StartupError(setting, `is PostgreSQL ${Math.floor(version / 10_000)}; 15 or newer is needed`);
  }
}
