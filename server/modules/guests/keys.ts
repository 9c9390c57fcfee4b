import { hashToken, randomToken } from '../../kernel/crypto.ts';
import type { Scope } from '../../kernel/db/scope.ts';
import type { Tx } from '../../kernel/db/tx.ts';
import type { Db } from '../../kernel/db/types.ts';
import { readSetting } from '../../kernel/settings.ts';
import { Problem } from '../../kernel/values/errors.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { guestLinkExpired, unknownGuestLink } from './contract.ts';
import { guestRules } from './settings.ts';

export interface Key {
  organization: Id<'organization'>;
  person: Id<'person'>;
  name: string;
  email: string;
  locale: 'id' | 'en';
  ticket: Id<'ticket'>;
  until: Date;
}

/** Lets a token open a ticket for some days; a new one when none is given. Only its hash is kept. */
export async function issueKey(
  tx: Tx,
  { organization, ticket }: Pick<Key, 'organization' | 'ticket'>,
  token = randomToken(),
): Promise<{ token: string; days: number }> {
  const { linkDays: days } = (await readSetting(tx.db, guestRules)).value;
  await tx.db
    .insertInto('guests.keys')
    .values({
      organization_id: organization,
      token_hash: hashToken(token),
      ticket_id: ticket,
      made_at: tx.now,
      expires_at: new Date(tx.now.getTime() + days * 86_400_000),
    })
    .execute();
  return { token, days };
}

/** What a token opens, of guests that nobody has claimed; null when it opens nothing. Also when it has expired: `until` says so. */
export async function findKey(db: Db, token: string): Promise<Key | null> {
  const row = await db
    .selectFrom('guests.keys as k')
    .innerJoin('guests.guests as g', 'g.organization_id', 'k.organization_id')
    .select(['k.organization_id', 'k.ticket_id', 'k.expires_at'])
    .select(['g.person_id', 'g.name', 'g.email', 'g.locale'])
    .where('k.token_hash', '=', hashToken(token))
    .where('g.claimed_at', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  return {
    organization: row.organization_id as Id<'organization'>,
    person: row.person_id as Id<'person'>,
    name: row.name,
    email: row.email,
    locale: row.locale as Key['locale'],
    ticket: row.ticket_id as Id<'ticket'>,
    until: row.expires_at,
  };
}

/** Errors: `unknown_guest_link`, `guest_link_expired`. */
export async function requireKey(db: Db, token: string, now: Date): Promise<Key> {
  const key = await findKey(db, token);
  if (!key) throw new Problem(unknownGuestLink);
  if (key.until <= now) throw new Problem(guestLinkExpired);
  return key;
}

/** What a guest sees: the rows of their own organization, as the portal's role does. Notes of staff are not among them. */
export function guestScope({
  organization,
  person,
}: {
  organization: Id<'organization'>;
  person: Id<'person'> | null;
}): Scope {
  return { kind: 'clients', organizations: [organization], person };
}
