import type { DemoArticle } from './article.ts';

export const email: readonly DemoArticle[] = [
  {
    slug: 'email-di-ponsel',
    daysAgo: 610,
    tags: ['email', 'ponsel', 'imap'],
    id: {
      title: 'Memasang email kantor di ponsel',
      body: `Siapkan alamat email dan kata sandinya. Pengaturannya sama untuk semua aplikasi.

| Pengaturan | Masuk (IMAP) | Keluar (SMTP) |
| --- | --- | --- |
| Server | mail.domainanda.id | mail.domainanda.id |
| Port | 993 | 465 |
| Keamanan | SSL/TLS | SSL/TLS |
| Nama pengguna | alamat email lengkap | alamat email lengkap |

## Android (Gmail)

1. Buka **Setelan → Tambahkan akun → Lainnya**.
2. Ketik alamat email lengkap, pilih **IMAP**.
3. Isi server seperti tabel di atas.

## iPhone

1. Buka **Pengaturan → Mail → Akun → Tambah Akun → Lainnya**.
2. Isi nama, alamat email, dan kata sandi, lalu pilih **IMAP**.
3. Isi nama host dan nama pengguna untuk server masuk **dan** keluar.

## Bisa menerima, tidak bisa mengirim?

Hampir selalu karena nama pengguna server *keluar* masih kosong. Isi dengan alamat email lengkap dan kata sandi yang sama.`,
    },
    en: {
      title: 'Set up your work email on a phone',
      body: `Have the address and its password at hand. The settings are the same in every app.

| Setting | Incoming (IMAP) | Outgoing (SMTP) |
| --- | --- | --- |
| Server | mail.yourdomain.com | mail.yourdomain.com |
| Port | 993 | 465 |
| Security | SSL/TLS | SSL/TLS |
| User name | the whole address | the whole address |

## Android (Gmail)

1. Open **Settings → Add account → Other**.
2. Type the whole address and choose **IMAP**.
3. Fill in the servers as above.

## iPhone

1. Open **Settings → Mail → Accounts → Add Account → Other**.
2. Type your name, address and password and choose **IMAP**.
3. Fill in host name and user name for the incoming **and** the outgoing server.

## Mail arrives but cannot be sent?

Nearly always the user name of the *outgoing* server was left empty. Use the whole address and the same password.`,
    },
  },
  {
    slug: 'email-masuk-spam',
    daysAgo: 12,
    tags: ['email', 'spam', 'dns'],
    id: {
      title: 'Email Anda masuk spam: SPF, DKIM, dan DMARC',
      body: `Penyedia email besar memeriksa tiga catatan DNS sebelum percaya pada pengirim.

| Catatan | Menjawab |
| --- | --- |
| SPF | Server mana yang boleh mengirim atas nama domain ini? |
| DKIM | Apakah isi email masih asli? |
| DMARC | Apa yang dilakukan bila keduanya gagal? |

## Bila domain memakai nameserver kami

Ketiganya sudah terpasang. Tidak ada yang perlu Anda lakukan.

## Bila DNS Anda di tempat lain

Salin ketiga catatan dari panel hosting, menu **Email → Keaslian**. Hanya boleh ada **satu** catatan SPF. Bila sudah ada, gabungkan:

\`\`\`
v=spf1 include:_spf.nusantaracloud.example include:_spf.lain.example ~all
\`\`\`

## Sudah benar tetapi masih spam?

- Jangan kirim massal dari kotak surat biasa.
- Hindari lampiran \`.zip\` dan tautan pendek.
- Minta penerima menandai *Bukan spam* sekali saja.`,
    },
    en: {
      title: 'Your mail lands in spam: SPF, DKIM and DMARC',
      body: `Large mail providers look at three DNS records before they trust a sender.

| Record | Answers |
| --- | --- |
| SPF | Which servers may send for this domain? |
| DKIM | Is the mail as it was written? |
| DMARC | What to do when both fail? |

## With our nameservers

All three are there. Nothing to do.

## With DNS elsewhere

Copy the three records from the hosting panel, **Email → Authenticity**. There may be only **one** SPF record. If you have one, join them:

\`\`\`
v=spf1 include:_spf.nusantaracloud.example include:_spf.other.example ~all
\`\`\`

## All right, and still spam?

- Do not send newsletters from a plain mailbox.
- Avoid \`.zip\` attachments and short links.
- Ask the reader to mark it *Not spam* once.`,
    },
  },
];
