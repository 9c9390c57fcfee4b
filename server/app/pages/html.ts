import { brandCss } from '../../../web/kernel/brand/css.ts';
import { backgrounds } from '../../../web/kernel/brand/scale.ts';
import type { Brand } from '../../kernel/brand.ts';
import { gzipAround } from './press.ts';
import type { Shell } from './shells.ts';
import type { Mark, Piece, Template } from './template.ts';

/** What goes into the marks of a shell. */
export interface Filling {
  locale: string;
  theme: string;
  brand: Brand;
  /** Already escaped. */
  head: string;
  boot: object;
  /** Script files to load at once. */
  chunks: readonly string[];
  /** The page as drawn here, in the place of the skeleton. */
  body: string | null;
}

/** A document that lacks nothing but its nonce, which may depend on the rest. */
export interface Draft {
  template: Template;
  texts: Readonly<Record<Exclude<Mark, 'nonce'>, string>>;
}

export const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** JSON for the inside of a script element. */
export const inScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

export function fill(shell: Shell, { locale, theme, brand, head, boot, chunks, body }: Filling): Draft {
  const template = body === null ? shell.skeleton : shell.drawn;
  return {
    template,
    texts: {
      lang: locale,
      theme,
      head: head + themeColors(theme),
      brand: brandCss(brand),
      boot: inScript(boot),
      body: body ?? '',
      scripts: body === null ? ahead(chunks) : later([...new Set([...template.scripts, ...chunks])]),
    },
  };
}

/** The document, compressed when `gzip` says so and it pays; otherwise as text. */
export function finish(
  { template: { before, styles, after }, texts }: Draft,
  nonce: string,
  gzip: boolean,
): string | Buffer {
  const all = { ...texts, scripts: texts.scripts.replaceAll('__NONCE__', nonce), nonce };
  const write = (pieces: readonly Piece[]) =>
    pieces.map((piece) => (typeof piece === 'string' ? piece : all[piece.mark])).join('');
  if (!styles) return write(before);
  if (gzip) return gzipAround(write(before), styles, write(after));
  return write(before) + styles.text + write(after);
}

/** The color of the top bar, for what browsers show above it; `applyTheme` changes the media with the theme. */
const themeColors = (theme: string) =>
  (['light', 'dark'] as const)
    .map((scheme) => {
      const chosen = theme === scheme ? 'all' : 'not all';
      const media = theme === 'system' ? `(prefers-color-scheme: ${scheme})` : chosen;
      return `<meta name="theme-color" data-scheme="${scheme}" media="${media}" content="${backgrounds[scheme].surface}">`;
    })
    .join('');

const ahead = (files: readonly string[]) =>
  files.map((file) => `<link rel="modulepreload" href="/${file}" nonce="__NONCE__">`).join('');

/**
 * Loads the scripts once the first paint is on the screen: a frame that is still being painted would share the processor and the
 * line. A press of a button before they run is kept and repeated then; links, and forms that say where they go, need none.
 */
const later = ([entry, ...files]: readonly string[]) => `{
const app = document.getElementById('app'), { nonce } = document.currentScript;
let pressed = null;
const press = (event) => {
  const button = event.target.closest('button');
  if (!button || button.form?.getAttribute('method')) return;
  pressed = button;
  event.preventDefault();
};
app.addEventListener('click', press, true);
app.addEventListener('taken', () => {
  app.removeEventListener('click', press, true);
  if (pressed?.isConnected) pressed.click();
}, { once: true });
let loading = false;
const load = () => {
  if (loading) return;
  loading = true;
  document.head.append(...${JSON.stringify(files)}.map((file) =>
    Object.assign(document.createElement('link'), { rel: 'modulepreload', href: '/' + file, nonce })));
  void import('/${entry}');
};
if (document.hidden) load();
else {
  new PerformanceObserver((seen, observer) => {
    if (seen.getEntriesByName('first-contentful-paint').length === 0) return;
    observer.disconnect();
    load();
  }).observe({ type: 'paint', buffered: true });
  setTimeout(load, 1000);
}
}`;
