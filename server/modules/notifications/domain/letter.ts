import type { Brand } from '../../../kernel/brand.ts';
import type { Locale } from '../../../kernel/auth/actor.ts';
import type { MessageText } from '../../../kernel/messages.ts';

const foot: Record<Locale, (brand: Brand) => string> = {
  id: (brand) => `Ada pertanyaan? Balas ke ${brand.supportEmail}.`,
  en: (brand) => `Questions? Write to ${brand.supportEmail}.`,
};
const footOfThread: Record<Locale, string> = {
  id: 'Balas email ini untuk melanjutkan percakapan.',
  en: 'Answer this mail to go on with the conversation.',
};
const wrote: Record<Locale, (by: string) => string> = {
  id: (by) => `${by} menulis:`,
  en: (by) => `${by} wrote:`,
};

/**
 * A message as a mail: the same words in plain text and in HTML. All text is escaped: names come from people. `answerable`: an answer to
 * it is read. `at`: the places in both behind the words, where its files are named.
 */
export function letter(
  text: MessageText,
  brand: Brand,
  locale: Locale,
  link: (path: string) => string,
  {
    unsubscribe,
    answerable = false,
  }: { unsubscribe?: { label: string; page: string } | undefined; answerable?: boolean } = {},
): { text: string; html: string; at: Places } {
  const url = text.act ? link(text.act.path) : null;
  const words = text.inMail ?? text.paragraphs;
  const end = answerable ? footOfThread[locale] : foot[locale](brand);
  const { quote } = text;
  const choices = (text.choices ?? []).map(({ label, path }) => ({ label, url: link(path) }));
  const plainWords = words.join('\n\n');
  const plain = [
    plainWords,
    ...(text.act && url ? [`${text.act.label}: ${url}`] : []),
    ...choices.map((choice) => `${choice.label}: ${choice.url}`),
    `${end}\n${brand.name} · ${brand.tagline[locale]}`,
    ...(unsubscribe ? [`${unsubscribe.label}: ${unsubscribe.page}`] : []),
    ...(quote
      ? [[wrote[locale](quote.by), ...quote.text.split('\n').map((line) => `> ${line}`)].join('\n')]
      : []),
  ].join('\n\n');
  const paragraphs = words
    .map((paragraph) => `<p style="margin:0 0 16px">${escape(paragraph).replaceAll('\n', '<br>')}</p>`)
    .join('');
  const button =
    text.act && url
      ? `<p style="margin:24px 0"><a href="${escape(url)}" style="background:${brand.accent};color:#ffffff;text-decoration:none;padding:12px 20px;border-radius:${brand.radius}px;display:inline-block;font-weight:600">${escape(text.act.label)}</a></p>` +
        `<p style="margin:0 0 16px;font-size:13px;color:#64748b;word-break:break-all">${escape(url)}</p>`
      : '';
  const chosen = choices
    .map(
      (choice) =>
        `<p style="margin:0 0 8px"><a href="${escape(choice.url)}" style="border:1px solid ${brand.accent};color:${brand.accent};text-decoration:none;padding:12px 16px;border-radius:${brand.radius}px;display:block;font-weight:600">${escape(choice.label)}</a></p>`,
    )
    .join('');
  const leave = unsubscribe
    ? `<br><a href="${escape(unsubscribe.page)}" style="color:#64748b">${escape(unsubscribe.label)}</a>`
    : '';
  const quoted = quote
    ? `<p style="margin:16px 0 8px;font-size:13px;color:#64748b">${escape(wrote[locale](quote.by))}</p>` +
      `<blockquote style="margin:0;padding:0 0 0 12px;border-left:3px solid #e5e7eb;font-size:14px;color:#64748b">${escape(quote.text).replaceAll('\n', '<br>')}</blockquote>`
    : '';
  const head =
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
    `<meta name="color-scheme" content="light"><title>${escape(text.subject)}</title></head>` +
    `<body style="margin:0;background:#f4f5f7;font:16px/1.55 Inter,-apple-system,Segoe UI,Roboto,sans-serif;color:#1f2937">` +
    `<div style="max-width:560px;margin:0 auto;padding:24px 16px">` +
    `<p style="margin:0 0 16px;font-weight:650;font-size:18px;color:${brand.accent}">${escape(brand.name)}</p>` +
    `<div style="background:#ffffff;border:1px solid #e5e7eb;border-radius:${brand.radius}px;padding:24px">${paragraphs}`;
  const html =
    `${head}${chosen}${button}${quoted}</div>` +
    `<p style="margin:16px 0 0;font-size:13px;color:#64748b">${escape(end)}<br>${escape(brand.name)} · ${escape(brand.tagline[locale])}${leave}</p>` +
    `</div></body></html>`;
  return { text: plain, html, at: { text: plainWords.length, html: head.length } };
}

export interface Places {
  text: number;
  html: number;
}

export function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
