import type { Locale } from '../../../kernel/auth/actor.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { personSignedUp } from '../events.ts';
import { accountExists, finishSignUp } from '../messages.ts';
import { issueProof } from '../proofs.ts';

export interface NewPerson {
  name: string;
  email: string;
  locale: Locale;
  timeZone: string;
}

/**
 * Takes a new person in and mails the link with which they choose a password. Whoever has an account already is told so by mail
 * instead: the answer on screen is the same, so nobody can find out who has one.
 */
export async function signUp(tx: Tx, input: NewPerson): Promise<void> {
  const { id, isNew } = await addPerson(tx, input);
  const known = isNew ? null : await verifiedSince(tx, id);
  if (known) {
    tx.tell(accountExists, { to: { person: id }, occurrence: hourOf(tx.now), data: {} });
    return;
  }
  const { token, hours } = await issueProof(tx, id, 'sign_up');
  tx.tell(finishSignUp, { to: { person: id }, occurrence: tx.newId(), data: { token, hours } });
  if (isNew) tx.emit(personSignedUp, { organizationId: null, subject: { kind: 'person', id }, data: {} });
}

/** A person without a password yet; the one who has the address already, if there is one. */
export async function addPerson(tx: Tx, input: NewPerson): Promise<{ id: Id<'person'>; isNew: boolean }> {
  const id = tx.newId<'person'>();
  const added = await tx.db
    .insertInto('identity.people')
    .values({
      id,
      email: input.email,
      name: input.name,
      locale: input.locale,
      time_zone: input.timeZone,
      created_at: tx.now,
    })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (added) return { id, isNew: true };
  const found = await tx.db
    .selectFrom('identity.people')
    .select('id')
    .where('email', '=', input.email)
    .executeTakeFirstOrThrow();
  return { id: found.id as Id<'person'>, isNew: false };
}

async function verifiedSince(tx: Tx, id: Id<'person'>): Promise<Date | null> {
  const row = await tx.db
    .selectFrom('identity.people')
    .select('email_verified_at')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return row.email_verified_at;
}

/** Telling somebody the same thing once an hour is enough, however often a stranger asks for it. */
function hourOf(now: Date): string {
  return now.toISOString().slice(0, 13);
}
