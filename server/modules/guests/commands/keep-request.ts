import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { hashToken, randomToken } from '../../../kernel/crypto.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import type { MessageKind } from '../../../kernel/messages.ts';
import { readSetting } from '../../../kernel/settings.ts';
import { Problem, tooMany } from '../../../kernel/values/errors.ts';
import { networkOf } from '../../identity/index.ts';
import { guestRules } from '../settings.ts';

export const sealedAs = (id: string) => `guests.requests:${id}`;
const hour = 3_600_000;

export interface Asking {
  kind: 'message' | 'order';
  asked: { email: string; locale: 'id' | 'en' };
  /** Of this kind from one network within an hour. */
  perNetwork: number;
  /** Mailed with the link: no word of what was asked, not even the name, which is a stranger's until the address is proven. */
  message: MessageKind<{ token: string; hours: number }>;
}

/**
 * Keeps what a stranger asks, sealed, and mails the link that goes on with it. An address gets only so many of these a day, whoever
 * asks: what is beyond is dropped without a word, so the answer tells nothing of the address. Errors: `too_many_requests` for a network.
 */
export async function keepRequest(tx: Tx, from: string, asking: Asking): Promise<void> {
  const { kind, asked, perNetwork, message } = asking;
  const { value: rules } = await readSetting(tx.db, guestRules);
  const address = createHash('sha256').update(asked.email).digest();
  const network = networkOf(from);
  await takeTurns(tx, network);
  await takeTurns(tx, asked.email);
  const { rows } = await sql<{ network: number; address: number; oldest: Date | null }>`
    select count(*)::integer as network, min(asked_at) as oldest,
      (select count(*)::integer from guests.requests where address = ${address} and mailed and asked_at > ${ago(tx, 24)}) as address
    from guests.requests where network = ${network}::cidr and kind = ${kind} and asked_at > ${ago(tx, 1)}`.execute(
    tx.db,
  );
  const counted = rows[0]!;
  if (counted.network >= perNetwork) {
    const wait = (counted.oldest!.getTime() + hour - tx.now.getTime()) / 1000;
    throw new Problem(tooMany, { facts: { retryAfter: Math.max(1, Math.ceil(wait)) } });
  }
  const mails = counted.address < rules.mailsPerAddress;
  const id = tx.newId();
  const token = randomToken();
  await tx.db
    .insertInto('guests.requests')
    .values({
      id,
      kind,
      token_hash: hashToken(token),
      address,
      network,
      sealed: mails ? tx.vault.seal(sealedAs(id), JSON.stringify(asked)) : null,
      mailed: mails,
      asked_at: tx.now,
      expires_at: new Date(tx.now.getTime() + rules.confirmHours * hour),
    })
    .execute();
  if (!mails) return;
  tx.tell(message, {
    to: { address: asked.email, name: asked.email, locale: asked.locale },
    occurrence: id,
    data: { token, hours: rules.confirmHours },
  });
}

const ago = (tx: Tx, hours: number) => new Date(tx.now.getTime() - hours * hour);

/** Those who ask about the same one after another, so that many at once cannot slip past the count. */
export async function takeTurns(tx: Tx, about: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`guests ${about}`}, 0))`.execute(tx.db);
}
