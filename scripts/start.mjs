// `npm start`: installs what is missing from the lockfile, builds when the sources are newer than the build, and starts.
// Plain JavaScript without dependencies, since it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node.js ${process.versions.node} is too old: Clientarea needs 20.19 or newer.`);
  process.exit(1);
}

const changedAt = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);
const run = (program, ...args) => {
  const { status } = spawnSync(program, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
};

const informative = process.argv.slice(2).some((word) => word === '--help' || word === '--version');
if (changedAt(join(root, 'node_modules/.package-lock.json')) < changedAt(join(root, 'package-lock.json'))) {
  if (!informative) console.log('Installing …');
  run('npm', 'ci', '--no-audit', '--no-fund', '--loglevel=error');
}
const built = changedAt(join(root, 'server/dist/built-at'));
if (
  built === 0 ||
  newest(['server', 'web', 'scripts', 'package-lock.json'].map((name) => join(root, name))) > built
) {
  if (!informative) console.log('Building …');
  run(process.execPath, '--import', 'tsx', join(root, 'scripts/build.ts'));
}
await import('../server/dist/main.js');

function newest(paths) {
  let latest = 0;
  for (const path of paths) {
    const stats = statSync(path);
    latest = Math.max(latest, stats.isDirectory() ? 0 : stats.mtimeMs);
    if (!stats.isDirectory()) continue;
    const inside = readdirSync(path).filter(
      (name) => !['node_modules', 'dist', 'test', 'test-results'].includes(name),
    );
    latest = Math.max(latest, newest(inside.map((name) => join(path, name))));
  }
  return latest;
}
