interface Price {
  currency: 'IDR' | 'USD';
  cycle: string;
  recurring: number;
  setup: number;
  /** What use costs, by the codes of `meters`. */
  charges?: object[];
}

interface Bilingual {
  id: string;
  en: string;
}

/** Monthly and yearly prices in both currencies; a year costs ten months. IDR in rupiah, USD in cents. */
function monthlyAndYearly(rupiah: number, cents: number, setup = { IDR: 0, USD: 0 }): Price[] {
  return [
    { currency: 'IDR', cycle: 'monthly', recurring: rupiah, setup: setup.IDR },
    { currency: 'IDR', cycle: 'annual', recurring: rupiah * 10, setup: setup.IDR },
    { currency: 'USD', cycle: 'monthly', recurring: cents, setup: setup.USD },
    { currency: 'USD', cycle: 'annual', recurring: cents * 10, setup: setup.USD },
  ];
}

const gigabytes = { unit: { id: 'GB', en: 'GB' }, decimals: 1, rounding: 'up' };

/** What is measured. */
export const meters = [
  {
    code: 'traffic',
    name: { id: 'Trafik keluar', en: 'Outgoing traffic' },
    aggregation: 'sum',
    ...gigabytes,
  },
  { code: 'storage', name: { id: 'Penyimpanan', en: 'Storage' }, aggregation: 'max', ...gigabytes },
  {
    code: 'requests',
    name: { id: 'Permintaan', en: 'Requests' },
    unit: { id: 'permintaan', en: 'requests' },
    aggregation: 'sum',
    decimals: 0,
    rounding: 'nearest',
  },
];

/** Prices of a unit in minor units, as decimals: traffic in two tiers, storage, and ten thousand requests at a time. */
const use = (near: string, far: string, stored: string, requests: number) => [
  {
    meter: 'traffic',
    model: 'graduated',
    tiers: [
      { upTo: '5000', each: near, fixed: 0 },
      { upTo: null, each: far, fixed: 0 },
    ],
    included: '1000',
  },
  { meter: 'storage', model: 'standard', each: stored, included: '250' },
  { meter: 'requests', model: 'package', size: '10000', price: requests, included: '100000' },
];

const once = (rupiah: number, cents: number): Price[] => [
  { currency: 'IDR', cycle: 'one_time', recurring: rupiah, setup: 0 },
  { currency: 'USD', cycle: 'one_time', recurring: cents, setup: 0 },
];

interface DemoPlan {
  name: Bilingual;
  description: Bilingual;
  prices: Price[];
  /** What it costs less at first: steps of months and hundredths of a percent. */
  introduction?: { months: number; percent: number }[];
  /** For how long it is agreed on. */
  term?: object;
  /** The day of the month it is billed on. */
  billDay?: { day: number; togetherFrom: number | null };
  seats?: { minimum: number; maximum: number };
}

interface DemoProduct {
  slug: string;
  group: string;
  name: Bilingual;
  description: Bilingual;
  provisioner: string;
  configuration: object;
  trialDays?: number;
  stock?: number;
  /** Whether its services may be paused, and how. */
  pauses?: object;
  plans: DemoPlan[];
  options?: object[];
}

export const groups: { slug: string; name: Bilingual; description: Bilingual }[] = [
  {
    slug: 'hosting',
    name: { id: 'Hosting & server', en: 'Hosting & servers' },
    description: {
      id: 'Rumah yang cepat dan aman untuk situs Anda.',
      en: 'A fast and safe home for your site.',
    },
  },
  {
    slug: 'apps',
    name: { id: 'Aplikasi', en: 'Apps' },
    description: { id: 'Alat kerja tim, dibayar per pengguna.', en: 'Tools for teams, paid per seat.' },
  },
  {
    slug: 'care',
    name: { id: 'Pendampingan', en: 'Care' },
    description: {
      id: 'Orang yang siap membantu saat Anda perlu.',
      en: 'People who are there when you need them.',
    },
  },
  {
    slug: 'digital',
    name: { id: 'Produk digital', en: 'Digital goods' },
    description: { id: 'Unduh sekali, pakai selamanya.', en: 'Get it once, use it for good.' },
  },
];

const included = monthlyAndYearly(0, 0);

const location = {
  code: 'location',
  kind: 'select',
  name: { id: 'Lokasi server', en: 'Server location' },
  required: true,
  minimum: 0,
  maximum: 0,
  position: 1,
  choices: [
    { code: 'jakarta', name: { id: 'Jakarta', en: 'Jakarta' }, prices: included },
    { code: 'singapore', name: { id: 'Singapura', en: 'Singapore' }, prices: included },
  ],
};

