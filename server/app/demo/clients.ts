import type { Locale } from '../../kernel/auth/actor.ts';
import type { MemberRole } from '../../kernel/auth/roles.ts';

export interface DemoPerson {
  name: string;
  email: string;
  locale: Locale;
}

export interface DemoOrder {
  /** `product slug/plan index`. */
  plan: string;
  cycle: 'monthly' | 'annual' | 'one_time';
  quantity?: number;
  /** Days before today. */
  daysAgo: number;
  options?: Record<string, string>;
  /** Address of the colleague who orders; otherwise it is the owner. */
  by?: string;
}

/** One client of the demo business and how it behaves. */
export interface DemoClient {
  name: string;
  currency: 'IDR' | 'USD';
  country: string;
  address: string;
  taxId: string;
  joinedDaysAgo: number;
  owner: DemoPerson;
  /** `limit`: minor units one may spend on an order without asking. */
  colleagues?: (DemoPerson & { role: MemberRole; limit?: bigint })[];
  /** Name of the parent, which stands earlier in the list. */
  parent?: string;
  /** Days before today since when the parent pays for it. */
  parentPaysSince?: number;
  /** Days after the issue of an invoice that it is paid; `until` days before today it stops paying. */
  pays: {
    after: number;
    until?: number;
    by: 'counter' | 'transfer' | 'card' | 'saved_card' | 'virtual_account' | 'qris' | 'ewallet';
    /** Sent on top by mistake with every renewal, in minor units: it becomes credit. */
    tooMuch?: number;
  };
  orders: DemoOrder[];
  /** Cancels this order's service so many days before today. */
  cancels?: { order: number; daysAgo: number; when: 'now' | 'period_end'; reason: string }[];
  /** Pauses this order's service so many days before today, for so many days. */
  pauses?: { order: number; daysAgo: number; days: number }[];
}

const id = (name: string, email: string): DemoPerson => ({ name, email, locale: 'id' });
const en = (name: string, email: string): DemoPerson => ({ name, email, locale: 'en' });
const jakarta = { location: 'jakarta' };
const singapore = { location: 'singapore' };

