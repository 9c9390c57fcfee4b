import type { TestProject } from 'vitest/node';
import { offerServer } from './database-server.ts';
import { startPooler } from './pooler.ts';
import { throwawayServer } from './throwaway-server.ts';

/** Debian's folders of its packages `postgresql-15` and `pgbouncer`. */
const postgres = '/usr/lib/postgresql/15/bin';
const pgbouncer = '/usr/sbin/pgbouncer';

/** The oldest PostgreSQL we support, behind a pooler that gives every transaction another connection. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await throwawayServer(postgres);
  try {
    const owner = await offerServer(project, server.adminUrl);
    const pooler = await startPooler(pgbouncer, owner);
    project.provide('databaseUrl', pooler.url(owner));
    return async () => {
      await pooler.stop();
      await server.stop();
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
