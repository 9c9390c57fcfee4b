import { longestMail, MailboxUnreachable } from '../../../modules/mailroom/mailbox.ts';
import type { Account, MailboxPort } from '../../../modules/mailroom/mailbox.ts';

interface Folder {
  password: string;
  validity: number;
  mails: { raw: Buffer; at: Date }[];
  /** Its server cannot tell of new mail. */
  mute?: boolean;
}

export interface MemoryMailboxes extends MailboxPort {
  /** By username; tests put mails in, make folders anew, or take the account away. */
  readonly accounts: Map<string, Folder>;
  /** Who watches, by username. */
  readonly watchers: Map<string, Set<{ arrived(): Promise<void>; lose(): void }>>;
}

const batchSize = 100;

/** Mailboxes that live in this process, for trying things without a mail server. */
export function memoryMailboxes(): MemoryMailboxes {
  const accounts = new Map<string, Folder>();
  const watchers: MemoryMailboxes['watchers'] = new Map();
  const enter = ({ username, password, folder: wanted }: Account): Folder => {
    const folder = accounts.get(username);
    if (!folder) throw new MailboxUnreachable('connection', 'nobody answers');
    if (folder.password !== password) throw new MailboxUnreachable('password', 'the password was refused');
    if (wanted !== 'INBOX') throw new MailboxUnreachable('folder', 'there is no such folder');
    return folder;
  };
  return {
    accounts,
    watchers,
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
    async watch(account, { signal, live, arrived }) {
      if (enter(account).mute) return false;
      const all = watchers.get(account.username) ?? new Set();
      watchers.set(account.username, all);
      const ended = new Promise<boolean>((resolve, reject) => {
        const me = {
          arrived,
          lose() {
            all.delete(me);
            reject(new MailboxUnreachable('connection', 'the connection was lost'));
          },
        };
        all.add(me);
        const end = () => {
          all.delete(me);
          resolve(true);
        };
        if (signal.aborted) end();
        signal.addEventListener('abort', end, { once: true });
      });
      await Promise.race([live(), ended]);
      return ended;
    },
    async check(account) {
      return { mails: enter(account).mails.length };
    },
  };
}
