import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));

/** `npm run check`: everything that can be said of the code without running it, two or more things at a time. */
interface Step {
  name: string;
  command: string[];
  env?: Record<string, string>;
}

/** Programs that check types in parallel do much of the work once for each core: where steps share few cores, alone is sooner done. */
const fewCores = availableParallelism() <= 4;

const program = (name: string, ...args: string[]) => [`${root}node_modules/.bin/${name}`, ...args];
const script = (name: string, ...args: string[]) => [
  process.execPath,
  '--import',
  'tsx',
  `scripts/${name}`,
  ...args,
];
/** Both TypeScripts claim the name `tsc`; the fast one is called by its path. It remembers what it knows between runs. */
const types = (project: string) => [
  process.execPath,
  `${root}node_modules/tsc7/bin/tsc`,
  '-p',
  project,
  ...(fewCores ? ['--checkers', '1'] : []),
  '--incremental',
  '--tsBuildInfoFile',
  `node_modules/.cache/types-${project}.json`,
];

// The slowest first, so that the last to end is a short one.
const steps: Step[] = [
  { name: 'types of server', command: types('server') },
  {
    name: 'lint',
    command: program('oxlint', '--type-aware', '--deny-warnings'),
    ...(fewCores && { env: { GOMAXPROCS: '1' } }),
  },
  { name: 'architecture', command: script('check/architecture.ts') },
  { name: 'types of web', command: types('web') },
  { name: 'table types are current', command: script('generate-tables.ts', '--verify') },
  { name: 'API client is current', command: script('generate-sdk.ts', '--verify') },
  { name: 'map is current', command: script('generate-map.ts', '--verify') },
  { name: 'settings document is current', command: script('generate-settings-doc.ts', '--verify') },
  { name: 'types of sdk', command: types('sdk') },
  { name: 'format', command: program('oxfmt', '--check', '.') },
  { name: 'names and traces', command: script('check/names-and-traces.ts') },
  { name: 'no dangerous code', command: script('check/dangerous-code.ts') },
  { name: 'security requirements name their tests', command: script('check/asvs.ts') },
  { name: 'lockfile is whole', command: script('check/lockfile.ts') },
];

const wanted = process.argv.slice(2);
const queue = steps.filter(({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word)));
let failed = 0;
await Promise.all(Array.from({ length: Math.max(2, availableParallelism() - 1) }, work));
console.log(failed === 0 ? '\nAll checks passed.' : `\n${failed} of the checks failed.`);
process.exitCode = failed === 0 ? 0 : 1;

async function work(): Promise<void> {
  for (let step = queue.shift(); step; step = queue.shift()) {
    const began = performance.now();
    const { passed, output } = await run(step);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(`${passed ? 'ok  ' : 'FAIL'} ${step.name} (${seconds} s)`);
    if (passed) continue;
    failed++;
    console.log(output.trimEnd().replace(/^/gm, '     '));
  }
}

async function run({ command, env }: Step): Promise<{ passed: boolean; output: string }> {
  const [name, ...args] = command;
  // Those written in Go, which check types, spend a good part of their time collecting garbage.
  const child = spawn(name!, args, {
    cwd: root,
    env: { ...process.env, GOGC: '200', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  const code = await new Promise((resolve) =>
    child.on('close', resolve).on('error', (error) => resolve(String(error))),
  );
  return { passed: code === 0, output: existsSync(name!) ? output : `${name} is missing: run npm ci` };
}
