import type { Head } from '../../../web/kernel/pages/rendered.ts';
import type { Brand } from '../../kernel/brand.ts';
import { escape, inScript } from './html.ts';
import { askedLocale } from './visitor.ts';
import type { Locale } from './visitor.ts';

/** The address of a page in one language; without one it is the visitor's own. */
export function addressOf(publicUrl: URL, pathname: string, locale: Locale | null): string {
  const address = new URL(pathname, publicUrl);
  if (locale) address.searchParams.set('lang', locale);
  return address.href;
}

/** Title, description, languages and way up, for search engines and for whoever is sent the link. */
export function describePage(
  head: Head,
  { brand, locale, url, publicUrl }: { brand: Brand; locale: Locale; url: URL; publicUrl: URL },
): string {
  const title = head.title ? `${head.title} · ${brand.name}` : brand.name;
  const description = (head.description || brand.tagline[locale]).replace(/\s+/g, ' ').trim().slice(0, 300);
  const address = addressOf(publicUrl, url.pathname, askedLocale(url));
  const meta = (kind: 'name' | 'property', name: string, content: string) =>
    content && `<meta ${kind}="${name}" content="${escape(content)}">`;
  const link = (attributes: string, href: string) => `<link ${attributes} href="${escape(href)}">`;
  const name = `<title>${escape(title)}</title>`;
  if (head.hidden) return name + meta('name', 'robots', 'noindex');
  return [
    name,
    meta('name', 'description', description),
    link('rel="canonical"', address),
    link('rel="alternate" hreflang="id"', addressOf(publicUrl, url.pathname, 'id')),
    link('rel="alternate" hreflang="en"', addressOf(publicUrl, url.pathname, 'en')),
    link('rel="alternate" hreflang="x-default"', addressOf(publicUrl, url.pathname, null)),
    meta('property', 'og:title', head.title || brand.name),
    meta('property', 'og:description', description),
    meta('property', 'og:type', 'website'),
    meta('property', 'og:url', address),
    meta('property', 'og:site_name', brand.name),
    meta('property', 'og:locale', locale === 'id' ? 'id_ID' : 'en_US'),
    meta('property', 'og:image', new URL('/icon-512.png', publicUrl).href),
    meta('property', 'og:image:alt', brand.name),
    meta('name', 'twitter:card', 'summary'),
    head.crumbs && `<script type="application/ld+json">${crumbs(head, publicUrl)}</script>`,
  ]
    .filter(Boolean)
    .join('');
}

/** The way up, as schema.org knows it; the page itself stands last and has no address. */
function crumbs({ crumbs: above = [], title }: Head, publicUrl: URL): string {
  const steps = above.map(({ label, to }) => ({ name: label, item: new URL(to, publicUrl).href }));
  return inScript({
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: [...steps, { name: title }].map((step, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      ...step,
    })),
  });
}
