import { createHmac } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { Vault } from '../../kernel/crypto.ts';
import { fileKey } from '../../kernel/files.ts';
import type { FileKey } from '../../kernel/files.ts';
import type { DB } from '../../kernel/db/tables.gen.ts';
import type { Server } from './contract.ts';
import type { Account, Position } from './mailbox.ts';
import { fingerprint } from './reading/read-mail.ts';

export type MailboxRow = Selectable<DB['mailroom.mailboxes']>;

const sealedAs = (id: string) => `mailroom.mailboxes:${id}`;
export const sealSecret = (vault: Vault, id: string, secret: string): string =>
  vault.seal(sealedAs(id), secret);
export const openSecret = (
  vault: Vault,
  { id, sealed_secret: sealed }: Pick<MailboxRow, 'id' | 'sealed_secret'>,
): string => vault.open(sealedAs(id), sealed);

/** How to get into an IMAP mailbox. */
export function accountOf(vault: Vault, row: MailboxRow): Account {
  return {
    ...(row.server as unknown as Server),
    password: openSecret(vault, row),
    since: row.takes_old ? null : row.created_at,
  };
}

export const positionOf = ({ uid_validity: validity, last_uid: uid }: MailboxRow): Position | null =>
  validity === null ? null : { validity, uid: Number(uid) };

/** The id of a mail, made from its fingerprint: the same mail always has the same. */
export function mailId(raw: Buffer): string {
  const hex = fingerprint(raw).toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}

export const rawKey = (id: string): FileKey => fileKey(null, 'mailroom', id);

/** What a webhook has to bring: HMAC-SHA256 over the time in seconds, a dot and the mail. */
export const webhookSignature = (key: string, seconds: string, raw: Buffer): string =>
  createHmac('sha256', key).update(`${seconds}.`).update(raw).digest('hex');
