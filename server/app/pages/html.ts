import { brandCss } from '../../../web/kernel/brand/css.ts';
import type { Brand } from '../../kernel/brand.ts';
import type { Shell } from './shells.ts';

/** What goes into the marks of a shell. The nonce comes last, as it may depend on the rest. */
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

export const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** JSON for the inside of a script element. */
export const inScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

/** A shell with everything in it but its nonce (`__NONCE__`). */
export function fill(shell: Shell, filling: Filling): string {
  const { brand, chunks, body } = filling;
  const preloads = chunks
    .map((file) => `<link rel="modulepreload" href="/${file}" nonce="__NONCE__">`)
    .join('');
  const head =
    `${filling.head}<meta name="theme-color" content="${brand.accent}">` +
    `<style nonce="__NONCE__">${brandCss(brand)}</style>${body === null ? preloads : ''}`;
  return (body === null ? shell.html : withBody(shell, body, chunks))
    .replace('<!--boot-->', () => inScript(filling.boot))
    .replace('<!--head-->', () => head)
    .replace('__LANG__', filling.locale)
    .replace('__THEME__', filling.theme);
}

/**
 * What is drawn already needs no word about scripts, and its styles before it is shown: in the HTML, as asking for them would take
 * a round trip. Its scripts are asked for once it is on the screen, so that they do not take the line from it.
 */
function withBody({ html, css }: Shell, body: string, chunks: readonly string[]): string {
  const preloads = [...html.matchAll(/<link rel="modulepreload"[^>]* href="\/([^"]+)"[^>]*>\s*/g)];
  const script = /<script type="module"[^>]* src="([^"]+)"[^>]*><\/script>/;
  const [, entry] = script.exec(html)!;
  // Named ahead, browsers wait a moment for it or do without: it never moves what is read already.
  const [, font] = /url\("?(\/assets\/[\w.-]+\.woff2)/.exec(css)!;
  const files = [...new Set([...preloads.map(([, file]) => file!), ...chunks])];
  return preloads
    .reduce((text, [link]) => text.replace(link, ''), html)
    .replace(/\s*<noscript>.*<\/noscript>/, '')
    .replace(/\s*<link rel="stylesheet"[^>]*>/, '')
    .replace(/<div id="app">[^]*<!--\/app-->\s*<\/div>/, () => `<div id="app" data-drawn>${body}</div>`)
    .replace(
      '</head>',
      () =>
        `<link rel="preload" href="${font}" as="font" type="font/woff2" crossorigin><style nonce="__NONCE__">${css}</style></head>`,
    )
    .replace(script, () => `<script nonce="__NONCE__">${later(entry!, files)}</script>`);
}

/**
 * Loads the scripts after the first paint. A press of a button before they run is kept and repeated then; links, and forms that say
 * where they go, need none.
 */
const later = (entry: string, files: readonly string[]) => `{
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
const load = () => {
  for (const file of ${JSON.stringify(files)})
    document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href: '/' + file, nonce }));
  void import('${entry}');
};
if (document.hidden) load();
else requestAnimationFrame(() => setTimeout(load));
}`;
