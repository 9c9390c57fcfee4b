import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import pg from 'pg';

/** A module's migration files and the folder they are in. */
export interface Migrations {
  module: string;
  directory: string;
  files: readonly string[];
}

/** Any number; the same in every version, so that two nodes starting at once take turns. */
const lock = 723_644_001;

export const insufficientPrivilege = '42501';

const roles = ['clientarea_portal', 'clientarea_system'];

/**
 * Brings the database to this version: roles, schemas, then every file that has not run, each in its own transaction, in the order
 * given. A file that was changed after it ran is refused. Returns the names of the files that ran now.
 */
export async function migrate(url: string, modules: readonly Migrations[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'clientarea migrate' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lock]);
    await createRoles(client);
    await client.query(`
      create schema if not exists kernel;
      create table if not exists kernel.migrations (
        module text not null, file text not null, checksum text not null, applied_at timestamptz not null default now(),
        primary key (module, file)
      )`);
    const done = await client.query<{ module: string; file: string; checksum: string }>(
      'select module, file, checksum from kernel.migrations',
    );
    const checksums = new Map(done.rows.map((row) => [`${row.module}/${row.file}`, row.checksum]));
    const ran: string[] = [];
    for (const module of modules) {
      for (const file of module.files) {
        if (await runFile(client, module, file, checksums.get(`${module.module}/${file}`)))
          ran.push(`${module.module}/${file}`);
      }
    }
    return ran;
  } finally {
    await client.end();
  }
}

async function runFile(
  client: pg.Client,
  module: Migrations,
  file: string,
  earlier: string | undefined,
): Promise<boolean> {
  const sql = await readFile(`${module.directory}/${file}`, 'utf8');
  const checksum = createHash('sha256').update(sql).digest('hex');
  if (earlier === checksum) return false;
  if (earlier !== undefined)
    throw new Error(`migration ${module.module}/${file} was changed after it had run`);
  const schema = `"${module.module.replaceAll('-', '_')}"`;
  try {
    await client.query(
      `begin; set local lock_timeout = '5s'; create schema if not exists ${schema};
       grant usage on schema ${schema} to clientarea_portal, clientarea_system`,
    );
    await client.query(sql);
    await client.query('insert into kernel.migrations (module, file, checksum) values ($1, $2, $3)', [
      module.module,
      file,
      checksum,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`migration ${module.module}/${file} failed: ${(error as Error).message}`, {
      cause: error,
    });
  }
  return true;
}

/** The connecting user may not do what no migration can do without. Says which statement a superuser has to run. */
export class MissingRight extends Error {}

/** The two views of the data as roles nobody can sign in with; the connecting user switches to one of them in each transaction. */
async function createRoles(client: pg.Client): Promise<void> {
  // From PostgreSQL 16 on, who creates a role may administer it but not yet become it.
  const { rows } = await client.query<{ right: string }>(
    `select case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end as right`,
  );
  for (const role of roles) {
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
    if (rowCount === 0) await need(client, `create role ${role} nologin nobypassrls`);
    const may = await client.query<{ become: boolean }>(
      'select pg_has_role(current_user, $1, $2) as become',
      [role, rows[0]!.right],
    );
    if (!may.rows[0]!.become) await need(client, `grant ${role} to current_user`);
  }
}

async function need(client: pg.Client, statement: string): Promise<void> {
  try {
    await client.query(statement);
  } catch (error) {
    if ((error as { code?: string }).code !== insufficientPrivilege) throw error;
    const { rows } = await client.query<{ name: string }>('select quote_ident(current_user) as name');
    const { name } = rows[0]!;
    throw new MissingRight(
      `its user ${name} may not "${statement}"; as a superuser run "${statement.replace('current_user', name)}", ` +
        `or "alter role ${name} createrole"`,
      { cause: error },
    );
  }
}
