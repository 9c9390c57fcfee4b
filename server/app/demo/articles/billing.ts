import type { DemoArticle } from './article.ts';

export const billing: readonly DemoArticle[] = [
  {
    slug: 'bayar-qris-virtual-account',
    daysAgo: 700,
    tags: ['pembayaran', 'qris', 'virtual account'],
    id: {
      title: 'Membayar tagihan dengan QRIS atau virtual account',
      body: `Keduanya dikonfirmasi otomatis, jadi Anda tidak perlu mengirim bukti transfer.

## QRIS

1. Buka **Tagihan**, pilih tagihannya, lalu **Bayar**.
2. Pilih **QRIS**. Kode muncul di layar.
3. Pindai dengan aplikasi bank atau dompet digital apa pun, lalu periksa nama dan jumlahnya.

Kode berlaku terbatas; sisa waktunya tertulis di bawah kode. Membuka halaman ini di ponsel yang sama? Simpan kode sebagai gambar, lalu unggah dari galeri di aplikasi bank Anda.

## Virtual account

1. Pilih **Virtual account** dan bank Anda.
2. Salin nomornya, lalu bayar lewat aplikasi bank, ATM, atau teller.
3. Jumlah terisi otomatis. Jangan dibulatkan, supaya tercatat pada tagihan yang benar.

## Setelah membayar

Status berubah menjadi **Lunas** dalam hitungan menit dan kwitansi terkirim ke email penagihan. Bila lewat satu jam belum berubah, [buat tiket](/knowledge/dapat-bantuan-cepat) dan sebutkan nomor tagihan serta jam pembayaran.`,
    },
    en: {
      title: 'Pay an invoice with QRIS or a virtual account',
      body: `Both are confirmed automatically, so there is no proof of transfer to send.

## QRIS

1. Open **Billing**, choose the invoice, then **Pay**.
2. Choose **QRIS**. The code appears on the screen.
3. Scan it with any banking app or e-wallet and check the name and the sum.

The code is valid for a while; the time left is written below it. On the same phone? Save the code as a picture and upload it from the gallery in your banking app.

## Virtual account

1. Choose **Virtual account** and your bank.
2. Copy the number and pay with your banking app, at an ATM or at the counter.
3. The sum is filled in. Do not round it, so that it finds the right invoice.

## After paying

The state becomes **Paid** within minutes and the receipt goes to your billing address. If nothing has changed after an hour, [open a ticket](/knowledge/dapat-bantuan-cepat) with the invoice number and the time you paid.`,
    },
  },
  {
    slug: 'membaca-tagihan',
    daysAgo: 690,
    tags: ['tagihan', 'invoice'],
    id: {
      title: 'Cara membaca tagihan Anda',
      body: `Setiap tagihan menjawab tiga hal: untuk apa, berapa, dan sampai kapan.

## Bagian atas

- **Nomor**, misalnya INV/2026/00042. Sebutkan saat bertanya.
- **Jatuh tempo**: tanggal terakhir membayar tanpa pengingat.
- **Status**: menunggu, lunas, lewat jatuh tempo, atau dibatalkan.

## Baris tagihan

Setiap baris menyebut layanan dan **periodenya**. Perpanjangan ditagih di muka: tagihan bulan Mei Anda terima sebelum Mei mulai.

| Baris | Artinya |
| --- | --- |
| Biaya pasang | Hanya sekali, pada pesanan pertama |
| Perpanjangan | Periode berikutnya dari layanan yang berjalan |
| Kredit | Kelebihan bayar yang mengurangi tagihan ini |

## Pajak dan total

PPN tertulis pada barisnya sendiri, lengkap dengan dasar pengenaannya. Penjelasannya ada di [PPN dan faktur pajak](/knowledge/ppn-faktur-pajak).

Tagihan dan kwitansi dapat diunduh sebagai PDF kapan saja, juga setelah layanan berakhir.`,
    },
    en: {
      title: 'How to read your invoice',
      body: `Every invoice answers three things: what for, how much, and by when.

## At the top

- The **number**, such as INV/2026/00042. Mention it when you ask us something.
- **Due**: the last day to pay without a reminder.
- The **state**: open, paid, overdue or void.

## The lines

Each line names the service and its **period**. Renewals are invoiced ahead: the invoice for May comes before May begins.

| Line | What it means |
| --- | --- |
| Set-up fee | Once, with the first order |
| Renewal | The next period of a running service |
| Credit | What you paid too much, taken off this invoice |

## Tax and total

VAT has a line of its own with the base it is calculated on. See [VAT and tax invoices](/knowledge/ppn-faktur-pajak).

Invoices and receipts can be downloaded as PDF at any time, also after a service has ended.`,
    },
  },
  {
    slug: 'ppn-faktur-pajak',
    daysAgo: 650,
    tags: ['pajak', 'ppn', 'faktur pajak', 'npwp'],
    id: {
      title: 'PPN dan faktur pajak',
      body: `## Berapa PPN-nya?

Tarif PPN 12 % dengan dasar pengenaan 11/12 dari harga. Hasilnya sama dengan 11 % dari harga. Contoh untuk layanan Rp1.000.000:

| Rincian | Jumlah |
| --- | --- |
| Harga | Rp1.000.000 |
| Dasar pengenaan (11/12) | Rp916.667 |
| PPN 12 % | Rp110.000 |
| **Total** | **Rp1.110.000** |

## Meminta faktur pajak

1. Buka **Organisasi** dan isi **NPWP** 16 digit serta alamat sesuai yang terdaftar.
2. Faktur kami buat di Coretax untuk tagihan yang terbit setelahnya, paling lambat akhir bulan.

Data pada faktur mengikuti data organisasi saat tagihan terbit. Periksa dulu sebelum membayar: faktur yang sudah dilaporkan hanya bisa diganti, bukan dihapus.

## Memotong PPh 23?

Bayar jumlah setelah dipotong, lalu unggah **bukti potong** lewat tiket dengan topik Tagihan. Selisihnya kami catat sebagai lunas setelah bukti diterima.`,
    },
    en: {
      title: 'VAT and tax invoices',
      body: `## How much is VAT?

The rate is 12 % on a base of 11/12 of the price, which comes to 11 % of the price. For a service of Rp1,000,000:

| Item | Sum |
| --- | --- |
| Price | Rp1,000,000 |
| Base (11/12) | Rp916,667 |
| VAT 12 % | Rp110,000 |
| **Total** | **Rp1,110,000** |

## Getting a faktur pajak

1. Open **Organization** and fill in your 16-digit **NPWP** and the address as registered.
2. We make the tax invoice in Coretax for invoices issued from then on, by the end of the month at the latest.

It carries your details as they were when the invoice was issued. Check them before you pay: once reported, a tax invoice can be replaced but not removed.

## Withholding PPh 23?

Pay the sum after withholding and send us the **bukti potong** in a ticket about billing. We settle the difference once we have it.`,
    },
  },
  {
    slug: 'layanan-ditangguhkan',
    daysAgo: 600,
    tags: ['tagihan', 'ditangguhkan', 'suspended'],
    id: {
      title: 'Layanan ditangguhkan: cara mengaktifkannya kembali',
      body: `Layanan berhenti sementara bila tagihannya lewat jatuh tempo dan dua pengingat sudah terkirim. **Data Anda aman** dan tidak dihapus.

## Aktifkan kembali dalam lima menit

1. Buka **Tagihan** dan pilih yang bertanda *Lewat jatuh tempo*.
2. Bayar dengan [QRIS atau virtual account](/knowledge/bayar-qris-virtual-account).
3. Begitu pembayaran masuk, layanan aktif kembali dengan sendirinya.

Punya beberapa tagihan yang lewat? Layanan aktif kembali setelah semua tagihan layanan itu lunas.

## Sudah transfer manual?

Transfer bank biasa diperiksa oleh orang pada jam kerja. Unggah buktinya lewat **Bayar → Transfer bank**, jangan hanya lewat chat, supaya tercatat pada tagihannya.

## Belum bisa membayar?

Kabari kami sebelum jatuh tempo lewat tiket dengan topik Tagihan. Kami lebih suka mencari jalan keluar daripada mematikan layanan Anda.`,
    },
    en: {
      title: 'My service is suspended: how to get it back',
      body: `A service pauses when its invoice is overdue and two reminders were sent. **Your data is safe** and nothing is deleted.

## Back within five minutes

1. Open **Billing** and choose the invoice marked *Overdue*.
2. Pay with [QRIS or a virtual account](/knowledge/bayar-qris-virtual-account).
3. The service runs again by itself as soon as the money is in.

Several overdue invoices? The service returns once all of its invoices are paid.

## Already sent a bank transfer?

People check plain bank transfers during office hours. Upload the proof with **Pay → Bank transfer**, so that it finds its invoice.

## Cannot pay yet?

Tell us before the due date in a ticket about billing. We would rather find a way than switch you off.`,
    },
  },
];
