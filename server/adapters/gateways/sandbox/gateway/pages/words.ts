import type { Failure } from '../../../../../modules/payments/domain/attempt.ts';
import type { MethodName } from '../../wire.ts';

export type Language = 'id' | 'en';

interface PageWords {
  testMode: string;
  payTo: (merchant: string) => string;
  payBefore: (date: string) => string;
  saveCardFor: (merchant: string) => string;
  chooseTitle: string;
  methods: Record<MethodName, { name: string; hint: string }>;
  otherMethod: string;
  cardTitle: string;
  number: string;
  expiry: string;
  expiryHint: string;
  cvc: string;
  cvcHint: string;
  holder: string;
  onlyTestCards: string;
  willBeSaved: (merchant: string) => string;
  pay: (sum: string) => string;
  saveCard: string;
  testCards: string;
  use: string;
  problems: string;
  wrongNumber: string;
  wrongExpiry: string;
  wrongCvc: string;
  wrongHolder: string;
  challengeTitle: string;
  challengeText: string;
  merchant: string;
  sum: string;
  card: string;
  paidWith: string;
  at: string;
  approve: (sum: string) => string;
  approveCard: string;
  refuse: string;
  accountTitle: string;
  bank: string;
  accountNumber: string;
  exactSum: string;
  transferSteps: readonly string[];
  simulate: string;
  simulateTransferText: string;
  simulateTransfer: (sum: string) => string;
  qrTitle: string;
  qrText: string;
  qrLabel: (merchant: string, sum: string) => string;
  simulateScanText: string;
  simulateScan: (sum: string) => string;
  walletTitle: string;
  walletText: (merchant: string) => string;
  backTo: (merchant: string) => string;
  mayLeave: (merchant: string) => string;
  lateTransferText: string;
  lateTransfer: (sum: string) => string;
  checkAgain: string;
  results: Record<
    'succeeded' | 'saved' | 'processing' | 'failed' | 'expired' | 'canceled' | 'refunded',
    { title: string; text: string }
  >;
  failures: Record<string, string>;
  classes: Record<Failure['class'], string>;
  missingTitle: string;
  missingText: string;
  otherLanguage: string;
  about: string;
}

