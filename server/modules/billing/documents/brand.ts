/** `accent`: '#rrggbb'. `logo` is drawn at most 14 mm high and 60 mm wide; without one the seller's name stands there. */
export interface DocumentBrand {
  accent: string;
  logo: DocumentLogo | null;
  /** Small print at the foot of every page, at most 240 characters. */
  footer: string;
}

export type DocumentLogo = { format: 'svg'; svg: string } | { format: 'png'; base64: string };

/**
 * The accent, darkened until text in it reads on white (contrast 4.5:1 after WCAG 2). Anything but '#rrggbb' gives black.
 */
export function readableAccent(accent: string): string {
  const found = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(accent);
  let channels = found ? found.slice(1).map((hex) => Number.parseInt(hex, 16)) : [0, 0, 0];
  while (contrastOnWhite(channels) < 4.5) channels = channels.map((channel) => Math.floor(channel * 0.97));
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

export function contrastOnWhite(channels: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = channels.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

const pngSignature = '89504e470d0a1a0a';

/**
 * The logo as SVG text, the one form templates draw; a PNG is wrapped in one, its size read from its header. Null when there is
 * none or it is neither: a document without its logo beats no document.
 */
export function logoSvg(logo: DocumentLogo | null): string | null {
  if (!logo) return null;
  if (logo.format === 'svg') return /<svg[\s>]/.test(logo.svg) ? logo.svg : null;
  const bytes = Buffer.from(logo.base64, 'base64');
  if (bytes.length < 24 || bytes.toString('hex', 0, 8) !== pngSignature) return null;
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const data = bytes.toString('base64');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" href="data:image/png;base64,${data}"/></svg>`;
}
