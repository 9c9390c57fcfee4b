import { type AccentScale, type Scale, scaleFromAccent } from './scale.ts';

export { scaleFromAccent };

const property = (name: string) => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

const declarations = (scale: AccentScale) =>
  Object.entries(scale)
    .map(([name, value]) => `${property(name)}:${value}`)
    .join(';');

let last: { accent: string; scale: Scale } | null = null;

/** A business has one accent, and every page asks for its scale. */
function scaleOf(accent: string): Scale {
  if (last?.accent !== accent) last = { accent, scale: scaleFromAccent(accent) };
  return last.scale;
}

/** The style sheet of a brand: what the server puts into the head of every page, in a `<style>` with the nonce. */
export function brandCss(brand: { accent: string; radius: number; typeface: 'inter' | 'system' }): string {
  const { light, dark } = scaleOf(brand.accent);
  const family =
    brand.typeface === 'inter'
      ? `'Inter Variable','Inter Fallback',system-ui,sans-serif`
      : 'system-ui,sans-serif';
  return [
    `:root{--radius:${brand.radius}px;--font:${family};${declarations(light)}}`,
    `@media (prefers-color-scheme:dark){:root:not([data-theme=light]){${declarations(dark)}}}`,
    `:root[data-theme=dark]{${declarations(dark)}}`,
  ].join('');
}
