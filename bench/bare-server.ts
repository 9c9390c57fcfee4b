import Fastify from 'fastify';
import pg from 'pg';

/**
 * What a read costs at least on this machine: the barest server of the same parts, which asks who somebody is, then for 50 rows within
 * a transaction, ends it, and sends them. No permissions, no shapes, no security by rows. Arguments: database, organization. Prints
 * its port.
 */
const [url, organization] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: url!, max: 8 });
pool.on('error', () => {});
const server = Fastify();
const session = {
  name: 'session',
  text: 'select person_id from identity.sessions where token_hash = $1',
  values: [Buffer.alloc(32)],
};
const page = {
  name: 'page',
  text: `select coalesce(json_agg(rows), '[]')::text as body from (
    select id, number, total, status, issued_on, due_on from billing.invoices
    where organization_id = $1 order by issued_on desc, id desc limit 50) rows`,
  values: [organization],
};
server.get('/', async (_request, reply) => {
  await pool.query(session);
  const client = await pool.connect();
  try {
    const begun = client.query('begin read only');
    const { rows } = await client.query<{ body: string }>(page);
    await begun;
    return await reply.type('application/json').send(rows[0]!.body);
  } finally {
    client.query('commit').then(
      () => client.release(),
      (error: Error) => client.release(error),
    );
  }
});
await server.listen({ port: 0, host: '127.0.0.1' });
console.log((server.server.address() as { port: number }).port);
