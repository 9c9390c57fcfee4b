import { existsSync } from 'node:fs';
import { run } from './prepare.mjs';

/** Programs from Debian, by package: installs what is missing where root runs it, and ends the process where it stays missing. */
export function requirePackages(programs) {
  const missing = () =>
    Object.keys(programs).filter((name) => !programs[name].every((path) => existsSync(path)));
  if (missing().length > 0 && process.getuid() === 0 && existsSync('/etc/debian_version')) {
    console.log(`Installing ${missing().join(' and ')} …`);
    const apt = (...args) => run('apt-get', args, { DEBIAN_FRONTEND: 'noninteractive' });
    apt('update', '-qq');
    apt('install', '-y', '-qq', '--no-install-recommends', ...missing());
  }
  if (missing().length === 0) return;
  console.error(`This needs Debian's packages: apt-get install ${missing().join(' ')}`);
  process.exit(1);
}
