// The server's tests once more on Debian's PostgreSQL 15 behind PgBouncer in transaction mode. Installs both where root runs it.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './prepare.mjs';

const packages = ['postgresql-15', 'pgbouncer'];
const isHere = () => ['/usr/lib/postgresql/15/bin/postgres', '/usr/sbin/pgbouncer'].every(existsSync);

if (process.platform !== 'linux') {
  console.log('PostgreSQL 15 behind PgBouncer is tried on Linux only; passed over here.');
  process.exit(0);
}
if (!isHere() && process.getuid() === 0 && existsSync('/etc/debian_version')) {
  console.log(`Installing ${packages.join(' and ')} …`);
  const apt = (...args) => run('apt-get', args, { DEBIAN_FRONTEND: 'noninteractive' });
  apt('update', '-qq');
  apt('install', '-y', '-qq', '--no-install-recommends', ...packages);
}
if (!isHere()) {
  console.error(`This needs Debian's packages: apt-get install ${packages.join(' ')}`);
  process.exit(1);
}
process.exitCode = run(join(root, 'node_modules/.bin/vitest'), [
  'run',
  '--config',
  'vitest.postgres15.config.ts',
  '--reporter=dot',
  ...process.argv.slice(2),
]);
