import { press } from './press.ts';
import type { Pressed } from './press.ts';

const marks = /__(lang|theme|nonce)__|<!--(head|brand|boot|body|scripts)-->/gi;

/** What varies from one document to the next. */
export type Mark = 'lang' | 'theme' | 'nonce' | 'head' | 'brand' | 'boot' | 'body' | 'scripts';
export type Piece = string | { mark: Mark };

/** A document that waits to be filled: its pieces, around the style sheet where it stands in the HTML. */
export interface Template {
  before: readonly Piece[];
  styles: Pressed | null;
  after: readonly Piece[];
  /** Script files that every document of it loads; the first is the one that runs. */
  scripts: readonly string[];
}

function cut(html: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const found of html.matchAll(marks)) {
    const [text, short, long] = found;
    pieces.push(html.slice(end, found.index), { mark: (short ?? long)!.toLowerCase() as Mark });
    end = found.index + text.length;
  }
  return [...pieces, html.slice(end)];
}

const withBrand = (html: string, more = '') =>
  html.replace('<!--head-->', `<!--head--><style nonce="__NONCE__"><!--brand--></style>${more}`);

/** The shell as it was built, with its skeleton; it names its scripts ahead. */
export function skeletonTemplate(html: string): Template {
  return { before: cut(withBrand(html, '<!--scripts-->')), styles: null, after: [], scripts: [] };
}

/**
 * What is drawn already needs no word about scripts, and its styles before it is shown: in the HTML, as asking for them would take
 * a round trip. Its scripts are asked for once it is on the screen, so that they do not take the line from it.
 */
export function drawnTemplate(html: string, css: string): Template {
  const preload = /<link rel="modulepreload"[^>]* href="\/([^"]+)"[^>]*>\s*/g;
  const script = /<script type="module"[^>]* src="\/([^"]+)"[^>]*><\/script>/;
  const [, entry] = script.exec(html)!;
  // Named ahead, browsers wait a moment for it or do without: it never moves what is read already.
  const [, font] = /url\("?(\/assets\/[\w.-]+\.woff2)/.exec(css)!;
  const scripts = [entry!, ...[...html.matchAll(preload)].map(([, file]) => file!)];
  // Nothing is shown of half a page: the columns of a table would move as its rows arrive. What follows the page says that it is whole.
  const whole = '<style nonce="__NONCE__">#app:not(:has(+script)){visibility:hidden}</style>';
  const styled = `${whole}<link rel="preload" href="${font}" as="font" type="font/woff2" crossorigin><style nonce="__NONCE__">\0</style></head>`;
  const [before, after] = withBrand(html)
    .replace(preload, '')
    .replace(/\s*<noscript>.*<\/noscript>/, '')
    .replace(/\s*<link rel="stylesheet"[^>]*>/, '')
    .replace(/<div id="app">[^]*<!--\/app-->\s*<\/div>/, '<div id="app" data-drawn><!--body--></div>')
    .replace('</head>', styled)
    .replace(script, '<script nonce="__NONCE__"><!--scripts--></script>')
    .split('\0');
  return { before: cut(before!), styles: press(css), after: cut(after!), scripts };
}
