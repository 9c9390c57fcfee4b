import type { Brand } from '../../kernel/brand.ts';

/** A sail that is also a cloud over the sea, and the name. */
const logo = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 196 40" role="img" aria-label="Nusantara Cloud">
<rect width="40" height="40" rx="10" fill="#0f766e"/>
<path d="M20 7v17h11c0-8-4-14-11-17z" fill="#fff"/>
<path d="M17 12v12H9c.5-6 3.5-10 8-12z" fill="#99f6e4"/>
<path d="M8 28c2.4 0 2.4 2 4.8 2s2.4-2 4.8-2 2.4 2 4.8 2 2.4-2 4.8-2 2.4 2 4.8 2" fill="none" stroke="#fff" stroke-width="2.6" stroke-linecap="round"/>
<text x="50" y="26" font-family="Inter, system-ui, sans-serif" font-size="17" font-weight="600" fill="#0d8a7f" textLength="138" lengthAdjust="spacingAndGlyphs">Nusantara Cloud</text>
</svg>`;

export const nusantaraCloud: Brand = {
  name: 'Nusantara Cloud',
  logo: `data:image/svg+xml;base64,${Buffer.from(logo).toString('base64')}`,
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
  taxId: '09.876.543.2-017.000',
  email: 'tagihan@nusantaracloud.example',
  place: 'Jakarta',
  signer: { name: 'Putri Maharani', role: 'Finance Manager' },
  transfer: [
    { label: 'Bank BCA', value: '535 012 3456, PT Nusantara Cloud Teknologi' },
    { label: 'Bank Mandiri', value: '124 00 0987654 3, PT Nusantara Cloud Teknologi' },
  ],
};

/** Registered for VAT: 12 % on 11/12 of the price. */
export const bookKeeping = {
  dueDays: 10,
  creditAutomatically: true,
  invoiceNumber: 'INV/{year}/{number}',
  receiptNumber: 'KW/{year}/{number}',
  digits: 5,
  tax: {
    charged: true,
    name: { id: 'PPN', en: 'VAT' },
    percent: 12,
    base: { numerator: 11, denominator: 12 },
    inclusive: false,
  },
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
