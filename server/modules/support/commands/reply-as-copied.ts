import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/tx.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { addPerson } from '../../identity/index.ts';
import { openFollowUp } from './open-follow-up.ts';
import type { ClientReply } from './open-follow-up.ts';
import { postMessage } from './post-message.ts';
import { tellOfMail } from './reply-by-mail.ts';

/** An outside address that a ticket is copied to. */
export interface Copied {
  id: string;
  name: string | null;
  /** As the requester reads: nobody asked who is there. */
  locale: 'id' | 'en';
  timeZone: string;
}

/** Who writes from a copied address, by the name of their first mail: whoever answers has shown that they read it. Sees everything. */
export async function nameCopied(
  tx: Tx,
  { id, name, locale, timeZone }: Copied,
  from: { address: string; name: string },
): Promise<{ person: Id<'person'>; name: string; locale: 'id' | 'en' }> {
  const called = (name ?? (from.name.trim() || from.address)).slice(0, 200);
  const person = await addPerson(tx, { email: from.address, name: called, locale, timeZone });
  await sql`update support.copied set name = ${called} where id = ${id} and name is null`.execute(tx.db);
  return { person: person.id, name: called, locale };
}

/**
 * What somebody answers from a copied address. In a ticket settled long ago it goes on as one of the same requester, copied to them again.
 * The caller knows that it is theirs. Errors: `not_found`, `unknown_upload`.
 */
export async function replyAsCopied(
  tx: Tx,
  from: { organization: Id<'organization'>; person: Id<'person'>; name: string },
  copied: Copied,
  reply: ClientReply,
): Promise<{ ticket: Id<'ticket'>; opened: boolean }> {
  const { organization, person, name } = from;
  const author = { id: person, name };
  const posted = await postMessage(tx, {
    ...reply,
    organization,
    author: { kind: 'client', ...author },
    status: null,
  });
  if (posted) return tellOfMail(tx, organization, name, posted, reply.text);
  const { opened } = await openFollowUp(tx, organization, author, reply, true);
  await sql`
    insert into support.copied (organization_id, ticket_id, id, address, name, side, added_by, added_by_name, since)
    select c.organization_id, ${opened.id}, ${tx.newId()}, c.address, c.name, c.side, c.added_by, c.added_by_name, ${tx.now}
    from support.copied c where c.id = ${copied.id} and c.organization_id = ${organization}`.execute(tx.db);
  return { ticket: opened.id, opened: true };
}
