import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { billOfMaterials, type Lockfile } from '../../../scripts/bill-of-materials.ts';
import { ciphers, cryptography, hashes } from '../../../scripts/check/dangers.ts';
import { logMessages } from '../../../scripts/check/log-messages.ts';
import { productFiles, root } from '../../../scripts/check/product-files.ts';
import { settings } from '../../app/settings.ts';
import { suites } from '../../kernel/crypto.ts';
import { modules } from '../../modules/index.ts';
import { movableClock } from '../kit/clock.ts';
import { testPorts } from '../kit/ports.ts';

// The documents of docs/security say what is in the code. What can be counted is counted here.

const read = (name: string) => readFileSync(join(root, 'docs/security', name), 'utf8');
const missing = (text: string, names: readonly string[]) =>
  names.filter((name) => !text.includes(`\`${name}\``));

test('cryptography.md lists every algorithm and function that the code may use', () => {
  const text = read('cryptography.md');
  const used = [...ciphers, ...cryptography, ...hashes, ...Object.values(suites).map(({ cipher }) => cipher)];
  expect(missing(text, used)).toEqual([]);
});

test('connections.md names every port, vendor and setting by which something is reached', async () => {
  const text = read('connections.md');
  const ports = testPorts(movableClock(new Date()));
  // What only tests have on them.
  const own = new Set(['sent', 'texts', 'close', 'sandbox', 'records']);
  const names = Object.keys(ports).filter((name) => !own.has(name));
  const vendors = [...ports.provisioners.drivers.keys()];
  const places = Object.values(settings)
    .map(({ name }) => name)
    .filter((name) => /URL|HOST|PORT|FROM|PROXY|CLAMD|NETWORKS|SERVERS|METRICS|DATA$|COUNTRIES/.test(name));
  await ports.close();
  expect(missing(text, [...names, ...vendors, ...places])).toEqual([]);
});

test('business-limits.md names every setting of the business', () => {
  const keys = modules.flatMap(({ settings = [] }) => settings.map(({ key }) => key));
  expect(keys.length).toBeGreaterThan(8);
  expect(missing(read('business-limits.md'), keys)).toEqual([]);
});

test('logging.md lists every sentence of the log, which are all written where they are said', () => {
  const said = productFiles()
    .filter((file) => file.startsWith('server/') && existsSync(root + file))
    .flatMap((file) => logMessages(file, readFileSync(root + file, 'utf8')).map((one) => ({ ...one, file })));
  expect(said.length).toBeGreaterThan(20);
  expect(said.filter(({ message }) => message === null)).toEqual([]);
  const listed = new Set(read('logging.md').split('\n'));
  expect(said.filter(({ message }) => !listed.has(`- ${message}`))).toEqual([]);
});

const elsewhere = /\b(android|darwin|freebsd|openharmony|win32|arm|arm64|riscv64|ppc64|s390x|musl)\b/;

test('the bill of materials holds every part of others, by its name at the registry and its hash', () => {
  const lockfile = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lockfile;
  const { components } = billOfMaterials(lockfile);
  const { dependencies } = JSON.parse(readFileSync(join(root, 'server/package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  for (const [name, version] of Object.entries(dependencies))
    expect(components).toContainEqual(expect.objectContaining({ name, version, scope: 'required' }));
  expect(components.length).toBeGreaterThan(300);
  for (const { name, hashes: digests, purl } of components) {
    // Native parts for other machines than Linux on x64 stand in the lockfile without one.
    if (!elsewhere.test(name)) expect([name, digests?.[0]?.content.length]).toEqual([name, 128]);
    expect(purl).toMatch(/^pkg:npm\/(%40[\w.-]+\/)?[\w.-]+@\d+\.\d+\.\d+/);
  }
});

test('the parts of others were looked through no longer ago than the policy allows, when this was last changed', () => {
  const text = read('dependencies-policy.md');
  const [, day] =
    /^Looked through last: (\d{4}-\d\d-\d\d)\. Open findings past their time: none\.$/m.exec(text) ?? [];
  expect(day).toBeDefined();
  const changed = execFileSync('git', ['log', '-1', '--format=%cs'], { cwd: root, encoding: 'utf8' }).trim();
  const days = (Date.parse(changed) - Date.parse(day!)) / 86_400_000;
  expect(days).toBeLessThanOrEqual(90);
});
