import { existsSync, readdirSync, readFileSync } from 'node:fs';

// Holds docs/security/asvs.md against the ids of the standard, and all of docs/security against the tests it names.

const levels = JSON.parse(readFileSync('docs/security/asvs-levels.json', 'utf8')) as Record<string, number>;
const rows = readFileSync('docs/security/asvs.md', 'utf8')
  .split('\n')
  .flatMap((line) => {
    const cells = /^\| (V[\d.]+) +\| (\d) +\| (.+?) +\| (.+?) +\|$/.exec(line);
    return cells ? [{ id: cells[1]!, level: Number(cells[2]), how: cells[4]! }] : [];
  });
const documents = readdirSync('docs/security').filter((name) => name.endsWith('.md') && name !== 'asvs.md');
const ids = rows.map(({ id }) => id);

const complaints = [
  ...Object.keys(levels)
    .filter((id) => !ids.includes(id))
    .map((id) => `${id} is missing`),
  ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${id} is there twice`),
  ...rows.filter(({ id, level }) => levels[id] !== level).map(({ id }) => `${id} is not of that level`),
  ...rows.flatMap(({ id, how }) => wrongIn(how).map((what) => `${id}: ${what}`)),
  ...documents.flatMap((name) =>
    missingIn(readFileSync(`docs/security/${name}`, 'utf8')).map((what) => `${name}: ${what}`),
  ),
];
if (complaints.length > 0) console.error(complaints.join('\n'));
else
  console.log(
    `${rows.length} requirements, ${rows.filter(({ how }) => how.startsWith('proved')).length} proved by tests`,
  );
process.exitCode = complaints.length > 0 ? 1 : 0;

function wrongIn(how: string): string[] {
  if (/^(not applicable|open): \S/.test(how)) return [];
  const named = namedIn(how);
  if (!how.startsWith('proved: ') || named.length === 0)
    return ['says neither proved by a test, not applicable nor open'];
  return missingIn(how);
}

/** Tests as documents name them: `path` › title, until a semicolon or the end of the cell. */
function namedIn(text: string): { path: string; title: string }[] {
  return [...text.matchAll(/`([^`\n]+\.(?:test|spec)\.ts|[^`\n]+\/suite\.ts)` › (.+?)(?=; | *\||$)/gm)].map(
    ([, path, title]) => ({ path: path!, title: title! }),
  );
}

function missingIn(text: string): string[] {
  return namedIn(text).flatMap(({ path, title }) => {
    if (!existsSync(path)) return [`there is no ${path}`];
    return readFileSync(path, 'utf8').includes(title) ? [] : [`${path} has no test "${title}"`];
  });
}