const domain = {
  code: 'domain',
  kind: 'text',
  name: { id: 'Nama domain', en: 'Domain name' },
  required: false,
  minimum: 0,
  maximum: 80,
  position: 2,
  choices: [],
};

export const products: DemoProduct[] = [
  {
    slug: 'web-hosting',
    group: 'hosting',
    name: { id: 'Web hosting', en: 'Web hosting' },
    description: {
      id: 'Hosting dengan sertifikat TLS, cadangan harian dan email bisnis.',
      en: 'Hosting with TLS certificates, daily backups and business email.',
    },
    provisioner: 'sandbox',
    configuration: { plan: 'small' },
    plans: [
      {
        name: { id: 'Rintis', en: 'Starter' },
        description: { id: '1 situs, 10 GB SSD, 5 kotak email', en: '1 site, 10 GB SSD, 5 mailboxes' },
        prices: monthlyAndYearly(49_000, 400),
      },
      {
        name: { id: 'Bisnis', en: 'Business' },
        description: { id: '10 situs, 50 GB SSD, 50 kotak email', en: '10 sites, 50 GB SSD, 50 mailboxes' },
        prices: monthlyAndYearly(149_000, 1_100),
      },
      {
        name: { id: 'Pro', en: 'Pro' },
        description: { id: 'Situs tak terbatas, 200 GB SSD', en: 'Unlimited sites, 200 GB SSD' },
        prices: monthlyAndYearly(399_000, 2_900),
      },
      {
        name: { id: 'Agensi', en: 'Agency' },
        description: {
          id: '25 situs, 100 GB SSD, satu tagihan di awal bulan',
          en: '25 sites, 100 GB SSD, one invoice at the beginning of the month',
        },
        prices: monthlyAndYearly(249_000, 1_800),
        billDay: { day: 1, togetherFrom: 20 },
      },
    ],
    options: [location, domain],
  },
  {
    slug: 'cloud-server',
    group: 'hosting',
    name: { id: 'Cloud server', en: 'Cloud server' },
    description: {
      id: 'Server virtual dengan sumber daya sendiri dan IP publik.',
      en: 'A virtual server with resources of its own and a public address.',
    },
    provisioner: 'sandbox',
    configuration: { plan: 'large' },
    stock: 40,
    plans: [
      {
        name: { id: 'Awan 2', en: 'Cloud 2' },
        description: { id: '2 vCPU, 4 GB RAM, 80 GB NVMe', en: '2 vCPU, 4 GB RAM, 80 GB NVMe' },
        prices: monthlyAndYearly(250_000, 1_800, { IDR: 100_000, USD: 700 }),
      },
      {
        name: { id: 'Awan 4', en: 'Cloud 4' },
        description: { id: '4 vCPU, 8 GB RAM, 160 GB NVMe', en: '4 vCPU, 8 GB RAM, 160 GB NVMe' },
        prices: monthlyAndYearly(480_000, 3_400, { IDR: 100_000, USD: 700 }),
      },
      {
        name: { id: 'Awan 4 kontrak', en: 'Cloud 4 with a term' },
        description: {
          id: 'Seperti Awan 4, lebih murah selama 12 bulan',
          en: 'As Cloud 4, for less when agreed on for 12 months',
        },
        prices: [
          { currency: 'IDR', cycle: 'monthly', recurring: 420_000, setup: 0 },
          { currency: 'USD', cycle: 'monthly', recurring: 3_000, setup: 0 },
        ],
        term: {
          months: 12,
          follows: 'continues',
          noticeDays: 30,
          early: { kind: 'percent', percent: 5_000 },
        },
      },
      {
        name: { id: 'Awan 8', en: 'Cloud 8' },
        description: {
          id: '8 vCPU, 16 GB RAM, 320 GB NVMe; lebih murah di setengah tahun pertama',
          en: '8 vCPU, 16 GB RAM, 320 GB NVMe; for less in the first half year',
        },
        prices: [
          { currency: 'IDR', cycle: 'monthly', recurring: 900_000, setup: 0 },
          { currency: 'USD', cycle: 'monthly', recurring: 6_400, setup: 0 },
        ],
        introduction: [
          { months: 3, percent: 5_000 },
          { months: 3, percent: 2_500 },
        ],
      },
    ],
    options: [location],
  },
  {
    slug: 'managed-database',
    group: 'hosting',
    name: { id: 'Basis data terkelola', en: 'Managed database' },
    description: {
      id: 'PostgreSQL yang kami rawat, cadangkan dan perbarui. Baru dibuka.',
      en: 'PostgreSQL that we look after, back up and keep current. Just opened.',
    },
    provisioner: 'sandbox',
    // The first set-up fails, so that there is one to look into; trying again works.
    configuration: { plan: 'large', parameters: { outcome: 'permanent', failTimes: 1, on: ['provision'] } },
    plans: [
      {
        name: { id: 'Basis 4', en: 'Base 4' },
        description: { id: '2 vCPU, 4 GB RAM, 50 GB', en: '2 vCPU, 4 GB RAM, 50 GB' },
        prices: monthlyAndYearly(420_000, 3_000),
      },
      {
        name: { id: 'Basis 8', en: 'Base 8' },
        description: {
          id: 'PostgreSQL atau MySQL, 8 vCPU, 16 GB RAM',
          en: 'PostgreSQL or MySQL, 8 vCPU, 16 GB RAM',
        },
        prices: monthlyAndYearly(1_800_000, 13_000),
        introduction: [
          { months: 3, percent: 5_000 },
          { months: 3, percent: 2_500 },
        ],
      },
    ],
  },
  {
    slug: 'object-storage',
    group: 'hosting',
    name: { id: 'Penyimpanan objek', en: 'Object storage' },
    description: {
      id: 'Berkas sebanyak apa pun lewat API yang cocok dengan S3. Bayar yang dipakai.',
      en: 'Any number of files by an API that S3 clients speak. Pay for what you use.',
    },
    provisioner: 'sandbox',
    configuration: { plan: 'small' },
    plans: [
      {
        name: { id: 'Ember', en: 'Bucket' },
        description: {
          id: '250 GB, 1.000 GB trafik dan 100.000 permintaan per bulan sudah termasuk',
          en: '250 GB, 1,000 GB of traffic and 100,000 requests a month included',
        },
        prices: [
          {
            currency: 'IDR',
            cycle: 'monthly',
            recurring: 75_000,
            setup: 0,
            charges: use('450', '300', '950', 500),
          },
          {
            currency: 'USD',
            cycle: 'monthly',
            recurring: 600,
            setup: 0,
            charges: use('2.9', '1.95', '6.5', 4),
          },
        ],
      },
    ],
  },
  {
    slug: 'nusadesk',
    pauses: { who: 'clients', begins: 'period_end', unused: 'none', longestDays: null, perYear: null },
    group: 'apps',
    name: { id: 'NusaDesk', en: 'NusaDesk' },
    description: {
      id: 'Obrolan tim, tugas dan dokumen di satu tempat. Coba gratis 14 hari.',
      en: 'Team chat, tasks and documents in one place. Free for 14 days.',
    },
    provisioner: 'sandbox',
    configuration: { plan: 'small' },
    trialDays: 14,
    plans: [
      {
        name: { id: 'Tim', en: 'Team' },
        description: { id: 'Per pengguna, sampai 100', en: 'Per seat, up to 100' },
        prices: monthlyAndYearly(35_000, 300),
        seats: { minimum: 1, maximum: 100 },
      },
    ],
  },
  {
    slug: 'support-retainer',
    group: 'care',
    name: { id: 'Retainer dukungan', en: 'Support retainer' },
    description: {
      id: 'Jam kerja teknisi setiap bulan, dengan waktu tanggap yang dijamin.',
      en: 'Hours of an engineer every month, with a guaranteed response time.',
    },
    provisioner: 'manual',
    configuration: {},
    pauses: { who: 'clients', begins: 'now', unused: 'extend', longestDays: 120, perYear: 2 },
    plans: [
      {
        name: { id: '10 jam', en: '10 hours' },
        description: { id: '10 jam per bulan, tanggap 4 jam', en: '10 hours a month, response in 4 hours' },
        prices: monthlyAndYearly(3_500_000, 24_000),
      },
      {
        name: { id: '30 jam', en: '30 hours' },
        description: { id: '30 jam per bulan, tanggap 1 jam', en: '30 hours a month, response in 1 hour' },
        prices: monthlyAndYearly(9_000_000, 62_000),
      },
    ],
  },
  {
    slug: 'sitebuilder-license',
    group: 'digital',
    name: { id: 'Lisensi SiteBuilder', en: 'SiteBuilder license' },
    description: { id: 'Kunci lisensi untuk satu situs.', en: 'A license key for one site.' },
    provisioner: 'license-key',
    configuration: { connection: 'sitebuilder' },
    plans: [
      {
        name: { id: 'Satu situs', en: 'One site' },
        description: { id: 'Pembaruan seumur hidup', en: 'Updates for good' },
        prices: once(750_000, 4_900),
      },
    ],
  },
];
