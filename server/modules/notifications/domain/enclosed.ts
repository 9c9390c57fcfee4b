import type { Locale } from '../../../kernel/auth/actor.ts';
import { escape } from './letter.ts';
import type { Places } from './letter.ts';

interface Named {
  name: string;
  size: number;
}

const words: Record<Locale, { with: string; apart: (url: string) => string }> = {
  id: {
    with: 'Terlampir:',
    apart: (url) => `Tidak ikut di email ini karena terlalu besar, buka di sini: ${url}`,
  },
  en: { with: 'Attached:', apart: (url) => `Not in this mail, too large for it. Open here: ${url}` },
};

/** Which files go with the mail, in their order: each that still has room among so many bytes. */
export function fitting<File extends Named>(files: readonly File[], room: number): File[] {
  let left = room;
  return files.filter(({ size }) => {
    if (size > left) return false;
    left -= size;
    return true;
  });
}

/**
 * A mail with its files named behind its words: those that came along, and those that wait at `url`. What stands among the words is seen
 * there in HTML (`placed`), and named in plain text alone.
 */
export function nameFiles(
  mail: { text: string; html: string },
  at: Places,
  {
    along,
    apart,
    locale,
    url,
  }: {
    along: readonly (Named & { placed?: boolean })[];
    apart: readonly Named[];
    locale: Locale;
    url: string;
  },
): { text: string; html: string } {
  const { with: attached, apart: elsewhere } = words[locale];
  const list = (files: readonly Named[]) =>
    files.map(({ name, size }) => `${name} (${sizeOf(size, locale)})`);
  const parts = (enclosed: readonly Named[]) => [
    ...(enclosed.length > 0 ? [{ title: attached, names: list(enclosed) }] : []),
    ...(apart.length > 0 ? [{ title: elsewhere(url), names: list(apart) }] : []),
  ];
  const text = parts(along).map(
    ({ title, names }) => `\n\n${[title, ...names.map((one) => `- ${one}`)].join('\n')}`,
  );
  const html = parts(along.filter(({ placed }) => !placed)).map(({ title, names }) => {
    const lines = [linked(title, url), ...names.map(escape)].join('<br>');
    return `<p style="margin:0 0 16px;font-size:14px;color:#64748b;word-break:break-word">${lines}</p>`;
  });
  return {
    text: inserted(mail.text, at.text, text.join('')),
    html: inserted(mail.html, at.html, html.join('')),
  };
}

const inserted = (into: string, at: number, what: string) => into.slice(0, at) + what + into.slice(at);

function linked(title: string, url: string): string {
  return escape(title).replace(
    escape(url),
    `<a href="${escape(url)}" style="color:#64748b">${escape(url)}</a>`,
  );
}

/** 1024-based, as on the pages. */
function sizeOf(bytes: number, locale: Locale): string {
  const units = ['B', 'KB', 'MB', 'GB'];
  const step = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log2(bytes) / 10));
  const value = bytes / 1024 ** step;
  const options = { maximumFractionDigits: value < 10 && step > 0 ? 1 : 0 };
  return `${new Intl.NumberFormat(locale, options).format(value)} ${units[step]}`;
}
