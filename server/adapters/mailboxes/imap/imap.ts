import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { BlockList } from 'node:net';
import type { FetchMessageObject, ImapFlow } from 'imapflow';
import { isPublic, isWithin } from '../../../kernel/outgoing/networks.ts';
import { longestMail, MailboxUnreachable } from '../../../modules/mailroom/mailbox.ts';
import type { Account, MailboxPort, Watcher } from '../../../modules/mailroom/mailbox.ts';

/** How much is fetched at once: mails, and bytes beyond which a batch ends. */
const atOnce = { mails: 100, bytes: 10_000_000 };

export interface ImapRules {
  /** Networks that are not public and may be asked all the same, also without TLS. */
  networks: BlockList;
  resolve?: (host: string) => Promise<LookupAddress[]>;
  /** Milliseconds after which a watched connection is asked whether it still stands, and within which it answers. */
  silence?: number;
}

/** Well below what routers forget a connection after, and the 29 minutes of RFC 2177. */
const usualSilence = 2 * 60_000;
const renewAfter = 9 * 60_000;

/** Mailboxes by IMAP. A folder is opened read-only, so nothing in it changes, and no other program notices. */
export function imapMailboxes(rules: ImapRules): MailboxPort {
  return {
    async fetch(account, after, take) {
      await inside(rules, account, async (client, validity) => {
        const from = after?.validity === validity ? after.uid : 0;
        const waiting = await listAfter(client, from);
        for (const some of batches(waiting)) {
          const wanted = some.filter(({ at }) => account.since === null || at >= account.since);
          const mails = await read(client, wanted);
          await take({ position: { validity, uid: some.at(-1)!.uid }, mails });
        }
      });
    },
    check: (account) =>
      inside(rules, account, async (client) => ({
        mails: client.mailbox ? client.mailbox.exists : 0,
      })),
    watch(account, watcher) {
      const silence = rules.silence ?? usualSilence;
      return inside(rules, account, (client) => watch(client, watcher, silence), 3 * usualSilence);
    },
  };
}

/** Idles until it is told to end. A connection that was lost without a word does not answer when it is asked. */
async function watch(
  client: ImapFlow,
  { signal, live, arrived }: Watcher,
  silence: number,
): Promise<boolean> {
  if (!client.capabilities.has('IDLE')) return false;
  const ended = new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  const lost = new Promise<never>((_resolve, reject) => {
    client.on('error', (error: unknown) => reject(unreachable(error)));
    client.on('close', () => reject(new MailboxUnreachable('connection', 'the connection was lost')));
    let came = false;
    let telling = false;
    client.on('exists', () => {
      came = true;
      if (!telling) tell().catch(reject);
    });
    async function tell(): Promise<void> {
      telling = true;
      while (came) {
        came = false;
        await arrived();
      }
      telling = false;
    }
  });
  let giveUp: NodeJS.Timeout | undefined;
  const dead = new Promise<never>((_resolve, reject) => {
    giveUp = setInterval(() => {
      const late = setTimeout(
        () => reject(new MailboxUnreachable('connection', 'the server is silent')),
        silence,
      );
      void client
        .noop()
        .catch(() => {})
        .finally(() => clearTimeout(late));
    }, silence);
  });
  // Asking interrupts an idle, which then goes on.
  const idle = async () => {
    while (!signal.aborted && client.usable)
      if ((await client.idle()) === (false as unknown))
        throw new MailboxUnreachable('connection', 'the server does not let us wait');
    return ended;
  };
  try {
    await Promise.race([live().then(() => ended), lost, dead, idle()]);
    return true;
  } finally {
    clearInterval(giveUp);
  }
}

interface Waiting {
  uid: number;
  size: number;
  at: Date;
}

/** `n:*` names the last mail even where all are before n. */
async function listAfter(client: ImapFlow, uid: number): Promise<Waiting[]> {
  if (!client.mailbox || client.mailbox.exists === 0) return [];
  const found: Waiting[] = [];
  const query = { uid: true, size: true, internalDate: true };
  for await (const mail of client.fetch(`${uid + 1}:*`, query, { uid: true }))
    if (mail.uid > uid)
      found.push({ uid: mail.uid, size: mail.size ?? 0, at: new Date(mail.internalDate ?? 0) });
  return found.toSorted((a, b) => a.uid - b.uid);
}

