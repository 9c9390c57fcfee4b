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

type Words = Record<string, unknown>;

const read = async (folder: string, locale: string) =>
  ((await import(join(web, folder, `${locale}.ts`))) as { text: Words }).text;

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

describe.each(folders)('%s', (folder) => {
  it('has no empty or untrimmed text', async () => {
    for (const locale of ['en', 'id']) {
      for (const [name, value] of plain(await read(folder, locale))) {
        expect(value.trim(), `${folder} ${locale} ${name}`).toBe(value);
        expect(value, `${folder} ${locale} ${name}`).not.toBe('');
      }
    }
  });

  it('says Anda, never kamu, and uses real punctuation', async () => {
    for (const [name, value] of plain(await read(folder, 'id'))) {
      expect(value, name).not.toMatch(/\bkamu\b|\bsubmit\b|\bklik di sini\b/i);
      expect(value, name).not.toContain('...');
    }
  });

  it('never says Submit, OK or Click here', async () => {
    for (const [name, value] of plain(await read(folder, 'en'))) {
      expect(value, name).not.toMatch(/^(submit|ok)$|click here|\.\.\./i);
    }
  });
});
