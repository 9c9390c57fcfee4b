import type { Actor } from './story.ts';

const shared = true;

const replies = [
  {
    title: 'Sedang diperiksa',
    folder: 'Umum',
    texts: {
      id: 'Halo {{client}},\n\nTerima kasih sudah menghubungi kami. {{service|Layanan Anda}} sedang kami periksa, dan hari ini juga kami kabari.\n\nSalam,\n{{agent}}',
      en: 'Hello {{client}},\n\nThank you for writing. We are looking into {{service|your service}} and will write again today.\n\n{{agent}}',
    },
  },
  {
    title: 'Tagihan sudah lunas',
    folder: 'Tagihan',
    texts: {
      id: 'Halo {{client}}, tagihan {{invoice}} sudah lunas. Kwitansinya ada di halaman tagihan.',
      en: 'Hello {{client}}, invoice {{invoice}} is paid. Its receipt is on the page of the invoice.',
    },
  },
  {
    title: 'Bukti transfer',
    folder: 'Tagihan',
    texts: {
      id: 'Halo {{client}}, pembayaran untuk {{organization}} belum kami terima. Mohon unggah bukti transfernya di halaman tagihan.',
      en: null,
    },
  },
];

const macros = [
  {
    title: 'Selesai, terima kasih',
    acts: {
      status: 'resolved',
      addTags: ['beres'],
      assignee: 'me',
      reply: {
        id: 'Halo {{client}}, ini sudah beres. Terima kasih sudah menunggu.',
        en: 'Hello {{client}}, this is solved. Thank you for waiting.',
      },
    },
  },
  {
    title: 'Serahkan ke tim teknis',
    acts: { queue: 'technical', assignee: 'nobody', note: 'Diserahkan oleh {{agent}} ke tim teknis.' },
  },
];

/** What the desk answers often. */
export async function tellDesk(agent: Actor): Promise<void> {
  for (const reply of replies) await agent.post('/api/console/canned-replies', { ...reply, shared });
  for (const macro of macros) await agent.post('/api/console/ticket-macros', { ...macro, shared });
}

/** Credit above the day of who asks, which waits for finance. */
export async function askForCredit(agent: Actor): Promise<void> {
  const { items } = await agent.get('/api/console/tickets?status=active&limit=1');
  if (!items[0]) return;
  await agent.post(`/api/console/tickets/${items[0].id}/client/credit-asks`, {
    currency: 'IDR',
    amount: 400_000,
    reason: 'Permintaan maaf atas gangguan dua hari',
  });
}
