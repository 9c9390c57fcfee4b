import { plainSubject } from './domain/route.ts';
import type { ReadMail } from './domain/mail.ts';

/** What the list shows of a mail. */
export function headOf(mail: ReadMail | null) {
  return {
    message_id: mail?.messageId ?? null,
    sender: mail?.from?.address ?? '',
    sender_name: mail?.from?.name ?? '',
    subject: mail?.subject ?? '',
  };
}

/** What a ticket made of it is called; without a subject its first line. */
export function subjectOf(mail: ReadMail, text: string): string {
  const subject = plainSubject(mail.subject);
  return subject || text.split('\n', 1)[0]!.slice(0, 100).trim() || mail.from?.address.slice(0, 200) || '…';
}
