import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { consolePages } from '../console/pages.ts';
import { portalPages } from '../portal/pages.ts';

const modules = join(import.meta.dirname, '../modules');

/** Page files are found by name at run time; this is what a compiler would check. */
describe.each([
  { shell: 'portal', entries: portalPages },
  { shell: 'console', entries: consolePages },
])('pages of the $shell', ({ shell, entries }) => {
  it.each(entries)('$pattern has a file exporting Page', ({ module, page }) => {
    const file = join(modules, module, shell, `${page}.tsx`);
    expect(readFileSync(file, 'utf8')).toMatch(/^export (function|const) Page\b/m);
  });

  it('leaves no page file without an address', () => {
    const listed = new Set(entries.map(({ module, page }) => `${module}/${page}.tsx`));
    const files = readdirSync(modules).flatMap((module) => {
      const folder = join(modules, module, shell);
      const names = existsSync(folder) ? readdirSync(folder) : [];
      return names.filter((name) => name.endsWith('-page.tsx')).map((name) => `${module}/${name}`);
    });
    expect(files.filter((file) => !listed.has(file))).toEqual([]);
  });

  it('has words in both languages for every module', () => {
    for (const module of new Set(entries.map((entry) => entry.module))) {
      for (const locale of ['en', 'id']) {
        const files = [`${locale}.ts`, ...(shell === 'console' ? [`desk-${locale}.ts`] : [])];
        expect(files.some((file) => existsSync(join(modules, module, 'text', file)))).toBe(true);
      }
    }
  });
});
