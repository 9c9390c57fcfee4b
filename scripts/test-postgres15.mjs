// The server's tests once more on Debian's PostgreSQL 15 behind PgBouncer in transaction mode. Installs both where root runs it.
import { join } from 'node:path';
import { requirePackages } from './debian-packages.mjs';
import { root, run } from './prepare.mjs';

if (process.platform !== 'linux') {
  console.log('PostgreSQL 15 behind PgBouncer is tried on Linux only; passed over here.');
  process.exit(0);
}
requirePackages({
  'postgresql-15': ['/usr/lib/postgresql/15/bin/postgres'],
  pgbouncer: ['/usr/sbin/pgbouncer'],
});
process.exitCode = run(
  join(root, 'node_modules/.bin/vitest'),
  ['run', '--reporter=dot', ...process.argv.slice(2)],
  { TEST_SUITE: 'postgres15' },
);
