import type { Brand } from '../../kernel/brand.ts';
import { logoUrl } from './logo.ts';

export const nusantaraCloud: Brand = {
  name: 'Nusantara Cloud',
  logo: logoUrl,
  accent: '#0f766e',
  radius: 8,
  typeface: 'inter',
  supportEmail: 'halo@nusantaracloud.example',
  tagline: {
    id: 'Hosting, aplikasi dan pendampingan untuk usaha Indonesia.',
    en: 'Hosting, apps and care for growing businesses.',
  },
};

export const seller = {
  name: 'PT Nusantara Cloud Teknologi',
  address: 'Jl. H.R. Rasuna Said Kav. 62\nJakarta Selatan 12920',
  taxId: '0098765432017000',
  country: 'ID',
  legal: {
    name: '',
    street: 'Jl. H.R. Rasuna Said Kav. 62',
    city: 'Jakarta Selatan',
    postalCode: '12920',
    region: 'DKI Jakarta',
    nitku: '0098765432017000000000',
    electronic: { scheme: '', id: '' },
  },
  email: 'tagihan@nusantaracloud.example',
  place: 'Jakarta',
  signer: { name: 'Putri Maharani', role: 'Finance' },
  transfer: [
    { label: 'Bank BCA', value: '535 012 3456, PT Nusantara Cloud Teknologi' },
    { label: 'Bank Mandiri', value: '124 00 0987654 3, PT Nusantara Cloud Teknologi' },
  ],
};

export const bookKeeping = {
  dueDays: 10,
  creditAutomatically: true,
  invoiceNumber: 'INV/{year}/{number}',
  receiptNumber: 'KW/{year}/{number}',
  digits: 5,
};

/** Registered for VAT from its beginning. */
export const taxes = {
  registered: [{ from: '2019-04-01', until: null }],
  inclusive: false,
};

export const terms = {
  id: [
    '# Ketentuan layanan',
    'Dengan memesan, Anda setuju memakai layanan secara wajar dan membayar tagihan sebelum jatuh tempo.',
    '- Layanan aktif setelah pembayaran kami terima.',
    '- Tagihan perpanjangan terbit sebelum periode berakhir.',
    '- Layanan yang menunggak ditangguhkan setelah dua kali pemberitahuan, dan aktif kembali begitu dibayar.',
    '- Anda dapat berhenti kapan saja, langsung atau pada akhir periode.',
  ].join('\n\n'),
  en: [
    '# Terms of service',
    'By ordering you agree to use the service fairly and to pay invoices before they are due.',
    '- A service starts once its payment has arrived.',
    '- Invoices for the next period come before the current one ends.',
    '- A service with overdue invoices is suspended after two notices, and runs again as soon as they are paid.',
    '- You can stop at any time, at once or at the end of a period.',
  ].join('\n\n'),
};
