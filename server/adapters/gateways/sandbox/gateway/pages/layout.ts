import { createHash } from 'node:crypto';
import type { Payment } from '../records.ts';
import { sumText, timeText } from './format.ts';
import { type Html, html } from './html.ts';
import { icon } from './icons.ts';
import { style } from './style.ts';
import { type Language, words } from './words.ts';

/** What every page needs to know. `base` is the path under which the gateway is mounted, without a slash at the end. */
export interface PageContext {
  payment: Payment;
  language: Language;
  base: string;
  merchantName: string;
}

export const styleVersion = createHash('sha256').update(style).digest('hex').slice(0, 12);

/** Path of the payment's page, or of one of its forms. */
export function pathTo({ base, payment, language }: PageContext, form = '', more = ''): string {
  return `${base}/pay/${payment.id}${form && `/${form}`}?lang=${language}${more}`;
}

export function sumOf({ payment, language }: PageContext): string {
  return sumText(payment.amount, payment.currency, language);
}

/** A card is only being saved: no money moves. */
export function isCheck({ payment }: PageContext): boolean {
  return payment.amount === '0';
}

/** The whole page: the sum and what it is for, beside `panel`. */
export function page(context: PageContext, title: string, panel: Html): string {
  const { payment, language, merchantName } = context;
  const text = words[language];
  const other = language === 'id' ? 'en' : 'id';
  return document(context, {
    title: `${title} · ${merchantName}`,
    otherLanguagePath: pathTo({ ...context, language: other }),
    body: html`<section class="summary" aria-label="${text.payTo(merchantName)}">
        <p class="payee">
          <b aria-hidden="true">${[...merchantName][0]?.toUpperCase()}</b>
          ${isCheck(context) ? text.saveCardFor(merchantName) : text.payTo(merchantName)}
        </p>
        ${!isCheck(context) && html`<p class="sum">${sumOf(context)}</p>`}
        <p class="what">${payment.description}</p>
        ${
          payment.status === 'requires_action' &&
          html`<p class="until">${icon('clock')} ${text.payBefore(timeText(payment.expiresAt, language))}</p>`
        }
      </section>
      ${panel}`,
  });
}

/** Without a payment there is nothing to say but that. */
export function missingPage(context: { language: Language; base: string }): string {
  const text = words[context.language];
  return document(context, {
    title: text.missingTitle,
    body: html`<section class="panel">
      <header>
        <h1>${text.missingTitle}</h1>
        <p class="muted">${text.missingText}</p>
      </header>
    </section>`,
  });
}

function document(
  { language, base }: { language: Language; base: string },
  { title, body, otherLanguagePath }: { title: string; body: Html; otherLanguagePath?: string },
): string {
  const text = words[language];
  const other = language === 'id' ? 'en' : 'id';
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <link rel="stylesheet" href="${base}/style.css?v=${styleVersion}" />
      </head>
      <body>
        <aside class="test" aria-label="Sandbox Pay"><p>${icon('flask')} ${text.testMode}</p></aside>
        <header class="top">
          <p class="brand">${icon('brand')} Sandbox Pay</p>
          ${
            otherLanguagePath !== undefined &&
            html`<a href="${otherLanguagePath}" lang="${other}" hreflang="${other}">${text.otherLanguage}</a>`
          }
        </header>
        <main>${body}</main>
        <footer>${text.about}</footer>
      </body>
    </html>`.markup;
}
