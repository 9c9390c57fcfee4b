import type { DemoArticle } from './article.ts';

export const hosting: readonly DemoArticle[] = [
  {
    slug: 'pindah-situs',
    daysAgo: 640,
    tags: ['migrasi', 'situs', 'hosting'],
    id: {
      title: 'Memindahkan situs Anda ke sini',
      body: `Pemindahan pertama gratis dan situs Anda tetap jalan selama prosesnya.

## Biar kami yang kerjakan

Buat tiket jenis **Permintaan** dan sertakan:

- alamat panel hosting lama dan nama pengguna (kata sandi **jangan** ditulis di tiket; kami kirim tautan aman);
- nama domain;
- hari dan jam yang paling sepi bagi Anda.

## Ingin mengerjakan sendiri?

1. Salin semua file situs ke folder \`public_html\`.
2. Ekspor basis data lama, lalu impor di panel hosting Anda.
3. Ubah nama basis data dan kata sandi di berkas konfigurasi, misalnya \`wp-config.php\`.
4. Uji lewat alamat sementara yang tertulis di halaman layanan.
5. Bila sudah benar, [arahkan domain](/knowledge/arahkan-domain).

> Turunkan TTL DNS menjadi 300 detik sehari sebelumnya, supaya perpindahan terasa dalam hitungan menit.

Jangan hentikan hosting lama sebelum tujuh hari: sebagian email masih bisa mendarat di sana.`,
    },
    en: {
      title: 'Move your site to us',
      body: `Your first move is free, and your site keeps running meanwhile.

## Let us do it

Open a ticket of the kind **Request** with:

- the address of your old hosting panel and the user name (**never** write the password in a ticket; we send a safe link);
- the domain name;
- the day and hour when your site is quietest.

## Rather do it yourself?

1. Copy all files of the site into the folder \`public_html\`.
2. Export the old database and import it in your hosting panel.
3. Change the database name and password in the configuration, for example \`wp-config.php\`.
4. Try it at the temporary address written on the service's page.
5. When all is well, [point your domain](/knowledge/arahkan-domain).

> Lower the TTL of your DNS to 300 seconds a day before, and the change takes minutes.

Keep the old hosting for seven more days: some mail may still arrive there.`,
    },
  },
  {
    slug: 'arahkan-domain',
    daysAgo: 630,
    tags: ['dns', 'domain', 'nameserver'],
    id: {
      title: 'Mengarahkan domain: nameserver dan catatan DNS',
      body: `Ada dua cara. Pilih salah satu, jangan keduanya.

## Cara 1: pakai nameserver kami

Paling mudah. Di tempat Anda membeli domain, ganti nameserver menjadi:

\`\`\`
ns1.nusantaracloud.example
ns2.nusantaracloud.example
\`\`\`

## Cara 2: hanya ubah catatan DNS

Cocok bila email Anda ada di tempat lain. Tambahkan di pengelola DNS Anda:

| Jenis | Nama | Isi |
| --- | --- | --- |
| A | @ | alamat IP di halaman layanan Anda |
| CNAME | www | domain Anda |

## Berapa lama?

Catatan DNS biasanya berlaku dalam satu jam, nameserver sampai 24 jam. Sebagian pengunjung bisa melihat situs baru lebih dulu dari yang lain; itu wajar.

## Masih belum tampil?

- Pastikan tidak ada catatan A lain untuk nama yang sama.
- Hapus tembolok peramban atau coba lewat jaringan seluler.
- HTTPS dibuat otomatis setelah domain terbaca mengarah ke kami, biasanya dalam 15 menit.`,
    },
    en: {
      title: 'Point a domain to us: nameservers and DNS records',
      body: `There are two ways. Take one of them, not both.

## One: use our nameservers

The easiest. Where you bought the domain, set its nameservers to:

\`\`\`
ns1.nusantaracloud.example
ns2.nusantaracloud.example
\`\`\`

## Two: change DNS records only

Better when your mail lives elsewhere. Add these where your DNS is kept:

| Type | Name | Content |
| --- | --- | --- |
| A | @ | the IP address on your service's page |
| CNAME | www | your domain |

## How long does it take?

Records are usually seen within an hour, nameservers within 24. Some visitors see the new site before others; that is normal.

## Still not there?

- Make sure there is no other A record for the same name.
- Clear the browser's cache or try a mobile network.
- HTTPS is set up by itself once the domain points to us, usually within 15 minutes.`,
    },
  },
  {
    slug: 'cadangan-pemulihan',
    daysAgo: 500,
    tags: ['cadangan', 'backup', 'pemulihan'],
    id: {
      title: 'Cadangan: seberapa sering, dan cara memulihkannya',
      body: `## Yang kami simpan

| Layanan | Seberapa sering | Disimpan |
| --- | --- | --- |
| Hosting | Setiap malam | 14 hari |
| Server cloud dengan cadangan | Setiap malam | 7 hari |
| NusaDesk | Setiap jam | 30 hari |

Cadangan disimpan di pusat data lain, terenkripsi.

## Memulihkan

1. Buat tiket **Insiden** untuk layanannya dan tulis **tanggal dan jam** terakhir kali semuanya baik.
2. Sebutkan apa yang hilang: satu berkas, satu kotak surat, atau semuanya.
3. Kami pulihkan ke folder terpisah dulu, supaya pekerjaan Anda sesudahnya tidak tertimpa.

Biasanya selesai dalam satu jam.

## Mengunduh sendiri

Di panel hosting, pilih **Cadangan → Unduh**. Kami sarankan menyimpan satu salinan sendiri setiap bulan. Cadangan terbaik adalah yang pernah dicoba dipulihkan.`,
    },
    en: {
      title: 'Backups: how often, and how to restore one',
      body: `## What we keep

| Service | How often | Kept for |
| --- | --- | --- |
| Hosting | Every night | 14 days |
| Cloud servers with backup | Every night | 7 days |
| NusaDesk | Every hour | 30 days |

Backups are encrypted and kept in another data center.

## Restore

1. Open an **Incident** ticket for the service and tell the **day and hour** when all was still well.
2. Say what is missing: a file, a mailbox, or everything.
3. We restore into a separate folder first, so that nothing you did since is overwritten.

It usually takes less than an hour.

## Download one yourself

In the hosting panel choose **Backups → Download**. Keep a copy of your own every month. The best backup is one that was tried.`,
    },
  },
  {
    slug: 'situs-lambat',
    daysAgo: 33,
    tags: ['situs', 'kecepatan', 'hosting'],
    id: {
      title: 'Situs terasa lambat: periksa ini dulu',
      body: `Tiga menit pemeriksaan ini menyelesaikan sebagian besar kasus.

1. **Lambat untuk semua orang?** Coba lewat jaringan seluler. Bila di sana cepat, masalahnya ada di jaringan Anda.
2. **Baru saja memasang plugin?** Matikan yang terakhir, lalu coba lagi.
3. **Gambar besar?** Satu foto langsung dari ponsel bisa 8 MB. Kecilkan menjadi di bawah 300 KB.
4. **Tembolok aktif?** Untuk WordPress, satu plugin tembolok saja sudah cukup. Dua saling mengganggu.
5. **Lambat hanya pada jam ramai?** Mungkin waktunya [naik paket](/knowledge/naik-paket).

Bila masih lambat, buat tiket dan sertakan alamat halaman yang lambat serta jamnya. Dengan itu kami bisa langsung mencari di catatan server.`,
    },
    en: {
      title: 'The site is slow: look at this first',
      body: `These three minutes solve most cases.

1. **Slow for everybody?** Try a mobile network. If it is fast there, the trouble is in your own network.
2. **A new plugin?** Switch off the latest one and try again.
3. **Large pictures?** One photo straight from a phone may have 8 MB. Bring it below 300 KB.
4. **Is caching on?** With WordPress one caching plugin is enough. Two get in each other's way.
5. **Slow only in busy hours?** It may be time for [a larger plan](/knowledge/naik-paket).

Still slow? Open a ticket with the address of the slow page and the time. That lets us look straight into the server's logs.`,
    },
  },
];
