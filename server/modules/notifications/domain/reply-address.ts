import { createHmac } from 'node:crypto';
import { sameText } from '../../../kernel/crypto.ts';

const letters = 'abcdefghijklmnopqrstuvwxyz234567';

/**
 * The address by which one reader answers in one ticket: `support+t1042.k3v…@example.com`. The sixteen letters, 80 bits, are made from
 * the ticket and the reader with a key nobody else has, so it cannot be guessed, and it names who got it.
 */
export function replyAddress(key: Buffer, mailbox: string, ticket: number, reader: string): string {
  const at = mailbox.lastIndexOf('@');
  return `${mailbox.slice(0, at)}+t${ticket}.${proof(key, ticket, reader)}${mailbox.slice(at)}`;
}

export interface SignedTicket {
  ticket: number;
  proof: string;
}

/** The ticket named by an address of ours, whether the proof holds or not; null for any other address. */
export function readReplyAddress(address: string, mailboxes: readonly string[]): SignedTicket | null {
  const match = /^([^@]+)\+t(\d{1,15})\.([a-z2-7]{16})@(.+)$/.exec(address);
  if (!match || !mailboxes.includes(`${match[1]}@${match[4]}`)) return null;
  return { ticket: Number(match[2]), proof: match[3]! };
}

export function isProofOf(key: Buffer, { ticket, proof: said }: SignedTicket, reader: string): boolean {
  return sameText(said, proof(key, ticket, reader));
}

function proof(key: Buffer, ticket: number, reader: string): string {
  const bytes = createHmac('sha256', key)
    .update(`${ticket}\0${reader.toLowerCase()}`)
    .digest()
    .subarray(0, 10);
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  return Array.from({ length: 16 }, (_, index) => letters[Number((bits >> BigInt(5 * index)) & 31n)]).join(
    '',
  );
}
