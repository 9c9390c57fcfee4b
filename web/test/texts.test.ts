import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const web = join(import.meta.dirname, '..');
const folders = [
  'kernel/text',
  'portal/text',
  'console/text',
  ...readdirSync(join(web, 'modules')).map((module) => `modules/${module}/text`),
];
/** Paths without the language: `modules/support/text/`, `modules/support/text/desk-`. */
const stems = folders.flatMap((folder) =>
  readdirSync(join(web, folder))
    .filter((name) => /^(?:[\w-]+-)?id\.ts$/.test(name))
    .map((name) => `${folder}/${name.slice(0, -'id.ts'.length)}`),
);

type Words = Record<string, unknown>;

/** All that a file of words exports. */
const read = async (stem: string, locale: string) =>
  (await import(join(web, `${stem}${locale}.ts`))) as Words;

/** Dotted names of all words that are plain texts. */
function plain(words: Words, at = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[at + key, value] as [string, string]]
      : typeof value === 'object'
        ? plain(value as Words, `${at}${key}.`)
        : [],
  );
}

describe.each(stems)('%s', (stem) => {
  it('has no empty or untrimmed text', async () => {
    for (const locale of ['en', 'id']) {
      for (const [name, value] of plain(await read(stem, locale))) {
        expect(value.trim(), `${stem} ${locale} ${name}`).toBe(value);
        expect(value, `${stem} ${locale} ${name}`).not.toBe('');
      }
    }
  });

  it('says Anda, never kamu, and uses real punctuation', async () => {
    for (const [name, value] of plain(await read(stem, 'id'))) {
      expect(value, name).not.toMatch(/\bkamu\b|\bsubmit\b|\bklik di sini\b/i);
      expect(value, name).not.toContain('...');
    }
  });

  it('never says Submit, OK or Click here', async () => {
    for (const [name, value] of plain(await read(stem, 'en'))) {
      expect(value, name).not.toMatch(/^(submit|ok)$|click here|\.\.\./i);
    }
  });
});
