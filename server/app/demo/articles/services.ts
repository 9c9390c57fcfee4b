import type { DemoArticle } from './article.ts';

export const services: readonly DemoArticle[] = [
  {
    slug: 'naik-paket',
    daysAgo: 420,
    tags: ['paket', 'upgrade'],
    id: {
      title: 'Naik ke paket yang lebih besar',
      body: `## Kapan perlu naik?

- Situs lambat pada jam ramai, padahal normal di jam lain.
- Penyimpanan terpakai lebih dari 80 %.
- Tim bertambah dan pengguna sudah penuh.

## Caranya

1. [Buat tiket](/knowledge/dapat-bantuan-cepat) dengan topik Teknis dan pilih layanannya.
2. Sebutkan paket yang dituju dan kapan boleh dipindah. Malam hari juga bisa.
3. Kami kirim tagihan selisihnya: **hanya untuk sisa hari** pada periode berjalan.

Untuk server, perpindahan biasanya butuh satu kali mulai ulang, sekitar dua menit. Alamat IP, file, dan email tidak berubah.

## Turun paket

Bisa, pada akhir periode. Pastikan pemakaian Anda muat di paket yang lebih kecil.`,
    },
    en: {
      title: 'Move to a larger plan',
      body: `## When is it time?

- The site is slow in busy hours and fine otherwise.
- More than 80 % of the storage is in use.
- The team has grown and every seat is taken.

## How

1. [Open a ticket](/knowledge/dapat-bantuan-cepat) about a technical matter and choose the service.
2. Name the plan you want and when we may move it. At night is fine.
3. We invoice the difference **for the days left** of the current period.

A server usually needs one restart of about two minutes. Its IP address, files and mail stay as they are.

## A smaller plan

Possible at the end of a period. Make sure that what you use fits into it.`,
    },
  },
  {
    slug: 'berhenti-berlangganan',
    daysAgo: 400,
    tags: ['berhenti', 'langganan', 'cancel'],
    id: {
      title: 'Berhenti berlangganan layanan',
      body: `Anda bisa berhenti kapan saja, tanpa perlu menelepon.

1. Buka **Layanan**, pilih layanannya, lalu **Berhenti berlangganan** di menu.
2. Pilih **pada akhir periode** (layanan tetap jalan sampai tanggal itu) atau **sekarang**.
3. Beri tahu alasannya bila berkenan. Itu membantu kami memperbaiki diri.

## Sebelum berhenti

- [Unduh cadangan](/knowledge/cadangan-pemulihan) file dan basis data.
- Pindahkan email, atau setidaknya ekspor kotak masuk penting.
- Domain yang didaftarkan lewat kami tetap milik Anda; minta kode pindahnya lewat tiket.

## Setelah berhenti

Data kami simpan 30 hari, lalu dihapus. Berubah pikiran? Selama masih terjadwal, pilih **Batalkan penghentian** di halaman layanan.`,
    },
    en: {
      title: 'Cancel a service',
      body: `You can stop at any time, and there is nobody to call.

1. Open **Services**, choose the service, then **Cancel service** in its menu.
2. Choose **at the end of the period** (it keeps running until that day) or **now**.
3. Tell us why if you like. It helps us do better.

## Before you go

- [Download a backup](/knowledge/cadangan-pemulihan) of your files and database.
- Move your mail, or at least export the mailboxes that matter.
- A domain registered through us is yours; ask for its transfer code in a ticket.

## Afterwards

We keep your data for 30 days and then delete it. Changed your mind? While it is only scheduled, choose **Keep the service** on its page.`,
    },
  },
  {
    slug: 'jam-retainer',
    daysAgo: 210,
    visibility: 'clients',
    tags: ['retainer', 'pendampingan', 'jam'],
    id: {
      title: 'Memakai jam retainer pendampingan',
      body: `Retainer memberi Anda sejumlah jam kerja tim kami setiap bulan.

## Apa saja yang bisa dikerjakan?

- Pembaruan situs, plugin, dan keamanan.
- Perubahan kecil pada tampilan atau isi.
- Pelatihan singkat untuk tim Anda.
- Pemeriksaan kecepatan dan cadangan.

## Cara memakai

Buat tiket jenis **Permintaan** dan tulis hasil yang Anda harapkan. Kami balas dengan perkiraan waktu **sebelum** mulai. Waktu dihitung per 15 menit, dan rinciannya kami kirim setiap awal bulan.

## Jam yang tersisa atau kurang

| Keadaan | Yang terjadi |
| --- | --- |
| Jam tersisa | Berpindah ke bulan berikutnya, sekali |
| Jam hampir habis | Kami kabari pada 80 % |
| Perlu lebih | Kami tawarkan jam tambahan; tidak ada biaya tanpa persetujuan Anda |`,
    },
    en: {
      title: 'Use the hours of your care retainer',
      body: `A retainer gives you a number of our team's hours every month.

## What can you use them for?

- Updates of the site, its plugins and its security.
- Small changes to design or content.
- Short trainings for your team.
- A look at speed and backups.

## How

Open a ticket of the kind **Request** and describe the result you want. We answer with an estimate **before** we begin. Time is counted in steps of 15 minutes, and you get the list at the beginning of each month.

## Hours left, or too few

| When | What happens |
| --- | --- |
| Hours are left | They move to the next month, once |
| Hours run out | We tell you at 80 % |
| You need more | We offer extra hours; nothing is charged unless you agree |`,
    },
  },
];
