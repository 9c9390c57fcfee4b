import { fileURLToPath } from 'node:url';
import { migrate } from '../kernel/db/migrate.ts';
import { migrateQueue } from '../kernel/jobs/queue.ts';
import { modules } from '../modules/index.ts';
import { serverFolder } from './folders.ts';

/** Brings a database to this version, jobs' tables included. Returns the migrations that ran. */
export async function upgrade(url: string): Promise<string[]> {
  await migrateQueue(url);
  return migrate(
    url,
    modules.map((module) => ({
      module: module.name,
      directory: fileURLToPath(
        new URL(
          module.name === 'kernel' ? 'kernel/migrations' : `modules/${module.name}/migrations`,
          serverFolder,
        ),
      ),
      files: module.migrations ?? [],
    })),
  );
}
