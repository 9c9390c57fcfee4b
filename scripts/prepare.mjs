// What `npm start` and `npm test` begin with. Plain JavaScript without dependencies, since it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const skipped = ['node_modules', 'dist', 'test', 'test-results'];

/** Ends the process when Node is too old; installs from the lockfile and builds when that has not been done since the last change. */
export function prepare({ quiet = false } = {}) {
  const say = quiet ? () => {} : console.log;
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Node.js ${process.versions.node} is too old: Clientarea needs 20.19 or newer.`);
    process.exit(1);
  }
  if (changedAt('node_modules/.package-lock.json') < changedAt('package-lock.json')) {
    say('Installing …');
    mustRun('npm', 'ci', '--no-audit', '--no-fund', '--loglevel=error');
  }
  const sources = ['server', 'web', 'scripts', 'package-lock.json'].map((name) => join(root, name));
  const built = changedAt('server/dist/built-at');
  if (built === 0 || newest(sources) > built) {
    say('Building …');
    mustRun(process.execPath, '--import', 'tsx', join(root, 'scripts/build.ts'));
  }
}

/** Runs a program in the project's folder, its output shown. Returns its exit code. */
export function run(program, args, env = {}) {
  const { status } = spawnSync(program, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, ...env },
  });
  return status ?? 1;
}

function mustRun(program, ...args) {
  const status = run(program, args);
  if (status !== 0) process.exit(status);
}

function changedAt(name) {
  return existsSync(join(root, name)) ? statSync(join(root, name)).mtimeMs : 0;
}

function newest(paths) {
  let latest = 0;
  for (const path of paths) {
    const stats = statSync(path);
    latest = Math.max(latest, stats.isDirectory() ? 0 : stats.mtimeMs);
    if (!stats.isDirectory()) continue;
    const inside = readdirSync(path).filter((name) => !skipped.includes(name));
    latest = Math.max(latest, newest(inside.map((name) => join(path, name))));
  }
  return latest;
}
