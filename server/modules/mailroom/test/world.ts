import type { TestApp } from '../../../test/kit/app.ts';
import type { TestPerson } from '../../../test/kit/people.ts';
import { webhookSignature } from '../row.ts';

/** Whom the mailboxes of tests believe. */
export const believed = 'mx.clientarea.example';
export const address = 'support@clientarea.example';
export const key = 'a key that only two know';

export const mailboxBody = {
  name: 'Support',
  address,
  kind: 'webhook',
  server: null,
  secret: key,
  believed,
  queue: null,
  takesOld: false,
  active: true,
  takesReplies: true,
};

/** A webhook mailbox, and how mails are handed to it. */
export async function buildWebhook(test: TestApp, administrator: TestPerson) {
  const made = await administrator.post('/api/console/mailboxes', mailboxBody);
  if (made.status !== 201) throw new Error(`${made.status}: ${made.text}`);
  const { id } = made.body as { id: string };
  const hand = async (raw: string | Buffer, signature?: string) => {
    const payload = Buffer.from(raw);
    const seconds = String(Math.floor(test.clock.now().getTime() / 1000));
    const answer = await test.app.http.inject({
      method: 'POST',
      url: `/api/mail/${id}`,
      headers: {
        'content-type': 'message/rfc822',
        'x-mail-signature': signature ?? `t=${seconds},v1=${webhookSignature(key, seconds, payload)}`,
      },
      payload,
    });
    return answer.statusCode;
  };
  return {
    id,
    hand,
    /** Hands a mail over and lets everything follow from it. */
    deliver: async (raw: string | Buffer) => {
      const status = await hand(raw);
      if (status !== 204) throw new Error(`the webhook answered ${status}`);
      await test.settle();
      // The next one comes later.
      await test.clock.advance({ seconds: 1 });
    },
  };
}

let count = 0;

/** A mail as text. `proven`: our mail server says that the sender's domain sent it. */
export function letterFrom(
  from: string,
  over: { to?: string; subject?: string; text?: string; head?: string[]; proven?: boolean; id?: string } = {},
): string {
  const domain = from.slice(from.lastIndexOf('@') + 1).replace('>', '');
  return [
    `From: ${from}`,
    `To: ${over.to ?? address}`,
    `Subject: ${over.subject ?? 'Situs tidak bisa dibuka'}`,
    `Message-ID: <${over.id ?? `letter-${++count}@mail.example`}>`,
    ...(over.proven ? [`Authentication-Results: ${believed}; dmarc=pass header.from=${domain}`] : []),
    ...(over.head ?? []),
    'Content-Type: text/plain; charset=utf-8',
    '',
    over.text ?? 'Sejak pagi muncul galat 502.',
    '',
  ].join('\r\n');
}

/** What waits for a decision, newest first. */
export async function waiting(staff: TestPerson, query = ''): Promise<any[]> {
  return (await staff.get(`/api/console/received-mails${query}`)).body.items;
}
