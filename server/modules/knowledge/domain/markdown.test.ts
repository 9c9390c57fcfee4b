import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSafeLink, markdown } from './markdown.ts';
import type { MarkdownFlavor } from './markdown.ts';

const flavors: Record<MarkdownFlavor, ReturnType<typeof markdown>> = {
  article: markdown('article'),
  message: markdown('message'),
};

/** Everything that may come out: tags and, for each, attributes. */
const allowed: Record<string, readonly string[]> = {
  p: [],
  br: [],
  hr: [],
  strong: [],
  em: [],
  s: [],
  code: [],
  pre: [],
  blockquote: [],
  ul: [],
  li: [],
  ol: ['start'],
  a: ['href', 'target', 'rel', 'title'],
  h2: ['id'],
  h3: ['id'],
  h4: ['id'],
  div: ['class'],
  table: [],
  thead: [],
  tbody: [],
  tr: [],
  th: [],
  td: [],
};

/** Fails on any tag or attribute that is not allowed, and on any place to go that is not safe. */
function assertSafe(html: string): void {
  for (const [, name, attributes] of html.matchAll(/<\/?([a-z0-9!?-]+)((?:[^>"]|"[^"]*")*)>/gi)) {
    expect(Object.keys(allowed)).toContain(name);
    const given = [...attributes!.matchAll(/\s([^\s=>"]+)(?:="([^"]*)")?/g)];
    for (const [, attribute, value] of given) {
      expect(allowed[name!]).toContain(attribute);
      if (attribute === 'href') expect(isSafeLink(value!.replaceAll('&amp;', '&'))).toBe(true);
      if (attribute === 'id') expect(value).toMatch(/^s-[\p{L}\p{N}-]+$/u);
      if (attribute === 'class') expect(value).toBe('table');
    }
  }
  // What is left when the tags are gone has no beginning of one.
  expect(html.replace(/<\/?[a-z0-9]+(?:[^>"]|"[^"]*")*>/g, '')).not.toContain('<');
}

const attacks = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](java\nscript:alert(1))',
  '[x](&#106;avascript:alert(1))',
  '[x](&#x6A&#x61;vascript:alert(1))',
  '[x](javascript&colon;alert(1))',
  '[x](  javascript:alert(1))',
  '[x](\u0001javascript:alert(1))',
  '[x](data:text/html;base64,PHNjcmlwdD4=)',
  '[x](vbscript:msgbox(1))',
  '[x](file:///etc/passwd)',
  '[x](//evil.example)',
  '[x](/\\evil.example)',
  '[x](https:/\\evil.example)',
  '[x](https://good.example "onmouseover=alert(1)")',
  '[x](https://good.example" onclick="alert(1))',
  '[x](<https://good.example" onclick="alert(1)>)',
  '![x](https://tracker.example/pixel.png)',
  '![x](javascript:alert(1))',
  '[x]: javascript:alert(1)\n\n[x]',
  '<javascript:alert(1)>',
  '<https://good.example/"onclick="alert(1)>',
  'https://good.example/"onmouseover="alert(1)',
  '```"><script>alert(1)</script>\ncode\n```',
  '``` js" onclick="alert(1)\ncode\n```',
  '`<script>alert(1)</script>`',
  '# <img src=x onerror=alert(1)>',
  '# "onclick="alert(1)',
  '# boot',
  '| <script> | a |\n|:--|--:|\n| <b onclick=x> | b |',
  '9999999999. x',
  '<!--<script>alert(1)</script>-->',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<?php echo 1 ?>',
  '<style>*{display:none}</style>',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '<form action=https://evil.example><input name=password>',
  '<base href="https://evil.example/">',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '**<b>bold</b>** _<i onclick=alert(1)>x</i>_',
  '[<img src=x onerror=alert(1)>](https://good.example)',
  '[x](https://good.example/?a=1&b="><script>alert(1)</script>)',
];

test.each(attacks)('harmless: %j', (attack) => {
  for (const { render, outline } of Object.values(flavors)) {
    assertSafe(render(attack));
    const { html, contents } = outline(attack);
    assertSafe(html);
    for (const { id } of contents) expect(id).toMatch(/^s-/);
  }
});

test('whatever the pieces are put together to, it is harmless', () => {
  const parts = fc.constantFrom(
    ...attacks,
    '<',
    '>',
    '"',
    "'",
    '`',
    '```',
    '[',
    ']',
    '(',
    ')',
    '\n',
    '\n\n',
    '|',
    '#',
    '* ',
    '> ',
    '\\',
    '&',
    'javascript:',
    'https://a.b',
  );
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 12 }), (chosen) => {
      for (const { render } of Object.values(flavors)) assertSafe(render(chosen.join('')));
    }),
    { numRuns: 400 },
  );
});

test('the checker of these tests sees what would be harmful', () => {
  for (const bad of [
    '<script>x</script>',
    '<p onclick="x">',
    '<a href="javascript:x">',
    '<h2 id="boot">',
    'a <b',
  ])
    expect(() => assertSafe(bad)).toThrow();
});

test('a link to elsewhere opens beside and says nothing of us; one of our own does not', () => {
  const { render } = flavors.article;
  expect(render('[x](https://other.example)')).toContain(
    'target="_blank" rel="noopener noreferrer nofollow ugc"',
  );
  expect(render('[x](/knowledge/dns)')).toBe('<p><a href="/knowledge/dns">x</a></p>\n');
});

test('headings get ids of their own, under the title of the page', () => {
  const { html, contents } = flavors.article.outline(
    '# Satu\n\n## Bayar & *lunas*\n\n### Satu\n\n##### Ünïcode\n\n## !!!',
  );
  expect(contents).toEqual([
    { id: 's-satu', title: 'Satu', level: 2 },
    { id: 's-bayar-lunas', title: 'Bayar & lunas', level: 2 },
    { id: 's-satu--2', title: 'Satu', level: 3 },
    { id: 's-ünïcode', title: 'Ünïcode', level: 4 },
    { id: 's-bagian', title: '!!!', level: 2 },
  ]);
  expect(html).toContain('<h3 id="s-satu--2">Satu</h3>');
});

test('messages have no headings, tables or rules; their line breaks stay', () => {
  const { render } = flavors.message;
  expect(render('# a\nb')).toBe('<p># a<br>\nb</p>\n');
  expect(render('| a |\n|--|\n| b |')).not.toContain('<table>');
  expect(render('a\n\n---')).not.toContain('<hr');
});

test('of pictures a message shows those of its own files, and the words of others', () => {
  const [own, other] = ['0198c0de-0000-7000-8000-000000000001', '0198c0de-0000-7000-8000-000000000002'];
  const known = { pictures: new Map([[own, { url: '/api/x/files/1?a&b', name: 'layar.png' }]]) };
  const { render } = flavors.message;
  expect(render(`Lihat ![galat "502"](file:${own}) ini`, known)).toBe(
    '<p>Lihat <a class="picture" href="/api/x/files/1?a&amp;b"><img src="/api/x/files/1?a&amp;b" alt="galat &quot;502&quot;" loading="lazy"></a> ini</p>\n',
  );
  expect(render(`![](file:${own})`, known)).toContain('alt="layar.png"');
  expect(render(`![itu](file:${other})`, known)).toBe('<p>itu</p>\n');
  expect(render(`[![di tautan](file:${own})](https://a.example)`, known)).not.toContain('<img');
  expect(render('![jauh](https://a.example/x.png) ![x](file:../../etc)', known)).not.toContain('<img');
  expect(render(`\`![kode](file:${own})\``, known)).not.toContain('<img');
  expect(flavors.article.render(`![a](file:${own})`, known)).not.toContain('<img');
});

test('plain text is what remains without the marks', () => {
  expect(flavors.article.plain('## A **b**\n\n- [c](https://d.example)\n\n```\ne <f>\n```')).toBe(
    'A b\nc\ne <f>',
  );
});

test('prose is its paragraphs, or everything where there are none', () => {
  const { prose } = flavors.article;
  expect(prose('## A\n\nOne **b**.\n\n- two\n\n| t |\n|--|\n| c |\n\n> q\n\nThree.')).toBe('One b.\nThree.');
  expect(prose('## A\n\n- one\n- two')).toBe('A\none\ntwo');
});