export const words: Record<Language, PageWords> = {
  id: {
    testMode: 'Mode uji · bukan uang sungguhan',
    payTo: (merchant) => `Pembayaran kepada ${merchant}`,
    payBefore: (date) => `Bayar sebelum ${date}`,
    saveCardFor: (merchant) => `Simpan kartu untuk ${merchant}`,
    chooseTitle: 'Pilih cara membayar',
    methods: {
      card: { name: 'Kartu kredit atau debit', hint: 'Langsung diterima' },
      virtual_account: { name: 'Rekening virtual', hint: 'Transfer dari bank mana pun' },
      qris: { name: 'QRIS', hint: 'Pindai dengan aplikasi bank atau dompet digital' },
      ewallet: { name: 'Dompet Sandbox', hint: 'Setujui di aplikasi dompet' },
    },
    otherMethod: 'Pilih cara lain',
    cardTitle: 'Bayar dengan kartu',
    number: 'Nomor kartu',
    expiry: 'Berlaku sampai',
    expiryHint: 'BB/TT',
    cvc: 'Kode keamanan',
    cvcHint: '3 angka',
    holder: 'Nama pada kartu',
    onlyTestCards: 'Hanya kartu uji di bawah yang diterima. Jangan masukkan kartu sungguhan.',
    willBeSaved: (merchant) =>
      `Kartu ini disimpan agar ${merchant} dapat menagih langganan Anda. Anda dapat menghapusnya kapan saja.`,
    pay: (sum) => `Bayar ${sum}`,
    saveCard: 'Simpan kartu',
    testCards: 'Kartu uji',
    use: 'Pakai',
    problems: 'Pembayaran belum dikirim. Perbaiki isian berikut:',
    wrongNumber:
      'Ini bukan kartu uji. Pilih salah satu kartu uji di bawah; kartu sungguhan tidak diterima di sini.',
    wrongExpiry: 'Isi bulan dan tahun yang belum lewat, misalnya 12/34.',
    wrongCvc: 'Isi 3 angka, misalnya 123.',
    wrongHolder: 'Isi nama seperti pada kartu.',
    challengeTitle: 'Konfirmasi pembayaran',
    challengeText: 'Bank penerbit kartu ingin memastikan bahwa Anda sendiri yang membayar.',
    merchant: 'Penerima',
    sum: 'Jumlah',
    card: 'Kartu',
    paidWith: 'Dibayar dengan',
    at: 'Waktu',
    approve: (sum) => `Setujui ${sum}`,
    approveCard: 'Setujui penyimpanan kartu',
    refuse: 'Tolak',
    accountTitle: 'Transfer ke rekening virtual',
    bank: 'Bank',
    accountNumber: 'Nomor rekening virtual',
    exactSum: 'Jumlah, tepat sampai digit terakhir',
    transferSteps: [
      'Buka aplikasi bank Anda, lalu pilih Transfer ke rekening virtual.',
      'Masukkan nomor di atas. Nama penerima dan jumlahnya muncul sendiri.',
      'Periksa, lalu setujui. Pembayaran diterima dalam beberapa saat.',
    ],
    simulate: 'Simulasi',
    simulateTransferText: 'Di mode uji Anda memainkan banknya.',
    simulateTransfer: (sum) => `Simulasikan transfer ${sum}`,
    qrTitle: 'Pindai kode QRIS',
    qrText: 'Buka aplikasi bank atau dompet digital, pindai kode ini, lalu setujui jumlahnya.',
    qrLabel: (merchant, sum) => `Kode QRIS untuk membayar ${sum} kepada ${merchant}`,
    simulateScanText: 'Di mode uji kode ini tidak dapat dibayar dengan aplikasi sungguhan.',
    simulateScan: (sum) => `Simulasikan pembayaran ${sum}`,
    walletTitle: 'Dompet Sandbox',
    walletText: (merchant) => `${merchant} meminta pembayaran dari dompet Anda.`,
    backTo: (merchant) => `Kembali ke ${merchant}`,
    mayLeave: (merchant) => `Anda boleh menutup halaman ini. ${merchant} diberi tahu begitu uangnya masuk.`,
    lateTransferText: 'Bank kadang tetap meneruskan transfer yang terlambat.',
    lateTransfer: (sum) => `Simulasikan transfer terlambat ${sum}`,
    checkAgain: 'Periksa lagi',
    results: {
      succeeded: {
        title: 'Pembayaran diterima',
        text: 'Penerima diberi tahu secara otomatis. Tidak ada lagi yang perlu Anda lakukan.',
      },
      saved: { title: 'Kartu disimpan', text: 'Tidak ada uang yang diambil.' },
      processing: {
        title: 'Pembayaran sedang diproses',
        text: 'Bank memerlukan waktu sebentar. Jangan membayar dua kali; Anda boleh menutup halaman ini.',
      },
      failed: { title: 'Pembayaran tidak berhasil', text: 'Tidak ada uang yang diambil.' },
      expired: {
        title: 'Waktu membayar sudah habis',
        text: 'Tidak ada uang yang diambil. Mulai lagi dari halaman penerima.',
      },
      canceled: { title: 'Pembayaran dibatalkan', text: 'Tidak ada uang yang diambil.' },
      refunded: { title: 'Uang dikembalikan', text: 'Seluruh pembayaran sudah dikirim kembali.' },
    },
    failures: {
      insufficient_funds: 'Saldo atau batas kartu tidak mencukupi.',
      expired_card: 'Masa berlaku kartu sudah habis.',
      stolen_card: 'Bank menolak kartu ini.',
      authentication_failed: 'Pembayaran tidak disetujui di halaman bank.',
      authentication_required: 'Bank meminta konfirmasi Anda.',
      refused_by_payer: 'Anda menolak pembayaran di dompet.',
    },
    classes: {
      retry: 'Coba lagi nanti atau pakai cara lain.',
      needs_customer: 'Mulai lagi dan setujui pembayarannya, atau pakai cara lain.',
      never: 'Pakai kartu atau cara lain. Hubungi bank Anda untuk mengetahui sebabnya.',
    },
    missingTitle: 'Halaman tidak ditemukan',
    missingText: 'Pembayaran ini tidak ada. Periksa tautannya, atau mulai lagi dari halaman penerima.',
    otherLanguage: 'English',
    about: 'Sandbox Pay meniru gerbang pembayaran untuk mencoba dan belajar.',
  },
  en: {
    testMode: 'Test mode · no real money',
    payTo: (merchant) => `Payment to ${merchant}`,
    payBefore: (date) => `Pay before ${date}`,
    saveCardFor: (merchant) => `Save a card for ${merchant}`,
    chooseTitle: 'Choose how to pay',
    methods: {
      card: { name: 'Credit or debit card', hint: 'Arrives at once' },
      virtual_account: { name: 'Virtual account', hint: 'Transfer from any bank' },
      qris: { name: 'QRIS', hint: 'Scan with a bank or wallet app' },
      ewallet: { name: 'Sandbox Wallet', hint: 'Approve in the wallet app' },
    },
    otherMethod: 'Choose another way',
    cardTitle: 'Pay by card',
    number: 'Card number',
    expiry: 'Valid until',
    expiryHint: 'MM/YY',
    cvc: 'Security code',
    cvcHint: '3 digits',
    holder: 'Name on the card',
    onlyTestCards: 'Only the test cards below are accepted. Never type a real card here.',
    willBeSaved: (merchant) =>
      `This card is kept so that ${merchant} can charge your subscriptions. You can remove it at any time.`,
    pay: (sum) => `Pay ${sum}`,
    saveCard: 'Save card',
    testCards: 'Test cards',
    use: 'Use',
    problems: 'The payment was not sent yet. Correct these:',
    wrongNumber:
      'This is not a test card. Choose one of the test cards below; real cards are not accepted here.',
    wrongExpiry: 'Enter a month and year that have not passed, such as 12/34.',
    wrongCvc: 'Enter 3 digits, such as 123.',
    wrongHolder: 'Enter the name as on the card.',
    challengeTitle: 'Confirm the payment',
    challengeText: 'The bank that issued your card wants to be sure that it is you who pays.',
    merchant: 'To',
    sum: 'Amount',
    card: 'Card',
    paidWith: 'Paid with',
    at: 'Time',
    approve: (sum) => `Approve ${sum}`,
    approveCard: 'Approve saving the card',
    refuse: 'Refuse',
    accountTitle: 'Transfer to a virtual account',
    bank: 'Bank',
    accountNumber: 'Virtual account number',
    exactSum: 'Amount, exact to the last digit',
    transferSteps: [
      'Open your bank’s app and choose to transfer to a virtual account.',
      'Enter the number above. Recipient and amount fill in by themselves.',
      'Check and approve. The payment arrives within moments.',
    ],
    simulate: 'Simulation',
    simulateTransferText: 'In test mode you play the bank.',
    simulateTransfer: (sum) => `Simulate a transfer of ${sum}`,
    qrTitle: 'Scan the QRIS code',
    qrText: 'Open a bank or wallet app, scan this code and approve the amount.',
    qrLabel: (merchant, sum) => `QRIS code to pay ${sum} to ${merchant}`,
    simulateScanText: 'In test mode this code cannot be paid with a real app.',
    simulateScan: (sum) => `Simulate paying ${sum}`,
    walletTitle: 'Sandbox Wallet',
    walletText: (merchant) => `${merchant} asks for a payment from your wallet.`,
    backTo: (merchant) => `Back to ${merchant}`,
    mayLeave: (merchant) => `You may close this page. ${merchant} is told as soon as the money arrives.`,
    lateTransferText: 'Banks sometimes still pass on a transfer that comes too late.',
    lateTransfer: (sum) => `Simulate a late transfer of ${sum}`,
    checkAgain: 'Check again',
    results: {
      succeeded: {
        title: 'Payment received',
        text: 'The recipient is told automatically. There is nothing more for you to do.',
      },
      saved: { title: 'Card saved', text: 'No money was taken.' },
      processing: {
        title: 'The payment is being processed',
        text: 'The bank needs a moment. Do not pay twice; you may close this page.',
      },
      failed: { title: 'The payment did not go through', text: 'No money was taken.' },
      expired: {
        title: 'The time to pay is over',
        text: 'No money was taken. Start again from the recipient’s page.',
      },
      canceled: { title: 'The payment was canceled', text: 'No money was taken.' },
      refunded: { title: 'Money sent back', text: 'The whole payment has been sent back.' },
    },
    failures: {
      insufficient_funds: 'The account or card limit does not cover this amount.',
      expired_card: 'The card has expired.',
      stolen_card: 'The bank refused this card.',
      authentication_failed: 'The payment was not approved on the bank’s page.',
      authentication_required: 'The bank asks you to confirm.',
      refused_by_payer: 'You refused the payment in the wallet.',
    },
    classes: {
      retry: 'Try again later, or pay another way.',
      needs_customer: 'Start again and approve the payment, or pay another way.',
      never: 'Use another card or way to pay. Your bank can tell you why.',
    },
    missingTitle: 'Page not found',
    missingText: 'There is no such payment. Check the link, or start again from the recipient’s page.',
    otherLanguage: 'Bahasa Indonesia',
    about: 'Sandbox Pay imitates a payment gateway, for trying and learning.',
  },
};
