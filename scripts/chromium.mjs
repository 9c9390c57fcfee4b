import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './prepare.mjs';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The path of a Chromium, installed when there is none; '' for the one that Playwright keeps for itself. */
export function findChromium() {
  const named = process.env.CLIENTAREA_CHROMIUM;
  if (named) return named;
  const found = places.find((path) => existsSync(path));
  if (found) return found;
  console.log('Installing a browser …');
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    const apt = (...args) => run('apt-get', args, { DEBIAN_FRONTEND: 'noninteractive' });
    apt('update', '-qq');
    if (apt('install', '-y', '-qq', '--no-install-recommends', 'chromium') === 0) return places[0];
  }
  run(join(root, 'node_modules/.bin/playwright'), ['install', 'chromium']);
  return '';
}
