import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './prepare.mjs';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
/** The same browser without windows: a page costs a quarter less there. Debian packs it by itself. */
const shellPlace = '/usr/bin/chromium-headless-shell';

/**
 * The settings that tell the browser tests which Chromium to launch, and which one without windows; what is missing is installed. '' is
 * the one that Playwright keeps for itself, and no other one.
 */
export function findChromium() {
  const named = process.env.CLIENTAREA_CHROMIUM;
  if (named) return settings(named, process.env.CLIENTAREA_HEADLESS_SHELL);
  const missing = [
    ...(places.some(existsSync) ? [] : ['chromium']),
    ...(existsSync(shellPlace) ? [] : ['chromium-headless-shell']),
  ];
  if (missing.length > 0 && process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    console.log('Installing a browser …');
    const apt = (...args) => run('apt-get', args, { DEBIAN_FRONTEND: 'noninteractive' }) === 0;
    const install = () => apt('install', '-y', '-qq', '--no-install-recommends', '--no-remove', ...missing);
    if (!install() && apt('update', '-qq')) install();
  }
  const found = places.find(existsSync);
  if (found) return settings(found, existsSync(shellPlace) ? shellPlace : '');
  run(join(root, 'node_modules/.bin/playwright'), ['install', 'chromium']);
  return settings('');
}

const settings = (browser, shell = '') => ({
  CLIENTAREA_CHROMIUM: browser,
  CLIENTAREA_HEADLESS_SHELL: shell,
});
