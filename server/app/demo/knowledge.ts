import { randomUUID } from 'node:crypto';
import type { Id } from '../../kernel/values/ids.ts';
import { account } from './articles/account.ts';
import type { DemoArticle } from './articles/article.ts';
import { billing } from './articles/billing.ts';
import { email } from './articles/email.ts';
import { hosting } from './articles/hosting.ts';
import { services } from './articles/services.ts';
import type { Actor, Story } from './story.ts';

const shelves = [
  {
    slug: 'tagihan',
    icon: 'billing',
    name: { id: 'Tagihan & pembayaran', en: 'Invoices & payments' },
    description: { id: 'Cara bayar, pajak, dan tagihan.', en: 'Ways to pay, tax and invoices.' },
    articles: billing,
  },
  {
    slug: 'layanan',
    icon: 'services',
    name: { id: 'Paket & layanan', en: 'Plans & services' },
    description: { id: 'Naik paket, berhenti, dan retainer.', en: 'Upgrades, cancellation and retainers.' },
    articles: services,
  },
  {
    slug: 'hosting',
    icon: 'globe',
    name: { id: 'Hosting & domain', en: 'Hosting & domains' },
    description: { id: 'Pindah situs, DNS, dan cadangan.', en: 'Moving a site, DNS and backups.' },
    articles: hosting,
  },
  {
    slug: 'email',
    icon: 'mail',
    name: { id: 'Email', en: 'Email' },
    description: { id: 'Pasang di ponsel, lepas dari spam.', en: 'On your phone, and out of spam.' },
    articles: email,
  },
  {
    slug: 'akun',
    icon: 'people',
    name: { id: 'Akun & bantuan', en: 'Account & help' },
    description: { id: 'Rekan, peran, dan cara dibantu.', en: 'Colleagues, roles and getting help.' },
    articles: account,
  },
];

/** What clients looked for lately; the last three are answered by nothing. */
const searches = [
  'qris',
  'dns',
  'garansi uang kembali',
  'garansi uang kembali',
  'sertifikat wildcard',
  'ganti nama domain',
];

/** How clients found some articles: who opened, who said yes or no to "did it help?", and what they added. */
const readings: readonly { slug: string; opened: number; yes: number; no: number; comment?: string }[] = [
  { slug: 'bayar-qris-virtual-account', opened: 9, yes: 4, no: 0 },
  { slug: 'arahkan-domain', opened: 7, yes: 3, no: 1, comment: 'Contoh untuk domain .co.id belum ada.' },
  { slug: 'email-di-ponsel', opened: 6, yes: 3, no: 0 },
  { slug: 'layanan-ditangguhkan', opened: 5, yes: 2, no: 0 },
  { slug: 'ppn-faktur-pajak', opened: 4, yes: 1, no: 1, comment: 'Berapa lama faktur pajaknya jadi?' },
  { slug: 'cadangan-pemulihan', opened: 2, yes: 1, no: 0 },
];

const base = '/api/console/knowledge';

/** Writes the articles whose day has come as staff do; on the last day clients read them, so that there is something to learn from. */
export async function tellArticles(
  story: Story,
  staff: ReadonlyMap<string, Id<'person'>>,
  cast: readonly { owner: Id<'person'> }[],
  due: (thing: { daysAgo: number }) => boolean,
): Promise<void> {
  const editor = await story.as(staff.get('support')!);
  if (due({ daysAgo: 700 })) {
    for (const { articles: _, ...category } of shelves) await editor.post(`${base}/categories`, category);
  }
  for (const { slug, articles } of shelves) {
    for (const article of articles.filter(due)) await publish(editor, slug, article);
  }
  if (due({ daysAgo: 1 }))
    await read(await Promise.all(cast.slice(0, 5).map(({ owner }) => story.as(owner))));
}

async function publish(editor: Actor, shelf: string, article: DemoArticle): Promise<void> {
  const { items } = await editor.get(`${base}/categories`);
  const { slug, visibility = 'public', tags, id, en } = article;
  const draft = await editor.post(`${base}/articles`, {
    slug,
    category: items.find((category: { slug: string }) => category.slug === shelf).id,
    visibility,
    tags,
    texts: { id: { ...id, shown: true }, en: { ...en, shown: true } },
  });
  await editor.post(`${base}/articles/${draft.id}/publish`, {}, draft.version);
}

async function read(readers: readonly Actor[]): Promise<void> {
  const site = '/api/knowledge/id';
  // Each began a ticket and was shown articles; all but the first opened one.
  for (const [index, reader] of readers.entries())
    await reader.put(`/api/me/knowledge/askings/${randomUUID()}`, 0, { opened: index > 0 });
  for (const q of searches) await readers[0]!.get(`${site}/search?q=${encodeURIComponent(q)}`);
  for (const { slug, opened, yes, no, comment = '' } of readings) {
    const at = `${site}/articles/${slug}`;
    for (let time = 0; time < opened; time++) await readers[0]!.post(`${at}/openings`, { from: 'browse' });
    for (const [index, reader] of readers.slice(0, yes + no).entries()) {
      const helpful = index < yes;
      await reader.put(`${at}/feedback`, 0, { helpful, comment: helpful ? '' : comment });
    }
  }
}
