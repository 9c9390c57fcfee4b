import { randomBytes } from 'node:crypto';
import { keepMails } from '../../modules/mailroom/index.ts';
import type { Actor, Story } from './story.ts';

const address = 'support@nusantara.example';
const believed = 'mx.nusantara.example';

const letters = [
  {
    from: 'Yusuf Hidayat <yusuf@tokobuku.example>',
    subject: 'Pindah hosting dari penyedia lain',
    text: 'Selamat siang,\n\nKami punya toko buku daring dengan kira-kira 300 pengunjung sehari.\nApakah bisa dibantu pindah ke Nusantara Cloud tanpa mati?\n\nTerima kasih,\nYusuf',
  },
  {
    from: 'Nusantara Billing <tagihan@nusantara-cloud.example>',
    subject: 'Perubahan rekening pembayaran',
    text: 'Mulai hari ini mohon transfer semua tagihan ke rekening baru di bawah ini.',
    head: `Authentication-Results: ${believed}; spf=fail; dkim=none; dmarc=fail header.from=nusantara-cloud.example`,
  },
  {
    from: 'Kirana Putri <kirana@studio-senja.example>',
    subject: 'Question about the #1003 ticket',
    text: 'Hello,\n\nmy colleague asked you about our mailboxes last week. Is there any news?\n\nKirana',
  },
];

/** A mailbox of the business, and three mails that wait for somebody to look at them. */
export async function tellMails(story: Story, administrator: Actor): Promise<void> {
  const { id } = await administrator.post('/api/console/mailboxes', {
    name: 'Bantuan',
    address,
    kind: 'webhook',
    server: null,
    secret: randomBytes(24).toString('base64'),
    believed,
    queue: null,
    takesOld: false,
    active: true,
    takesReplies: true,
  });
  const mails = letters.map(({ from, subject, text, head }, index) =>
    Buffer.from(
      [
        `From: ${from}`,
        `To: ${address}`,
        `Subject: ${subject}`,
        `Message-ID: <demo-${index}@mail.example>`,
        ...(head ? [head] : []),
        'Content-Type: text/plain; charset=utf-8',
        '',
        text,
      ].join('\r\n'),
    ),
  );
  await keepMails(story.ctx, id, { mails, position: null });
  await story.settle();
}
