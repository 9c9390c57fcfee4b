import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { homedir, hostname } from 'node:os';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
});
const files = String(listed)
  .split('\0')
  .filter((file) => file !== '' && statSync(root + file, { throwIfNoEntry: false })?.isFile());

const vague = /(^|[-._/])(utils?|helpers?|common|managers?|misc)([-._/]|$)/;
const kebab = /^[.]?[a-z0-9]+([-.][a-z0-9]+)*$/;
const shouted = /^[A-Z]+(-[A-Z]+)*([.]md)?$/;
/** Names that other programs look for. */
const given = new Set(['Caddyfile', 'Dockerfile', 'Dockerfile.dockerignore']);
/** Words a text must not hold: where this copy is and which machine it is on mean nothing to anybody else. */
const traces = [
  ...[homedir(), hostname(), root.slice(0, -1)]
    .filter((word) => word.length > 5 && word !== privateFolder())
    .map((word) => ({ word, whole: standingAlone(word) })),
  ...(privateFolder() ? [{ word: privateFolder(), whole: insideFolder(privateFolder()) }] : []),
];

const complaints = files.flatMap((file) => [...ofName(file), ...ofText(file)]);
if (complaints.length > 0) console.error(complaints.join('\n'));
process.exitCode = complaints.length > 0 ? 1 : 0;

function ofName(file: string): string[] {
  if (vague.test(file)) return [`${file}: a name that says what is inside, not that it is of use`];
  const odd = file.split('/').find((part) => !kebab.test(part) && !shouted.test(part) && !given.has(part));
  return odd && !odd.startsWith('__') ? [`${file}: name files and folders like-this`] : [];
}

function ofText(file: string): string[] {
  if (/[.](ttf|woff2|png|ico|pdf|gz)$/.test(file)) return [];
  const text = readFileSync(root + file, 'utf8');
  const found = traces
    .filter(({ whole }) => whole.test(text))
    .map(({ word }) => `${file}: holds ${word}, a trace of one machine`);
  if (basename(file) === 'package-lock.json') {
    const hosts = new Set([...text.matchAll(/"resolved": "https?:\/\/([^/"]+)/g)].map(([, host]) => host));
    hosts.delete('registry.npmjs.org');
    return [
      ...found,
      ...[...hosts].map((host) => `${file}: packages come from ${host}, where others cannot get them`),
    ];
  }
  if (!/[.](ts|tsx|mjs|sql|css)$/.test(file) || file.endsWith('.gen.ts')) return found;
  const later = /\b(TODO|FIXME)\b/.exec(text)?.[1];
  // The linter counts the lines of scripts.
  const long = /[.](sql|css)$/.test(file) && text.split('\n').length > 400;
  return [
    ...found,
    ...(later && !file.startsWith('scripts/check/') ? [`${file}: ${later} belongs into an issue`] : []),
    ...(long ? [`${file}: more than 400 lines; split it where the pieces have names`] : []),
  ];
}

/** The first folder of an absolute path; empty when every Unix has it. */
function privateFolder(): string {
  const [, first = ''] = root.split('/');
  const everywhere = ['home', 'Users', 'usr', 'var', 'srv', 'opt', 'tmp', 'root', 'mnt', 'app'];
  return everywhere.includes(first) ? '' : `/${first}`;
}

/** A checkout in `/check` is not betrayed by `scripts/check/`. */
function standingAlone(word: string): RegExp {
  return new RegExp(`(?<![\\w./-])${escaped(word)}(?![\\w-])`);
}

/** Nor by the pattern `/check/` or `/check/i`: something must be named inside. */
function insideFolder(folder: string): RegExp {
  return new RegExp(`(?<![\\w./-])${escaped(folder)}/[\\w.-]{2}`);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
