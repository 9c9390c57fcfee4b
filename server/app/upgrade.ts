import { fileURLToPath } from 'node:url';
import { MissingRight, insufficientPrivilege, migrate } from '../kernel/db/migrate.ts';
import type { Migrations } from '../kernel/db/migrate.ts';
import { migrateQueue } from '../kernel/jobs/queue.ts';
import type { Module } from '../kernel/module.ts';
import { modules } from '../modules/index.ts';
import { serverFolder } from './folders.ts';
import { StartupError } from './startup-error.ts';

/** Brings a database to this version, jobs' tables included. Returns the migrations that ran. Throws `StartupError`. */
export async function upgrade(url: string): Promise<string[]> {
  try {
    await migrateQueue(url);
    return await migrate(url, modules.map(migrationsOf));
  } catch (error) {
    if (error instanceof MissingRight) throw new StartupError('DATABASE_URL', error.message);
    if ((error as { code?: string }).code !== insufficientPrivilege) throw error;
    throw new StartupError('DATABASE_URL', `its user lacks a right: ${(error as Error).message}`);
  }
}

function migrationsOf({ name, migrations = [] }: Module): Migrations {
  const folder = name === 'kernel' ? 'kernel/migrations' : `modules/${name}/migrations`;
  return { module: name, directory: fileURLToPath(new URL(folder, serverFolder)), files: migrations };
}
