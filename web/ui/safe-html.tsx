import { trustedHtml } from '../kernel/trusted.ts';

/**
 * HTML that the server made from Markdown with an allow-list (never anything a browser or a person sent directly).
 * The brand on the type is put there by contracts of such fields, so plain strings do not fit.
 */
export type SafeHtml = string & { readonly safeHtml?: never };

export function SafeHtmlView({ html }: { html: SafeHtml }) {
  // oxlint-disable-next-line react/no-danger -- see above: sanitized on the server, and the CSP runs no inline script
  return <div className="prose" dangerouslySetInnerHTML={{ __html: trustedHtml(html) }} />;
}
