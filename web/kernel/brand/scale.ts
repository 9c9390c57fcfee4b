import { contrast, type Oklch, toHex, toOklch } from './color.ts';

/** What the accent becomes in one theme, all `#rrggbb`. */
export interface AccentScale {
  /** Fill of what acts: ≥ 3:1 against the page and cards. */
  accent: string;
  accentHover: string;
  /** Text on that fill, ≥ 4.5:1 on both. */
  onAccent: string;
  /** Links and marked text: ≥ 4.5:1 on every neutral background and on the soft fills. */
  accentText: string;
  /** Quiet fill of what is chosen. */
  accentSoft: string;
  accentSoftHover: string;
  /** Edge of a chosen card; decoration only. */
  accentLine: string;
  /** Focus ring and chosen controls: ≥ 3:1 against every neutral background. */
  accentRing: string;
}

export interface Scale {
  light: AccentScale;
  dark: AccentScale;
}

/** Neutral backgrounds of each theme, darkest contrast partner included; `tokens.css` has the same values. */
export const backgrounds = {
  light: { page: '#f7f7f8', surface: '#ffffff', raised: '#ffffff', sunken: '#eeeef1' },
  dark: { page: '#0f1013', surface: '#17181c', raised: '#1e2025', sunken: '#26282e' },
} as const;

const ink = '#131316';
const textRatio = 4.5;
const controlRatio = 3;

const least = (color: string, others: readonly string[]) =>
  Math.min(...others.map((other) => contrast(color, other)));

/** Moves lightness by small steps until the color stands out enough from all the others; chroma and hue stay. */
function standOut(start: Oklch, direction: 1 | -1, ratio: number, others: readonly string[]): string {
  let hex = toHex(start);
  for (let l = start.l; least(hex, others) < ratio && l >= 0 && l <= 1; l += direction * 0.005) {
    hex = toHex({ ...start, l });
  }
  return hex;
}

const readable = (fill: string) => (contrast('#ffffff', fill) >= textRatio ? '#ffffff' : ink);

/** A fill that shows against the page, and on which white or ink can be read. */
function fillFor(accent: Oklch, direction: 1 | -1, others: readonly string[]): string {
  const shown = toOklch(standOut(accent, direction, controlRatio, others));
  // White on a slightly deeper fill looks better than ink on a middling one.
  if (contrast('#ffffff', toHex(shown)) > 3.4) {
    const deeper = standOut(shown, -1, textRatio, ['#ffffff']);
    if (least(deeper, others) >= controlRatio) return deeper;
  }
  return contrast(ink, toHex(shown)) >= textRatio ? toHex(shown) : standOut(shown, 1, textRatio, [ink]);
}

function hoverOf(fill: string, text: string): string {
  const color = toOklch(fill);
  return toHex({ ...color, l: color.l + (text === '#ffffff' ? -0.05 : 0.05) });
}

function lightScale(accent: Oklch): AccentScale {
  const neutral = Object.values(backgrounds.light);
  const soft = toHex({ ...accent, l: 0.96, c: Math.min(accent.c, 0.022) });
  const softHover = toHex({ ...accent, l: 0.93, c: Math.min(accent.c, 0.035) });
  const fill = fillFor(accent, -1, neutral);
  return {
    accent: fill,
    accentHover: hoverOf(fill, readable(fill)),
    onAccent: readable(fill),
    accentText: standOut({ ...accent, l: Math.min(accent.l, 0.52) }, -1, textRatio, [
      ...neutral,
      soft,
      softHover,
    ]),
    accentSoft: soft,
    accentSoftHover: softHover,
    accentLine: toHex({ ...accent, l: 0.84, c: Math.min(accent.c, 0.08) }),
    accentRing: standOut(accent, -1, controlRatio, [...neutral, soft]),
  };
}

function darkScale(accent: Oklch): AccentScale {
  const neutral = Object.values(backgrounds.dark);
  const soft = toHex({ ...accent, l: 0.27, c: Math.min(accent.c, 0.045) });
  const softHover = toHex({ ...accent, l: 0.32, c: Math.min(accent.c, 0.06) });
  const fill = fillFor(accent, 1, neutral);
  return {
    accent: fill,
    accentHover: hoverOf(fill, readable(fill)),
    onAccent: readable(fill),
    accentText: standOut(
      { ...accent, l: Math.max(accent.l, 0.74), c: Math.min(accent.c, 0.14) },
      1,
      textRatio,
      [...neutral, soft, softHover],
    ),
    accentSoft: soft,
    accentSoftHover: softHover,
    accentLine: toHex({ ...accent, l: 0.42, c: Math.min(accent.c, 0.09) }),
    accentRing: standOut(accent, 1, controlRatio, [...neutral, soft]),
  };
}

/**
 * The accent's colors for both themes, computed in OKLCH from one `#rrggbb`. The fill is the brand's own color when
 * it can be seen and read, else the nearest one that can.
 */
export function scaleFromAccent(hex: string): Scale {
  const accent = toOklch(hex);
  return { light: lightScale(accent), dark: darkScale(accent) };
}
