import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import configuration from '../../.dependency-cruiser.mjs';
import { findViolations } from './cruise.ts';
import type { Violation } from './cruise.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const fixture = `${root}scripts/architecture-fixture`;
const folders = ['server', 'web', 'sdk', 'scripts', 'bench'].filter((folder) => existsSync(root + folder));

/** Holds the imports of the whole project against the floors, and the checker against a folder that breaks every rule. */
const { read, violations } = await findViolations(root, folders);
const complaints = [...inWords(violations), ...(await blindSpots())];
if (complaints.length > 0) console.error(complaints.join('\n'));
else console.log(`${read} files keep to the floors`);
process.exitCode = complaints.length > 0 ? 1 : 0;

/** Each broken rule once, with what it asks for and all who break it. */
function inWords(found: readonly Violation[]): string[] {
  return configuration.forbidden.flatMap(({ name, comment }) => {
    const broken = found.filter(({ rule }) => rule === name);
    const lines = broken.map(({ from, to }) => (from === to ? `  ${from}` : `  ${from} → ${to}`));
    return broken.length === 0 ? [] : [`${name}: ${comment}`, ...lines];
  });
}

/** Where the checker does not report exactly what the fixture says it breaks. */
async function blindSpots(): Promise<string[]> {
  const expected = await brokenOnPurpose();
  const found = await findViolations(fixture, ['.']);
  const reported = found.violations.map(
    ({ from, to, rule }) => `${rule === 'no-dead-files' ? to : from} ${rule}`,
  );
  // The floors above the ground are the same rule with other names.
  const rules = configuration.forbidden
    .flatMap(({ name }) => name ?? [])
    .filter((name) => !/^floor-[1-9]/.test(name));
  const untested = rules.filter((name) => !expected.some((line) => line.endsWith(` ${name}`)));
  return [
    ...expected.filter((line) => !reported.includes(line)).map((line) => `the checker is blind: ${line}`),
    ...reported.filter((line) => !expected.includes(line)).map((line) => `reported but not meant: ${line}`),
    ...untested.map((name) => `nothing in scripts/architecture-fixture breaks ${name}`),
  ];
}

async function brokenOnPurpose(): Promise<string[]> {
  const names: string[] = await readdir(fixture, { recursive: true });
  const files = names.filter((name) => /[.]tsx?$/.test(name));
  const lines = await Promise.all(
    files.map(async (file) => {
      const text = await readFile(`${fixture}/${file}`, 'utf8');
      return [...text.matchAll(/^\/\/ breaks: (.+)$/gm)].map(([, rule]) => `${file} ${rule}`);
    }),
  );
  return lines.flat();
}
