import { expect, test } from 'vitest';
import { brand } from '../../kernel/brand.ts';
import { fill, finish } from './html.ts';
import type { Filling } from './html.ts';
import { contentSecurityPolicy, nonceFor } from './policy.ts';
import { drawnTemplate, skeletonTemplate } from './template.ts';

const built = `<!doctype html>
<html lang="__LANG__" data-theme="__THEME__">
  <head>
    <!--head-->
    <link rel="modulepreload" crossorigin href="/assets/base-1.js" nonce="__NONCE__">
  </head>
  <body>
    <div id="app">
      <!--app-->
      <div class="sk"></div>
      <!--/app-->
    </div>
    <script type="application/json" id="boot" nonce="__NONCE__">
      <!--boot-->
    </script>
    <noscript>This page needs JavaScript.</noscript>
    <link rel="stylesheet" crossorigin href="/assets/parts-1.css" nonce="__NONCE__">
    <script type="module" crossorigin src="/assets/portal-1.js" nonce="__NONCE__"></script>
  </body>
</html>`;
const css = `@font-face{src:url(/assets/inter-1.woff2)}.a{color:red}`;
const shell = {
  name: 'portal',
  pages: [],
  skeleton: skeletonTemplate(built),
  drawn: drawnTemplate(built, css),
} as const;
const filling: Filling = {
  locale: 'id',
  theme: 'dark',
  brand: brand.default,
  head: '<title>Toko</title>',
  boot: { words: '</script> $& __NONCE__' },
  chunks: ['assets/page-1.js'],
  body: '<main>$1 <!--boot--> __NONCE__</main>',
};
const write = (change: Partial<Filling>) =>
  String(finish(fill(shell, { ...filling, ...change }), 'n0', false));

test('a drawn page carries its styles, and asks for its scripts later', () => {
  const page = write({});
  expect(page).toContain('<html lang="id" data-theme="dark">');
  expect(page).toContain(`<style nonce="n0">${css}</style></head>`);
  expect(page).toContain(`["assets/base-1.js","assets/page-1.js"]`);
  expect(page).toContain(`void import('/assets/portal-1.js')`);
  expect(page).not.toMatch(/<noscript|rel="(modulepreload|stylesheet)"|class="sk"/);
});

test('a skeleton names its scripts at once and leaves the sheet where it was built', () => {
  const page = write({ body: null });
  expect(page).toContain('<link rel="modulepreload" href="/assets/page-1.js" nonce="n0">');
  expect(page).toContain('<link rel="stylesheet" crossorigin href="/assets/parts-1.css" nonce="n0">');
  expect(page).toContain('class="sk"');
});

test('what looks like a mark inside a page stays as it is, and gets no nonce', () => {
  const page = write({});
  expect(page).toContain('<div id="app" data-drawn><main>$1 <!--boot--> __NONCE__</main></div>');
  expect(page).toContain('{"words":"\\u003c/script> $& __NONCE__"}');
});

test('the nonce of a page for everybody changes with every text in it, and only then', () => {
  const nonce = (change: Partial<Filling>) => nonceFor(fill(shell, { ...filling, ...change }));
  const all = [
    {},
    { locale: 'en' },
    { theme: 'light' },
    { head: 'x' },
    { body: 'y' },
    { boot: {} },
    { chunks: [] },
  ];
  expect(new Set(all.map(nonce)).size).toBe(all.length);
  expect(nonce({ locale: 'id' })).toBe(nonce({}));
  expect(contentSecurityPolicy(nonce({}))).toContain(`script-src 'nonce-${nonce({})}' 'strict-dynamic'`);
});