function* batches(waiting: readonly Waiting[]): Generator<Waiting[]> {
  let some: Waiting[] = [];
  let bytes = 0;
  for (const mail of waiting) {
    some.push(mail);
    bytes += mail.size;
    if (some.length < atOnce.mails && bytes < atOnce.bytes) continue;
    yield some;
    some = [];
    bytes = 0;
  }
  if (some.length > 0) yield some;
}

/** A mail that was deleted in between is missing from the answer, and nobody misses it. */
async function read(client: ImapFlow, wanted: readonly Waiting[]): Promise<Buffer[]> {
  if (wanted.length === 0) return [];
  const found: FetchMessageObject[] = [];
  const range = wanted.map(({ uid }) => uid).join(',');
  const query = { uid: true, source: { start: 0, maxLength: longestMail } };
  for await (const mail of client.fetch(range, query, { uid: true })) found.push(mail);
  return found.toSorted((a, b) => a.uid - b.uid).flatMap(({ source }) => (source ? [source] : []));
}

async function inside<T>(
  rules: ImapRules,
  account: Account,
  work: (client: ImapFlow, validity: string) => Promise<T>,
  socketTimeout = 60_000,
): Promise<T> {
  const client = await clientFor(account, await addressOf(rules, account), socketTimeout);
  // Without a listener an error of the socket would end the process; the call that waits for it fails in any case.
  client.on('error', () => {});
  try {
    await client.connect().catch((error: unknown) => {
      throw unreachable(error);
    });
    const folder = await client.mailboxOpen(account.folder, { readOnly: true }).catch((error: unknown) => {
      throw new MailboxUnreachable('folder', wordsOf(error));
    });
    return await work(client, String(folder.uidValidity));
  } finally {
    client.close();
  }
}

async function clientFor(account: Account, address: string, socketTimeout: number): Promise<ImapFlow> {
  // Only whoever has a mailbox needs it, and it is a tenth of what a start would load.
  const { ImapFlow } = await import('imapflow');
  const { host, port, security, username, password } = account;
  return new ImapFlow({
    host: address,
    port,
    secure: security === 'tls',
    ...(security === 'tls' ? {} : { doSTARTTLS: security === 'starttls' }),
    // The certificate has to be for the name, though the connection goes to the address that was looked at.
    ...(isIP(host) ? {} : { servername: host }),
    tls: { rejectUnauthorized: true, minVersion: 'TLSv1.2' },
    auth: { user: username, pass: password },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout,
    maxIdleTime: renewAfter,
  });
}

/** A name is resolved once and looked at, like that of any address people enter (`kernel/outgoing/fetch.ts`). */
async function addressOf({ networks, resolve }: ImapRules, { host, security }: Account): Promise<string> {
  const family = isIP(host);
  const find = resolve ?? ((name: string) => lookup(name, { all: true }));
  const found = family
    ? [{ address: host, family }]
    : await find(host).catch((error: unknown) => {
        throw new MailboxUnreachable('connection', wordsOf(error));
      });
  const allowed = ({ address }: LookupAddress) =>
    isWithin(networks, address) || (security !== 'none' && isPublic(address));
  if (found.length === 0 || !found.every(allowed))
    throw new MailboxUnreachable('address', `${host} may not be asked`);
  return found[0]!.address;
}

function unreachable(error: unknown): MailboxUnreachable {
  const { code = '', authenticationFailed } = error as { code?: string; authenticationFailed?: boolean };
  const words = wordsOf(error);
  if (authenticationFailed) return new MailboxUnreachable('password', words);
  const isCertificate = /^(CERT|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|ERR_TLS)/.test(code);
  return new MailboxUnreachable(isCertificate ? 'certificate' : 'connection', words);
}

function wordsOf(error: unknown): string {
  const { message, responseText } = error as { message: string; responseText?: string };
  return (responseText ?? message).slice(0, 300);
}
