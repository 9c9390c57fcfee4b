import { mailboxSuite } from '../suite.ts';
import { memoryMailboxes } from './memory.ts';

mailboxSuite('mailboxes in memory', async () => {
  const port = memoryMailboxes();
  const folder = { password: 'rahasia', validity: 1, mails: [] as { raw: Buffer; at: Date }[] };
  port.accounts.set('support', folder);
  return {
    port,
    account: {
      host: 'imap.clientarea.example',
      port: 993,
      security: 'tls',
      username: 'support',
      password: 'rahasia',
      folder: 'INBOX',
      since: null,
    },
    async put(raws, at = new Date('2026-03-02T02:00:00Z')) {
      folder.mails.push(...raws.map((raw) => ({ raw: Buffer.from(raw), at })));
    },
    async remake() {
      folder.validity++;
    },
    async close() {},
  };
});
