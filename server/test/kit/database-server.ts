import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { prepareDatabase } from '../../app/prepare-database.ts';
import { upgrade } from '../../app/upgrade.ts';
import { throwawayServer } from './throwaway-server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A superuser's URL of the maintenance database, and the server's URL with `DATABASE` where the name belongs. */
    adminUrl: string;
    databaseUrl: string;
    directUrl: string;
  }
}

export const template = 'clientarea_template';

/**
 * One throwaway PostgreSQL for the whole run, with a migrated database that every test file clones. `TEST_ADMIN_URL` points the
 * suites at another server (`TEST_DATABASE_URL` with `DATABASE` for its name, through a pooler perhaps).
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const outside = process.env.TEST_ADMIN_URL;
  const server = outside ? null : await throwawayServer();
  const adminUrl = outside ?? server!.adminUrl;
  const owner = await offerServer(project, adminUrl, {
    // Finds what has no plan without its values, which a server does only when a connection has asked for it some eight times. Behind
    // the pooler each statement is planned for its values.
    plan_cache_mode: 'force_generic_plan',
  });
  project.provide('databaseUrl', process.env.TEST_DATABASE_URL ?? owner);
  return async () => {
    if (server) await server.stop();
    else await dropTemplate(adminUrl);
  };
}

/**
 * Makes the template and tells the test files where the server is. Returns what a database's URL without a pooler looks like; `settings`
 * are those of its connections.
 */
export async function offerServer(
  project: TestProject,
  adminUrl: string,
  settings: Record<string, string> = {},
): Promise<string> {
  const owner = await prepareDatabase(adminUrl, template, 'test-only');
  await upgrade(owner);
  const url = new URL(owner.replace(template, 'DATABASE'));
  const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
  if (options.length > 0) url.searchParams.set('options', options.join(' '));
  const byName = url.href;
  project.provide('adminUrl', adminUrl);
  project.provide('directUrl', byName);
  return byName;
}

async function dropTemplate(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  await client.query(`drop database if exists ${template} with (force)`);
  await client.end();
}
