// What other programs have to agree to: reverse proxies with our files, a virus scanner, a mail server. Installs them where root runs it.
import { join } from 'node:path';
import { requirePackages } from './debian-packages.mjs';
import { root, run } from './prepare.mjs';

if (process.platform !== 'linux') {
  console.log('Proxies and scanners are tried on Linux only; passed over here.');
  process.exit(0);
}
requirePackages({
  openssl: ['/usr/bin/openssl'],
  nginx: ['/usr/sbin/nginx'],
  caddy: ['/usr/bin/caddy'],
  'clamav-daemon': ['/usr/sbin/clamd'],
  'dovecot-imapd': ['/usr/sbin/dovecot'],
});
process.exitCode = run(
  join(root, 'node_modules/.bin/vitest'),
  ['run', '--reporter=dot', ...process.argv.slice(2)],
  { TEST_SUITE: 'outside' },
);
