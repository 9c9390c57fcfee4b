import { readFile } from 'node:fs/promises';
import { settings } from '../server/app/settings.ts';
import { putDocument, table } from './docs/generated.ts';

const path = 'docs/guides/operate.md';
const begin = '<!-- settings: made by `npm run settings-doc` -->';
const end = '<!-- end of settings -->';

/** Writes the table of environment variables into the operator's guide; `--verify` fails instead when it is not current. */
const guide = await readFile(new URL(`../${path}`, import.meta.url), 'utf8');
const [before, rest] = guide.split(begin);
const after = rest?.split(end)[1];
if (before === undefined || after === undefined)
  throw new Error(`${path} has lost the marks of its settings`);
const rows = Object.values(settings).map(({ name, fallback, about }) => [
  `\`${name}\``,
  fallback === '' ? '' : `\`${fallback}\``,
  about,
]);
const text = [before + begin, table(['variable', 'default', 'meaning'], rows), end + after].join('\n\n');
await putDocument(path, text, 'npm run settings-doc');
