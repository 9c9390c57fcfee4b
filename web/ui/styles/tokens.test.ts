import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contrast } from '../../kernel/brand/color.ts';
import { backgrounds } from '../../kernel/brand/scale.ts';

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');

function token(name: string, theme: 'light' | 'dark'): string {
  const value = css.match(new RegExp(`--${name}: (?:light-dark\\((#\\w+), (#\\w+)\\)|(#\\w+));`));
  if (!value) throw new Error(`no token --${name}`);
  return (value[3] ?? (theme === 'light' ? value[1] : value[2]))!;
}

describe.each(['light', 'dark'] as const)('tokens, %s', (theme) => {
  const get = (name: string) => token(name, theme);
  const pages = ['page', 'surface', 'raised', 'sunken'].map(get);

  it('have the backgrounds that the accent is computed against', () => {
    expect(pages).toEqual(Object.values(backgrounds[theme]));
  });

  it.each(['ink', 'muted', 'good-text', 'attention-text', 'danger-text', 'info-text'])(
    '%s is readable',
    (name) => {
      for (const page of pages) expect(contrast(get(name), page)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each(['good', 'attention', 'danger', 'info'])('%s is readable on its own soft fill', (name) => {
    expect(contrast(get(`${name}-text`), get(`${name}-soft`))).toBeGreaterThanOrEqual(4.5);
  });

  it('white is readable on destructive buttons', () => {
    for (const fill of ['danger-solid', 'danger-solid-hover']) {
      expect(contrast('#ffffff', get(fill))).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('edges of inputs can be seen', () => {
    for (const page of pages) expect(contrast(get('line-strong'), page)).toBeGreaterThanOrEqual(3);
  });
});
