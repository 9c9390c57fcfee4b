import type { Id } from '../../kernel/values/ids.ts';
import { placedPicture } from '../../kernel/values/placed-picture.ts';
import { prepareEscalation } from './escalation.ts';
import { loadTimes } from './load-times.ts';
import { promise } from './service-levels.ts';
import type { Actor, Story } from './story.ts';

interface DemoTicket {
  client: string;
  daysAgo: number;
  subject: string;
  text: string;
  kind: 'question' | 'problem' | 'request' | 'complaint';
  priority: 'emergency' | 'high' | 'normal' | 'low';
  queue: 'general' | 'technical' | 'billing';
  /** A picture that they show with it, and what it shows. */
  picture?: { name: string; type: string; bytes: Buffer; shows: string };
  /** It is about the client's latest service. */
  ofService?: true;
  /** What follows, in turn; the last state is the ticket's. */
  next: (
    | { by: 'staff'; text: string; status: string }
    /** `first`: what they wrote before they corrected it. */
    | { by: 'client'; text: string; first?: string }
    | { by: 'note'; text: string }
    /** The client lets replies be copied to an outside address. */
    | { by: 'copy'; address: string }
    /** What staff have begun to answer. */
    | { by: 'draft'; text: string }
  )[];
}

/** Tickets of every kind and state, in the language each client writes in. */
const tickets: readonly DemoTicket[] = [
  {
    client: 'PT Sinar Rejeki Logistik',
    daysAgo: 402,
    subject: 'Email kantor tidak bisa mengirim',
    text: 'Sejak pagi semua akun di domain kami gagal mengirim, tetapi masih bisa menerima. Mohon dicek.',
    kind: 'problem',
    priority: 'high',
    queue: 'technical',
    next: [
      { by: 'note', text: 'IP keluar mereka masuk daftar blokir. Sudah saya pindahkan ke kolam lain.' },
      {
        by: 'staff',
        text: 'Selamat pagi Bu Rina, alamat IP keluar Anda sempat masuk daftar blokir. Sudah kami pindahkan; silakan coba kirim lagi.',
        status: 'waiting_customer',
      },
      { by: 'client', text: 'Sudah normal kembali. Terima kasih, cepat sekali!' },
      {
        by: 'staff',
        text: 'Senang mendengarnya. Tiket ini kami tutup, ya. Balas saja bila ada lagi.',
        status: 'resolved',
      },
    ],
  },
  {
    client: 'PT Sinar Rejeki Logistik',
    daysAgo: 4,
    subject: 'Menambah 6 pengguna NusaDesk bulan depan',
    text: 'Tim gudang bertambah 6 orang mulai bulan depan. Apakah biayanya dihitung penuh atau per hari?',
    kind: 'question',
    priority: 'normal',
    queue: 'billing',
    next: [
      {
        by: 'staff',
        text: 'Halo Bu Rina, pengguna tambahan dihitung mulai periode berikutnya. Mau kami siapkan sekarang agar aktif tanggal 1?',
        status: 'waiting_customer',
      },
    ],
  },
  {
    client: 'CV Kopi Nusantara',
    daysAgo: 3,
    subject: 'NusaDesk kami ditangguhkan padahal sudah transfer',
    text: 'Kami sudah transfer kemarin sore lewat bank, tapi layanan masih ditangguhkan. Tim kami tidak bisa bekerja.',
    kind: 'complaint',
    priority: 'high',
    queue: 'billing',
    ofService: true,
    next: [
      {
        by: 'client',
        first: 'Transfernya Rp1.110.000 ke rekening BCA, kemarin pukul 16.20.',
        text: 'Transfernya Rp1.100.000 ke rekening BCA, kemarin pukul 16.20.',
      },
      {
        by: 'note',
        text: 'Belum ada mutasi masuk atas nama CV Kopi Nusantara. @arief-santoso, bisa tolong cek di bank? Bukti transfernya juga kita minta.',
      },
    ],
  },
  {
    client: 'Greenleaf Analytics Pte Ltd',
    daysAgo: 12,
    subject: 'Can we get a snapshot before our migration?',
    text: 'We plan to move our database on Saturday night (SGT). Could you take a snapshot of Cloud 4 right before 22:00?',
    kind: 'request',
    priority: 'normal',
    queue: 'technical',
    next: [
      { by: 'copy', address: 'dba@datawise.example' },
      {
        by: 'staff',
        text: 'Hi Grace, it is planned for Saturday 21:45 SGT. We keep the snapshot for 14 days.',
        status: 'on_hold',
      },
      { by: 'client', text: 'Perfect, thank you.' },
      {
        by: 'staff',
        text: 'The snapshot was taken at 21:47 SGT and verified. Good luck with the move!',
        status: 'resolved',
      },
    ],
  },
  {
    client: 'Northwind Retail LLC',
    daysAgo: 1,
    subject: 'Site is very slow since this morning',
    text: 'Pages on northwind.example take more than 10 seconds to load. We have a sale running, please hurry.',
    picture: { ...loadTimes, shows: 'Seconds to load a page, since 4 in the morning' },
    kind: 'problem',
    priority: 'emergency',
    queue: 'technical',
    next: [
      {
        by: 'draft',
        text: 'Hi Emily, we see the load on your database since 07:40. We are moving it to',
      },
    ],
  },
  {
    client: 'Klinik Sehat Sentosa',
    daysAgo: 33,
    subject: 'Minta laporan jam retainer bulan lalu',
    text: 'Mohon dikirim rincian pemakaian jam retainer bulan lalu untuk laporan internal kami.',
    kind: 'request',
    priority: 'low',
    queue: 'general',
    next: [
      {
        by: 'staff',
        text: 'Halo dr. Ayu, bulan lalu terpakai 7 jam 30 menit: pembaruan situs 4 jam, cadangan 1 jam, pelatihan 2,5 jam.',
        status: 'closed',
      },
    ],
  },
  {
    client: 'Yayasan Pelita Ilmu',
    daysAgo: 5,
    subject: 'Cara mengunduh cadangan sebelum berhenti',
    text: 'Kami akan berhenti akhir bulan. Bagaimana cara mengunduh semua file dan basis data?',
    kind: 'question',
    priority: 'normal',
    queue: 'technical',
    next: [
      {
        by: 'staff',
        text: 'Pak Lukman, cadangan lengkap ada di halaman layanan Anda. Data kami simpan 30 hari setelah layanan berakhir.',
        status: 'waiting_customer',
      },
    ],
  },
  {
    client: 'PT Bumi Arta Persada',
    daysAgo: 8,
    subject: 'SSO untuk tiga perusahaan kami',
    text: 'Kami ingin karyawan Persada, Properti dan Pangan masuk NusaDesk dengan satu akun. Bisakah dibantu?',
    kind: 'request',
    priority: 'normal',
    queue: 'technical',
    next: [
      {
        by: 'staff',
        text: 'Bu Maria, bisa. Kami menunggu jadwal dari vendor dan mengabari Ibu paling lambat Jumat.',
        status: 'on_hold',
      },
    ],
  },
  {
    client: 'PT Sinar Rejeki Logistik',
    daysAgo: 58,
    subject: 'Tagihan bulan lalu tercatat dua kali di pembukuan kami',
    text: 'Bagian keuangan kami melihat dua kuitansi untuk bulan lalu. Mohon dicek mana yang benar.',
    kind: 'complaint',
    priority: 'normal',
    queue: 'billing',
    next: [
      {
        by: 'staff',
        text: 'Pak Hendra, kuitansi pertama untuk server, yang kedua untuk NusaDesk; nomornya ada di tiap tagihan. Tidak ada yang dobel.',
        status: 'waiting_customer',
      },
      { by: 'client', text: 'Betul, sudah cocok. Terima kasih.' },
      { by: 'staff', text: 'Terima kasih kembali.', status: 'closed' },
    ],
  },
  {
    client: 'CV Kopi Nusantara',
    daysAgo: 24,
    subject: 'Perpanjangan domain lupa dibayar',
    text: 'Domain toko kami lewat jatuh tempo kemarin. Apakah masih bisa diperpanjang?',
    kind: 'question',
    priority: 'normal',
    queue: 'billing',
    next: [
      {
        by: 'staff',
        text: 'Masih bisa. Tagihannya sudah kami terbitkan lagi; domain aktif begitu terbayar.',
        status: 'closed',
      },
    ],
  },
  {
    client: 'Toko Batik Larasati',
    daysAgo: 0,
    subject: 'Paket mana yang cocok untuk toko kecil?',
    text: 'Saya baru mau mulai jualan batik online, sekitar 40 produk. Paket hosting mana yang pas?',
    kind: 'question',
    priority: 'normal',
    queue: 'general',
    next: [],
  },
];

