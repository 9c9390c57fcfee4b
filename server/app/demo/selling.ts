import { addDays, dateIn } from '../../kernel/values/dates.ts';
import type { Id } from '../../kernel/values/ids.ts';
import type { Cast } from './money.ts';
import type { Story } from './story.ts';

const zone = 'Asia/Jakarta';

const always = {
  amounts: null,
  minimums: {},
  coversSetup: false,
  periods: 1,
  stacking: 'exclusive',
  products: [],
  plans: [],
  cycles: [],
  newClients: false,
  most: null,
  mostEach: 1,
  trigger: 'code',
};

/** `lasts`: days from the one it is made on. */
const promotions = [
  {
    daysAgo: 330,
    lasts: 31,
    name: { id: 'Diskon akhir tahun', en: 'Year-end discount' },
    code: 'AKHIRTAHUN',
    percent: 1500,
  },
  {
    daysAgo: 30,
    lasts: 120,
    name: { id: 'Selamat datang', en: 'Welcome' },
    code: 'HALO20',
    percent: 2000,
    periods: 3,
    newClients: true,
  },
] as const;

const free = (words: { id: string; en: string }, quantity: number, unitPrice: number) => ({
  kind: 'free',
  description: words,
  quantity,
  unitPrice,
  category: 'standard',
});

interface DemoOffer {
  daysAgo: number;
  client: string;
  /** Days it is good for. */
  valid: number;
  title: string;
  introduction: string;
  plan?: string;
  lines: ReturnType<typeof free>[];
  /** A draft is not sent. */
  sent: boolean;
  declined?: { daysAgo: number; reason: string };
}

const offers: readonly DemoOffer[] = [
  {
    daysAgo: 68,
    client: 'Klinik Sehat Sentosa',
    valid: 14,
    title: 'Pemindahan surel klinik',
    introduction: 'Kami pindahkan semua kotak surel dalam satu akhir pekan, tanpa surat yang hilang.',
    lines: [free({ id: 'Pemindahan kotak surel', en: 'Moving of mailboxes' }, 25, 45_000)],
    sent: true,
    declined: { daysAgo: 63, reason: 'Anggaran tahun ini sudah habis. Tawarkan lagi bulan Januari, ya.' },
  },
  {
    daysAgo: 4,
    client: 'PT Sinar Rejeki Logistik',
    valid: 21,
    title: 'Pendampingan pindah gudang',
    introduction: 'Selama pindahan, tim kami siap di luar jam kerja supaya pelacakan kiriman tidak berhenti.',
    plan: 'support-retainer/1',
    lines: [
      free({ id: 'Survei jaringan gudang baru', en: 'Network survey of the new warehouse' }, 1, 2_500_000),
    ],
    sent: true,
  },
  {
    daysAgo: 1,
    client: 'PT Andalas Media Kreatif',
    valid: 30,
    title: 'Arsip video',
    introduction: '',
    lines: [free({ id: 'Penyiapan arsip video', en: 'Set-up of a video archive' }, 1, 3_750_000)],
    sent: false,
  },
];

/** What the business sells beside its price list: discounts by code, and offers written for one client. */
export async function tellSelling(
  story: Story,
  staff: ReadonlyMap<string, Id<'person'>>,
  cast: readonly Cast[],
  plans: ReadonlyMap<string, string>,
  due: (thing: { daysAgo: number }) => boolean,
): Promise<void> {
  const today = dateIn(zone, story.today());
  for (const { daysAgo, lasts, ...promotion } of promotions) {
    if (!due({ daysAgo })) continue;
    const finance = await story.as(staff.get('finance')!);
    const days = { startsOn: today, endsOn: addDays(today, lasts) };
    await finance.post('/api/console/promotions', { ...always, ...promotion, ...days });
  }
  for (const offer of offers) {
    const { organization, owner } = cast.find(({ client }) => client.name === offer.client) ?? {};
    if (!organization || !owner) continue;
    if (due(offer)) await write(story, staff, organization, offer, plans);
    if (offer.declined && due(offer.declined)) {
      const client = await story.as(owner);
      const base = `/api/organizations/${organization}/offers`;
      const { items } = await client.get(base);
      await client.post(`${base}/${items[0].id}/decline`, { reason: offer.declined.reason });
    }
  }
}

async function write(
  story: Story,
  staff: ReadonlyMap<string, Id<'person'>>,
  organization: Id<'organization'>,
  { title, introduction, valid, lines, plan, sent }: DemoOffer,
  plans: ReadonlyMap<string, string>,
): Promise<void> {
  const seller = await story.as(staff.get('operations')!);
  const item = plan && {
    plan: plans.get(plan),
    cycle: 'monthly',
    quantity: 1,
    options: {},
    addons: [],
  };
  const { id } = await seller.post('/api/console/offers', {
    client: organization,
    prospect: null,
    currency: 'IDR',
    title,
    introduction,
    terms: '',
    validUntil: addDays(dateIn(zone, story.today()), valid),
    lines: [...(item ? [{ kind: 'plan', item, discount: null, term: 'plan' }] : []), ...lines],
  });
  if (sent) await seller.post(`/api/console/offers/${id}/send`);
}
