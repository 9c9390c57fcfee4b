import pg from 'pg';

/** The role that owns the data of the embedded server: not a superuser, so that row-level security can bind what it becomes. */
export const ownerRole = 'clientarea';

/**
 * Makes sure that the owner's role and the database exist on a server we administer, and returns the owner's URL. The password is
 * set anew each time, so the one in the data folder is always the right one.
 */
export async function prepareDatabase(adminUrl: string, database: string, password: string): Promise<string> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const role = await client.query('select from pg_roles where rolname = $1', [ownerRole]);
    await client.query(
      `${role.rowCount === 0 ? 'create' : 'alter'} role ${ownerRole} login createrole password ${client.escapeLiteral(password)}`,
    );
    const found = await client.query('select from pg_database where datname = $1', [database]);
    if (found.rowCount === 0)
      await client.query(`create database ${client.escapeIdentifier(database)} owner ${ownerRole}`);
  } finally {
    await client.end();
  }
  const url = new URL(adminUrl);
  url.username = ownerRole;
  url.password = encodeURIComponent(password);
  url.pathname = `/${database}`;
  return url.href;
}
