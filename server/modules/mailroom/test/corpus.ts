import type { Report } from '../domain/mail.ts';

/** What each mail of `corpus/` has to become. `text`: null where it does not matter; a number is its length. */
export const corpus: readonly {
  mail: string;
  goes: string;
  text: string | number | null;
  files?: string[];
  report?: Report;
}[] = [
  { mail: 'gmail-id-reply', goes: 'ticket 1042', text: 'Terima kasih, sekarang sudah bisa.' },
  { mail: 'gmail-id-pada-tanggal', goes: 'ticket 1042', text: 'Masih lambat, Mas.' },
  { mail: 'gmail-en-reply', goes: 'ticket 2001', text: 'Works now, thanks!' },
  { mail: 'gmail-html-only', goes: 'ticket 1042', text: 'Sudah saya coba, masih gagal.' },
  { mail: 'gmail-android-short', goes: 'ticket 1042', text: 'Oke' },
  { mail: 'gmail-changed-subject', goes: 'ticket 1042', text: 'Ternyata email juga mati.' },
  {
    mail: 'gmail-inline-answers',
    goes: 'ticket 1042',
    text: 'Jawaban saya di bawah.\n\n> Versi PHP berapa?\n\n8.3\n\n> Sejak kapan?\n\nSejak kemarin.',
  },
  { mail: 'gmail-bottom-answer', goes: 'ticket 2001', text: 'Yes, it is.' },
  {
    mail: 'gmail-new-proven',
    goes: 'new maju',
    text: 'Selamat pagi,\n\nMohon dikirim faktur pajak bulan Februari.',
  },
  {
    mail: 'gmail-forwarded-to-us',
    goes: 'new maju',
    text: 'Ini asli dari kalian?\n\n---------- Forwarded message ---------\nDari: Domain Palsu <tagihan@penipu.example>\nDate: Min, 1 Mar 2026 pukul 10.00\nSubject: Domain akan kedaluwarsa\nTo: <budi@majujaya.example>\n\nBayar sekarang juga.',
  },
  { mail: 'outlook-id-desktop', goes: 'ticket 1042', text: 'Sudah normal. Terima kasih.\n\nSalam,\nBudi' },
  { mail: 'outlook-en-desktop', goes: 'ticket 2001', text: 'Please go ahead.' },
  { mail: 'outlook-original-message', goes: 'ticket 2001', text: 'Confirmed.' },
  { mail: 'outlook-pesan-asli', goes: 'ticket 1042', text: 'Setuju.' },
  { mail: 'outlook-web-underscores', goes: 'ticket 2001', text: 'Thanks.' },
  { mail: 'outlook-mobile-id', goes: 'ticket 1042', text: 'Siap' },
  { mail: 'outlook-html-word', goes: 'ticket 2001', text: 'It fails again.' },
  { mail: 'outlook-windows1252', goes: 'ticket 2001', text: 'The café page shows “502”.' },
  {
    mail: 'outlook-winmail',
    goes: 'wait unknown_sender ask',
    text: 'Terlampir kontrak.',
    files: ['winmail.dat'],
  },
  { mail: 'apple-id-reply', goes: 'ticket 1042', text: 'Sudah bisa, Mas. Makasih!' },
  { mail: 'apple-en-reply', goes: 'ticket 2001', text: 'Still broken.' },
  { mail: 'apple-macos', goes: 'ticket 2001', text: 'All good.\n\nSiti' },
  {
    mail: 'apple-inline-picture',
    goes: 'ticket 2001',
    text: 'See this:\n\nCan you fix it?',
    files: ['IMG_0042.png'],
  },
  { mail: 'apple-html-cid', goes: 'new maju', text: 'Lihat gambar:', files: ['layar.png'] },
  { mail: 'thunderbird-id', goes: 'ticket 1042', text: 'Baik, ditunggu.' },
  {
    mail: 'thunderbird-en-flowed',
    goes: 'ticket 2001',
    text: 'This is one long paragraph that the program wrapped, and it is one.',
  },
  { mail: 'yahoo-id-android', goes: 'ticket 1042', text: 'Terima kasih' },
  { mail: 'yahoo-id-web', goes: 'ticket 1042', text: 'Masih sama.' },
  { mail: 'yahoo-en-web', goes: 'ticket 2001', text: 'No luck.' },
  { mail: 'roundcube-id', goes: 'ticket 1042', text: 'Boleh.' },
  { mail: 'zoho-id', goes: 'ticket 1042', text: 'Lanjutkan saja.' },
  { mail: 'proton-en', goes: 'ticket 2001', text: 'Yes please.' },
  { mail: 'samsung-id', goes: 'ticket 1042', text: 'Oke siap' },
  { mail: 'xiaomi-id', goes: 'ticket 1042', text: 'Sudah' },
  { mail: 'spark-en', goes: 'ticket 2001', text: 'Great' },
  { mail: 'charset-iso2022jp', goes: 'wait unknown_sender ask', text: 'サーバーに接続できません。' },
  { mail: 'charset-gb18030', goes: 'wait unknown_sender ask', text: '发票在哪里？' },
  {
    mail: 'charset-latin1-qp',
    goes: 'wait unknown_sender ask',
    text: 'Le serveur ne répond plus.\nMerci, André',
  },
  { mail: 'charset-unknown', goes: 'wait unknown_sender ask', text: 'Harga paket terbaru berapa?' },
  { mail: 'charset-utf16-base64', goes: 'wait unknown_sender ask', text: 'Bisa pindah paket?' },
  { mail: 'mime-no-end-boundary', goes: 'ticket 1042', text: 'Batas akhirnya hilang.' },
  { mail: 'mime-wrong-transfer-encoding', goes: 'ticket 1042', text: 'Ini bukan base64!' },
  { mail: 'mime-nested-deep', goes: 'ticket 1042', text: 'Lapis dalam.', files: ['kontrak baru.pdf'] },
  { mail: 'mime-path-in-name', goes: 'ticket 1042', text: 'Terlampir.', files: ['..-..-etc-bukti.pdf'] },
  { mail: 'mime-signed', goes: 'ticket 1042', text: 'Bertanda tangan.' },
  { mail: 'mime-empty-text-full-html', goes: 'ticket 1042', text: 'Hanya di HTML.' },
  { mail: 'mime-attached-mail', goes: 'ticket 1042', text: 'Lihat email terlampir.', files: ['file-1.eml'] },
  { mail: 'big-text', goes: 'ticket 1042', text: 85999 },
  { mail: 'no-message-id', goes: 'ticket 1042', text: 'Tanpa nomor surat.' },
  { mail: 'control-characters', goes: 'ticket 1042', text: 'Nol: dering: selesai.' },
  { mail: 'no-from', goes: 'wait unknown_sender', text: 'Siapa saya?' },
  { mail: 'empty', goes: 'nothing empty', text: '' },
  { mail: 'subject-number-proven', goes: 'ticket 1042', text: 'Ini log-nya.' },
  { mail: 'subject-number-unproven', goes: 'wait unproven 1042 ask', text: 'Tolong kirim kata sandinya.' },
  { mail: 'subject-number-stranger', goes: 'wait unknown_sender 1042 ask', text: 'Apa isi tiket ini?' },
  { mail: 'forged-dmarc-fail', goes: 'wait forged', text: 'Mohon ganti rekening tujuan.' },
  { mail: 'forged-result-header', goes: 'wait unproven ask', text: 'Mohon ganti rekening tujuan.' },
  { mail: 'forged-second-result', goes: 'wait forged', text: 'Mohon.' },
  {
    mail: 'signed-address-other-sender',
    goes: 'wait not_in_ticket 1042',
    text: 'Saya menemukan alamat ini.',
  },
  { mail: 'signed-address-guessed', goes: 'wait not_in_ticket 1042', text: 'Coba-coba.' },
  { mail: 'delivered-to-signed', goes: 'ticket 1042', text: 'Diteruskan oleh server.' },
  { mail: 'two-organizations', goes: 'wait several_organizations', text: 'Paket mana yang cocok?' },
  { mail: 'dkim-without-dmarc', goes: 'new maju', text: 'Bisa bayar lewat QRIS?' },
  { mail: 'auto-out-of-office-en', goes: 'nothing auto_reply', text: 'I am out of the office.' },
  { mail: 'auto-cuti-id', goes: 'nothing auto_reply', text: 'Saya sedang cuti.' },
  { mail: 'auto-replied-rfc3834', goes: 'nothing auto_reply', text: 'Terima kasih, kami akan membalas.' },
  { mail: 'auto-ticket-system', goes: 'nothing bulk', text: 'Tiket Anda diterima.' },
  { mail: 'loop-own-mail', goes: 'nothing loop', text: 'Halo.' },
  { mail: 'loop-own-id-other-sender', goes: 'nothing loop', text: 'Halo.' },
  { mail: 'newsletter', goes: 'nothing bulk', text: 'Belanja sekarang.' },
  { mail: 'no-reply-sender', goes: 'wait unknown_sender', text: 'Saldo Anda berubah.' },
  {
    mail: 'bounce-postfix',
    goes: 'nothing report',
    text: null,
    report: {
      kind: 'delivery',
      about: '0198c0de-0000-7000-8000-000000001042@portal.clientarea.example',
      recipients: [
        {
          address: 'budi@majujaya.example',
          outcome: 'failed',
          permanent: true,
          why: '5.1.1 550 5.1.1 User unknown',
        },
      ],
    },
  },
  {
    mail: 'bounce-gmail',
    goes: 'nothing report',
    text: null,
    report: {
      kind: 'delivery',
      about: '0198c0de-0000-7000-8000-000000002001@portal.clientarea.example',
      recipients: [
        {
          address: 'siti@kopi.example',
          outcome: 'failed',
          permanent: true,
          why: "5.2.2 552-5.2.2 The recipient's inbox is full",
        },
      ],
    },
  },
  {
    mail: 'bounce-exchange',
    goes: 'nothing report',
    text: null,
    report: {
      kind: 'delivery',
      about: '0198c0de-0000-7000-8000-000000002001@portal.clientarea.example',
      recipients: [
        {
          address: 'siti@kopi.example',
          outcome: 'failed',
          permanent: true,
          why: '5.4.1 550 5.4.1 Recipient address rejected',
        },
      ],
    },
  },
  {
    mail: 'bounce-delayed',
    goes: 'nothing report',
    text: null,
    report: {
      kind: 'delivery',
      about: '0198c0de-0000-7000-8000-000000001042@portal.clientarea.example',
      recipients: [
        {
          address: 'budi@majujaya.example',
          outcome: 'delayed',
          permanent: false,
          why: '4.4.1 connect timed out',
        },
      ],
    },
  },
  {
    mail: 'bounce-two-recipients',
    goes: 'nothing report',
    text: null,
    report: {
      kind: 'delivery',
      about: null,
      recipients: [
        { address: 'a@satu.example', outcome: 'failed', permanent: true, why: '5.1.1' },
        { address: 'b@dua.example', outcome: 'failed', permanent: false, why: '4.2.2' },
      ],
    },
  },
  {
    mail: 'receipt-delivered',
    goes: 'nothing report',
    text: null,
    report: {
      kind: 'delivery',
      about: null,
      recipients: [{ address: 'siti@kopi.example', outcome: 'delivered', permanent: false, why: '2.0.0' }],
    },
  },
  {
    mail: 'complaint-arf',
    goes: 'nothing report',
    text: null,
    report: {
      kind: 'complaint',
      about: '0198c0de-0000-7000-8000-000000001042@portal.clientarea.example',
      recipients: [
        { address: 'budi@majujaya.example', outcome: 'delivered', permanent: false, why: 'complaint' },
      ],
    },
  },
];
