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
    `<style nonce="__NONCE__">${brandCss(brand)}</style>${preloads}`;
  return (body === null ? shell.html : withBody(shell, body))
    .replace('<!--boot-->', () => inScript(filling.boot))
    .replace('<!--head-->', () => head)
    .replace('__LANG__', filling.locale)
    .replace('__THEME__', filling.theme);
}

/**
 * What is drawn already needs no word about scripts, and its styles before it is shown: in the HTML, as asking for them would take
 * a round trip. The sheet at the end stays, for the pages that follow.
 */
function withBody({ html, css }: Shell, body: string): string {
  return html
    .replace(/\s*<noscript>.*<\/noscript>/, '')
    .replace(/<div id="app">[^]*<!--\/app-->\s*<\/div>/, () => `<div id="app" data-drawn>${body}</div>`)
    .replace('</head>', () => `<style nonce="__NONCE__">${css}</style></head>`);
}
