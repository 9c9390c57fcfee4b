import type { MailPort } from '../../../kernel/ports.ts';

/** No mail server: what is sent can be read in the console's outbox, where every mail is kept in any case. */
export function outboxMail(): MailPort {
  return { delivers: false, async send() {} };
}