/** The first is the one to look around as: two years of everything, lately a little late, with colleagues in every role. */
export const clients: readonly DemoClient[] = [
  {
    name: 'PT Sinar Rejeki Logistik',
    currency: 'IDR',
    country: 'ID',
    address: 'Jl. Gatot Subroto Kav. 21\nJakarta Selatan 12930',
    taxId: '0012345678011000',
    joinedDaysAgo: 720,
    owner: id('Rina Wulandari', 'rina@sinarrejeki.example'),
    colleagues: [
      { ...id('Hendra Gunawan', 'hendra@sinarrejeki.example'), role: 'finance' },
      { ...id('Dimas Prakoso', 'dimas@sinarrejeki.example'), role: 'technical' },
      { ...id('Sari Puspita', 'sari@sinarrejeki.example'), role: 'member' },
    ],
    pays: { after: 3, until: 16, by: 'virtual_account' },
    orders: [
      {
        plan: 'web-hosting/1',
        cycle: 'annual',
        daysAgo: 716,
        options: { ...jakarta, domain: 'sinarrejeki.example' },
      },
      { plan: 'cloud-server/1', cycle: 'monthly', daysAgo: 520, options: jakarta },
      { plan: 'nusadesk/0', cycle: 'monthly', quantity: 24, daysAgo: 390 },
      { plan: 'support-retainer/0', cycle: 'monthly', daysAgo: 201 },
      { plan: 'sitebuilder-license/0', cycle: 'one_time', daysAgo: 44 },
      { plan: 'object-storage/0', cycle: 'monthly', daysAgo: 20 },
      // Renewed on one invoice.
      ...['gudang', 'armada'].map((name) => ({
        plan: 'web-hosting/0',
        cycle: 'monthly' as const,
        daysAgo: 22,
        options: { ...jakarta, domain: `${name}.sinarrejeki.example` },
      })),
    ],
    pauses: [{ order: 3, daysAgo: 24, days: 45 }],
  },
  {
    name: 'CV Kopi Nusantara',
    currency: 'IDR',
    country: 'ID',
    address: 'Jl. Braga No. 88\nBandung 40111',
    taxId: '',
    joinedDaysAgo: 610,
    owner: id('Asep Hidayat', 'asep@kopinusantara.example'),
    pays: { after: 12, until: 18, by: 'qris' },
    orders: [
      {
        plan: 'web-hosting/0',
        cycle: 'annual',
        daysAgo: 606,
        options: { ...jakarta, domain: 'kopinusantara.example' },
      },
      { plan: 'nusadesk/0', cycle: 'monthly', quantity: 6, daysAgo: 240 },
    ],
  },
  {
    name: 'PT Bumi Arta Persada',
    currency: 'IDR',
    country: 'ID',
    address: 'Menara Arta Lt. 12, Jl. Jend. Sudirman Kav. 45\nJakarta 12190',
    taxId: '0023456789062000',
    joinedDaysAgo: 560,
    owner: id('Maria Kusumawati', 'maria@bumiarta.example'),
    colleagues: [
      { ...id('Teguh Santosa', 'teguh@bumiarta.example'), role: 'approver' },
      { ...id('Intan Permata', 'intan@bumiarta.example'), role: 'technical', limit: 2_000_000n },
      { ...id('Wahyu Saputra', 'wahyu@bumiarta.example'), role: 'viewer' },
    ],
    pays: { after: 5, by: 'transfer' },
    orders: [
      { plan: 'nusadesk/0', cycle: 'annual', quantity: 60, daysAgo: 555 },
      { plan: 'support-retainer/1', cycle: 'monthly', daysAgo: 320 },
      // Above what Intan may spend, so it waits for Teguh.
      { plan: 'cloud-server/1', cycle: 'annual', daysAgo: 1, options: jakarta, by: 'intan@bumiarta.example' },
    ],
  },
  {
    name: 'PT Bumi Arta Properti',
    currency: 'IDR',
    country: 'ID',
    address: 'Jl. Raya Darmo No. 10\nSurabaya 60265',
    taxId: '0023456789609001',
    joinedDaysAgo: 540,
    parent: 'PT Bumi Arta Persada',
    owner: id('Yohanes Setiawan', 'yohanes@bumiarta.example'),
    pays: { after: 5, by: 'counter', tooMuch: 500_000 },
    orders: [
      {
        plan: 'web-hosting/2',
        cycle: 'annual',
        daysAgo: 530,
        options: { ...jakarta, domain: 'artaproperti.example' },
      },
    ],
  },
  {
    name: 'PT Bumi Arta Pangan',
    currency: 'IDR',
    country: 'ID',
    address: 'Jl. Ahmad Yani No. 5\nSemarang 50149',
    taxId: '0023456789503001',
    joinedDaysAgo: 300,
    parent: 'PT Bumi Arta Persada',
    parentPaysSince: 70,
    owner: id('Fitri Handayani', 'fitri@bumiarta.example'),
    pays: { after: 4, by: 'virtual_account' },
    orders: [
      { plan: 'cloud-server/0', cycle: 'monthly', daysAgo: 295, options: jakarta },
      { plan: 'object-storage/0', cycle: 'monthly', daysAgo: 40 },
      { plan: 'managed-database/0', cycle: 'monthly', daysAgo: 2 },
    ],
  },
  {
    name: 'Warung Digital Bandung',
    currency: 'IDR',
    country: 'ID',
    address: 'Jl. Dago No. 120\nBandung 40135',
    taxId: '',
    joinedDaysAgo: 420,
    owner: id('Ujang Suryana', 'ujang@warungdigital.example'),
    pays: { after: 6, until: 75, by: 'qris' },
    orders: [
      {
        plan: 'web-hosting/1',
        cycle: 'monthly',
        daysAgo: 415,
        options: { ...jakarta, domain: 'warungdigital.example' },
      },
    ],
  },
  {
    name: 'Studio Lentera',
    currency: 'IDR',
    country: 'ID',
    address: 'Jl. Kaliurang Km 5\nYogyakarta 55281',
    taxId: '',
    joinedDaysAgo: 480,
    owner: id('Bagas Nugroho', 'bagas@studiolentera.example'),
    pays: { after: 2, by: 'ewallet' },
    orders: [{ plan: 'cloud-server/0', cycle: 'monthly', daysAgo: 470, options: singapore }],
    cancels: [{ order: 0, daysAgo: 95, when: 'now', reason: 'unused' }],
  },
  {
    name: 'Greenleaf Analytics Pte Ltd',
    currency: 'USD',
    country: 'SG',
    address: '71 Robinson Road, #14-01\nSingapore 068895',
    taxId: '201812345K',
    joinedDaysAgo: 650,
    owner: en('Grace Tan', 'grace@greenleaf.example'),
    colleagues: [{ ...en('Daniel Lim', 'daniel@greenleaf.example'), role: 'technical' }],
    pays: { after: 1, by: 'saved_card' },
    orders: [
      { plan: 'cloud-server/1', cycle: 'annual', daysAgo: 645, options: singapore },
      { plan: 'cloud-server/0', cycle: 'monthly', daysAgo: 333, options: singapore },
    ],
  },
  {
    name: 'Klinik Sehat Sentosa',
    currency: 'IDR',
    country: 'ID',
    address: 'Jl. Diponegoro No. 33\nDenpasar 80113',
    taxId: '0034567890901000',
    joinedDaysAgo: 260,
    owner: id('dr. Ayu Lestari', 'ayu@kliniksehat.example'),
    pays: { after: 4, by: 'counter' },
    orders: [
      { plan: 'support-retainer/0', cycle: 'monthly', daysAgo: 255 },
      {
        plan: 'web-hosting/1',
        cycle: 'annual',
        daysAgo: 250,
        options: { ...jakarta, domain: 'kliniksehat.example' },
      },
    ],
  },
  // Its term ends in some days, which it has just been told.
  {
    name: 'Penerbit Cakrawala Baca',
    currency: 'IDR',
    country: 'ID',
    address: 'Jl. Malioboro No. 64\nYogyakarta 55213',
    taxId: '0045678901541000',
    joinedDaysAgo: 355,
    owner: id('Tirta Anggraini', 'tirta@cakrawalabaca.example'),
    pays: { after: 3, by: 'virtual_account' },
    orders: [{ plan: 'cloud-server/2', cycle: 'monthly', daysAgo: 352, options: jakarta }],
  },
  // In the second step of what its server costs at first.
  {
    name: 'CV Teh Gunung Wangi',
    currency: 'IDR',
    country: 'ID',
    address: 'Jl. Raya Puncak Km 83\nBogor 16750',
    taxId: '',
    joinedDaysAgo: 104,
    owner: id('Melati Kartika', 'melati@tehgunungwangi.example'),
    pays: { after: 2, by: 'qris' },
    orders: [
      { plan: 'cloud-server/3', cycle: 'monthly', daysAgo: 100, options: jakarta },
      {
        plan: 'web-hosting/3',
        cycle: 'monthly',
        daysAgo: 45,
        options: { ...jakarta, domain: 'tehgunungwangi.example' },
      },
    ],
  },
  {
    name: 'Yayasan Pelita Ilmu',
    currency: 'IDR',
    country: 'ID',
    address: 'Jl. Pendidikan No. 7\nMedan 20152',
    taxId: '',
    joinedDaysAgo: 365,
    owner: id('Lukman Hakim', 'lukman@pelitailmu.example'),
    pays: { after: 6, by: 'counter' },
    orders: [
      {
        plan: 'web-hosting/0',
        cycle: 'monthly',
        daysAgo: 360,
        options: { ...jakarta, domain: 'pelitailmu.example' },
      },
    ],
    cancels: [{ order: 0, daysAgo: 6, when: 'period_end', reason: 'too_expensive' }],
  },
  {
    name: 'Northwind Retail LLC',
    currency: 'USD',
    country: 'US',
    address: '1200 Market Street\nSan Francisco, CA 94102',
    taxId: '',
    joinedDaysAgo: 200,
    owner: en('Emily Carter', 'emily@northwind.example'),
    pays: { after: 8, until: 20, by: 'card' },
    orders: [
      { plan: 'nusadesk/0', cycle: 'monthly', quantity: 12, daysAgo: 196 },
      {
        plan: 'web-hosting/2',
        cycle: 'monthly',
        daysAgo: 150,
        options: { ...singapore, domain: 'northwind.example' },
      },
    ],
  },
  {
    name: 'PT Andalas Media Kreatif',
    currency: 'IDR',
    country: 'ID',
    address: 'Jl. Sisingamangaraja No. 18\nPadang 25112',
    taxId: '',
    joinedDaysAgo: 40,
    owner: id('Ratna Dewi', 'ratna@andalasmedia.example'),
    pays: { after: 1, until: 2, by: 'qris' },
    orders: [
      { plan: 'sitebuilder-license/0', cycle: 'one_time', daysAgo: 38 },
      {
        plan: 'web-hosting/1',
        cycle: 'monthly',
        daysAgo: 1,
        options: { ...jakarta, domain: 'andalasmedia.example' },
      },
    ],
  },
  {
    name: 'Toko Batik Larasati',
    currency: 'IDR',
    country: 'ID',
    address: '',
    taxId: '',
    joinedDaysAgo: 1,
    owner: id('Larasati Ningrum', 'larasati@batiklarasati.example'),
    pays: { after: 1, by: 'qris' },
    orders: [],
  },
];

export const staffMembers = [
  { name: 'Arief Santoso', email: 'arief@nusantaracloud.example', role: 'administrator' },
  { name: 'Putri Maharani', email: 'putri@nusantaracloud.example', role: 'finance' },
  { name: 'Bayu Wicaksono', email: 'bayu@nusantaracloud.example', role: 'support' },
  { name: 'Nadia Rahma', email: 'nadia@nusantaracloud.example', role: 'operations' },
] as const;
