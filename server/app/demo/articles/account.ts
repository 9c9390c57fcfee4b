import type { DemoArticle } from './article.ts';

export const account: readonly DemoArticle[] = [
  {
    slug: 'tambah-rekan-dan-peran',
    daysAgo: 300,
    tags: ['akun', 'anggota', 'peran'],
    id: {
      title: 'Menambah rekan dan memilih perannya',
      body: `Setiap orang memakai akunnya sendiri. Kata sandi tidak perlu dibagi.

## Mengundang

1. Buka **Organisasi → Anggota**, lalu **Undang**.
2. Isi alamat email dan pilih perannya.
3. Rekan Anda menerima tautan yang berlaku beberapa hari.

## Peran

| Peran | Bisa apa |
| --- | --- |
| Pemilik | Semuanya, termasuk anggota |
| Keuangan | Tagihan, pembayaran, data penagihan |
| Teknis | Layanan dan semua tiketnya |
| Anggota | Melihat layanan dan membuat tiket |

Keuangan tidak melihat urusan teknis, dan sebaliknya. Satu orang bisa menjadi anggota beberapa organisasi dengan peran berbeda.

## Rekan pindah kerja?

Keluarkan dari daftar anggota. Aksesnya berhenti saat itu juga; tiket dan pesannya tetap tersimpan.`,
    },
    en: {
      title: 'Add colleagues and choose their roles',
      body: `Everybody has an account of their own. There is no password to share.

## Invite

1. Open **Organization → Members**, then **Invite**.
2. Type the address and choose a role.
3. Your colleague gets a link that is valid for some days.

## Roles

| Role | May |
| --- | --- |
| Owner | Do everything, members included |
| Finance | Invoices, payments, billing details |
| Technical | Services and all of their tickets |
| Member | See services and open tickets |

Finance does not see technical matters, nor the other way round. One person can belong to several organizations with different roles.

## Somebody left?

Remove them from the members. Their access ends at that moment; tickets and messages stay.`,
    },
  },
  {
    slug: 'dapat-bantuan-cepat',
    daysAgo: 5,
    tags: ['tiket', 'bantuan', 'prioritas'],
    id: {
      title: 'Mendapat bantuan lebih cepat',
      body: `Tiket yang lengkap dijawab tuntas pada balasan pertama. Ini yang paling membantu:

- **Satu masalah, satu tiket.**
- **Layanan atau tagihannya**: pilih dari daftar, supaya kami langsung melihat yang benar.
- **Apa yang terjadi dan apa yang seharusnya**, beserta jamnya.
- **Tangkapan layar** pesan kesalahannya.

## Prioritas

| Prioritas | Untuk | Jawaban pertama, biasanya |
| --- | --- | --- |
| Darurat | Layanan mati total | 1 jam |
| Tinggi | Banyak orang terganggu | 4 jam |
| Normal | Pertanyaan dan gangguan kecil | 8 jam |
| Rendah | Saran, rencana | 1 hari |

Darurat dijaga siang dan malam. Yang lain pada jam kerja.

## Jangan tulis kata sandi

Tidak di tiket, tidak di email. Bila kami memerlukannya, kami kirim tautan aman sekali pakai.`,
    },
    en: {
      title: 'Get help faster',
      body: `A complete ticket is answered for good in the first reply. What helps most:

- **One problem, one ticket.**
- **The service or invoice it is about**: choose it from the list, so that we look at the right one.
- **What happened and what should have**, with the time.
- **A screenshot** of the error.

## Priority

| Priority | For | First answer, usually |
| --- | --- | --- |
| Emergency | A service is down | 1 hour |
| High | Many people are affected | 4 hours |
| Normal | Questions and small troubles | 8 hours |
| Low | Ideas and plans | 1 day |

Emergencies are watched day and night, everything else in office hours.

## Never write a password

Not in a ticket, not in a mail. If we need one, we send a safe link for one use.`,
    },
  },
];
