import { randomBytes } from 'node:crypto';
import { mayAsMember } from '../../../kernel/auth/actor.ts';
import { hashToken } from '../../../kernel/crypto.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { beyondYou } from '../contract.ts';
import { keyToken, prefixOf } from '../domain/key-token.ts';
import { keyRotated } from '../events.ts';
import { keyRotatedMessage } from '../key-messages.ts';
import { manageKeys } from '../permissions.ts';
import { tellOfKey } from '../tell-of-key.ts';
import { daysFrom, requireMayGive } from './make-key.ts';
import type { KeyMaker } from './make-key.ts';

const hour = 3_600_000;

/**
 * Gives a key a new token and a new end, and answers the token. The one before stays good for `grace` hours, but not beyond the end it had.
 * Whoever exchanges it holds what the key holds. Errors: `not_found`, `beyond_you`.
 */
export async function rotateKey(
  tx: Tx,
  maker: KeyMaker,
  key: Id<'key'>,
  { grace, days }: { grace: number; days: number },
): Promise<string> {
  const { by, person } = maker;
  const before = await tx.db
    .selectFrom('organizations.api_keys')
    .select(['name', 'person_id', 'token_hash', 'permissions', 'expires_at'])
    .where('organization_id', '=', by.id)
    .where('id', '=', key)
    .where('revoked_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  const holder = (before?.person_id ?? null) as Id<'person'> | null;
  if (!before || (holder !== person.id && !mayAsMember(manageKeys, by))) throw new Problem(notFound);
  if (holder !== null && holder !== person.id) throw new Problem(beyondYou);
  requireMayGive(maker, before.permissions, holder !== null);
  const token = keyToken(randomBytes(32));
  const expiresAt = daysFrom(tx.now, days);
  const until = new Date(Math.min(tx.now.getTime() + grace * hour, before.expires_at.getTime()));
  const stays = until > tx.now;
  await tx.db
    .updateTable('organizations.api_keys')
    .set({
      token_hash: hashToken(token),
      prefix: prefixOf(token),
      previous_hash: stays ? before.token_hash : null,
      previous_until: stays ? until : null,
      expires_at: expiresAt,
      told_at: null,
    })
    .where('organization_id', '=', by.id)
    .where('id', '=', key)
    .execute();
  tx.emit(keyRotated, {
    organizationId: by.id,
    subject: { kind: 'key', id: key },
    data: { expiresAt: expiresAt.toISOString(), previousUntil: stays ? until.toISOString() : null },
  });
  await tellOfKey(tx, by.id, { name: before.name, holder, expiresAt }, (reader, data) =>
    tx.tell(keyRotatedMessage, {
      ...reader,
      occurrence: `${key}:${tx.now.toISOString()}`,
      data: { ...data, by: person.name },
    }),
  );
  return token;
}