interface Cast {
  client: { name: string };
  organization: Id<'organization'>;
  owner: Id<'person'>;
}

/** Opens the tickets whose day has come and tells what followed. */
export async function tellTickets(
  story: Story,
  staff: ReadonlyMap<string, Id<'person'>>,
  cast: readonly Cast[],
  due: (thing: { daysAgo: number }) => boolean,
): Promise<void> {
  if (due({ daysAgo: 60 })) {
    await promise(await story.as(staff.get('support')!));
    const onCall = [staff.get('support')!, staff.get('administrator')!];
    const today = story.today().toISOString().slice(0, 10);
    await prepareEscalation(await story.as(staff.get('administrator')!), onCall, today);
  }
  const today = tickets.filter(due);
  if (today.length === 0) return;
  const agent = staff.get('support')!;
  const support = await story.as(agent);
  for (const ticket of today) {
    const member = cast.find(({ client }) => client.name === ticket.client)!;
    await tell(ticket, member.organization, await story.as(member.owner), support, agent);
  }
}

async function tell(
  ticket: DemoTicket,
  organization: Id<'organization'>,
  owner: Actor,
  support: Actor,
  agent: Id<'person'>,
) {
  const { subject, text, kind, priority, queue, next, ofService, picture } = ticket;
  const own = `/api/organizations/${organization}/tickets`;
  const serviceId = ofService && (await owner.get(`/api/organizations/${organization}/services`)).items[0].id;
  const shown = picture && (await owner.upload(own.replace(/tickets$/, 'uploads'), picture));
  const { id } = await owner.post(own, {
    subject,
    text: shown ? `${text}\n${placedPicture(picture!.shows, shown.id)}` : text,
    files: shown ? [shown.id] : [],
    kind,
    priority,
    queue,
    ...(serviceId && { serviceId }),
  });
  const console = `/api/console/tickets/${id}`;
  if (next.some(({ by }) => by !== 'draft')) {
    const { version } = await support.get(console);
    await support.patch(console, version, { assigneeId: agent });
  }
  for (const step of next) {
    if (step.by === 'client') await write(owner, `${own}/${id}/messages`, step);
    else if (step.by === 'copy') await owner.post(`${own}/${id}/copied`, { address: step.address });
    else if (step.by === 'draft')
      await support.put(`${console}/drafts/reply`, 0, { text: step.text, base: null });
    else if (step.by === 'note') await support.post(`${console}/notes`, { text: step.text });
    else await support.post(`${console}/messages`, { text: step.text, status: step.status });
  }
  // What is long over has been read.
  if (ticket.daysAgo > 14) await owner.put(`${own}/${id}/read`, 0, {});
}

/** Whoever mistyped corrects it at once. */
async function write(
  owner: Actor,
  messages: string,
  { text, first = text }: { text: string; first?: string },
): Promise<void> {
  const { messageId } = await owner.post(messages, { text: first });
  if (first !== text) await owner.patch(`${messages}/${messageId}`, 1, { text });
}
