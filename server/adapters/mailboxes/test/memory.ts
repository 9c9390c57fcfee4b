import { longestMail, MailboxUnreachable } from '../../../modules/mailroom/mailbox.ts';
import type { Account, MailboxPort } from '../../../modules/mailroom/mailbox.ts';

interface Folder {
  password: string;
  validity: number;
  mails: { raw: Buffer; at: Date }[];
}

export interface MemoryMailboxes extends MailboxPort {
  /** By username; tests put mails in, make folders anew, or take the account away. */
  readonly accounts: Map<string, Folder>;
}

const batchSize = 100;

/** Mailboxes that live in this process, for trying things without a mail server. */
export function memoryMailboxes(): MemoryMailboxes {
  const accounts = new Map<string, Folder>();
  const enter = ({ username, password, folder: wanted }: Account): Folder => {
    const folder = accounts.get(username);
    if (!folder) throw new MailboxUnreachable('connection', 'nobody answers');
    if (folder.password !== password) throw new MailboxUnreachable('password', 'the password was refused');
    if (wanted !== 'INBOX') throw new MailboxUnreachable('folder', 'there is no such folder');
    return folder;
  };
  return {
    accounts,
    async fetch(account, after, take) {
      const { validity, mails } = enter(account);
      const from = after?.validity === String(validity) ? after.uid : 0;
      for (let start = from; start < mails.length; start += batchSize) {
        const some = mails.slice(start, start + batchSize);
        await take({
          position: { validity: String(validity), uid: start + some.length },
          mails: some
            .filter(({ at }) => account.since === null || at >= account.since)
            .map(({ raw }) => raw.subarray(0, longestMail)),
        });
      }
    },
    async check(account) {
      return { mails: enter(account).mails.length };
    },
  };
}
