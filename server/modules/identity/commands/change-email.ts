import type { Session } from '../../../kernel/auth/actor.ts';
import { hashToken, randomToken } from '../../../kernel/crypto.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, invalidInput } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { linkUsedUp } from '../contract.ts';
import { confirmNewEmail, emailIsChanging, emailWasChanged } from '../email-messages.ts';
import { emailChangeAsked, emailChangeUndone, emailChanged } from '../events.ts';
import { accountExists, resetPassword } from '../messages.ts';
import { issueProof } from '../proofs.ts';
import { forgetDevices } from '../remembered-devices.ts';
import { endSessions } from '../sessions.ts';

const confirmHours = 24;
const undoDays = 7;
/** What the sealed token of a change is bound to. */
export const changeIsBound = (id: string) => `identity.email_changes:${id}`;
const ago = (now: Date, hours: number) => new Date(now.getTime() - hours * 3_600_000);

/**
 * Mails a link to the new address, and to the old one a link that takes everything back. Whether the new address has an account
 * already only its owner learns, by mail.
 */
export async function askEmailChange(tx: Tx, { person }: Session, email: string): Promise<void> {
  if (email === person.email) {
    throw new Problem(invalidInput, {
      fields: [{ path: 'email', code: 'same_email', message: 'your address already' }],
    });
  }
  await tx.db
    .updateTable('identity.email_changes')
    .set({ ended_at: tx.now })
    .where('person_id', '=', person.id)
    .where('confirmed_at', 'is', null)
    .where('ended_at', 'is', null)
    .execute();
  const id = tx.newId();
  const [token, undo] = [randomToken(), randomToken()];
  await tx.db
    .insertInto('identity.email_changes')
    .values({
      id,
      person_id: person.id,
      old_email: person.email,
      new_email: email,
      token_hash: hashToken(token),
      undo_hash: hashToken(undo),
      undo_sealed: tx.vault.seal(changeIsBound(id), undo),
      asked_at: tx.now,
    })
    .execute();
  tx.emit(emailChangeAsked, { organizationId: null, subject: { kind: 'person', id: person.id }, data: {} });
  tx.tell(emailIsChanging, { to: { person: person.id }, occurrence: id, data: { token: undo, email } });
  const taken = await tx.db
    .selectFrom('identity.people')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirst();
  if (taken) {
    tx.tell(accountExists, { to: { person: taken.id as Id<'person'> }, occurrence: id, data: {} });
    return;
  }
  const { name, locale, timeZone } = person;
  tx.tell(confirmNewEmail, {
    to: { address: email, name, locale, timeZone },
    occurrence: id,
    data: { token, hours: confirmHours },
  });
}

/**
 * Changes the address, as the mailed link shows that somebody reads the new one, and signs every other device out than that of
 * `session`. Errors: `link_used_up`.
 */
export async function confirmEmail(tx: Tx, token: string, session: Session | null): Promise<void> {
  const change = await tx.db
    .updateTable('identity.email_changes as c')
    .from('identity.people as p')
    .set({ confirmed_at: tx.now })
    .whereRef('p.id', '=', 'c.person_id')
    .where('c.token_hash', '=', hashToken(token))
    .where('c.confirmed_at', 'is', null)
    .where('c.ended_at', 'is', null)
    .where('c.asked_at', '>', ago(tx.now, confirmHours))
    .where('p.disabled_at', 'is', null)
    .returning([
      'c.id',
      'c.person_id',
      'c.old_email',
      'c.new_email',
      'c.undo_sealed',
      'p.name',
      'p.locale',
      'p.time_zone',
    ])
    .executeTakeFirst();
  if (!change || !(await moveTo(tx, change.person_id, change.old_email, change.new_email)))
    throw new Problem(linkUsedUp);
  const person = change.person_id as Id<'person'>;
  await endSessions(tx, person, session?.id);
  forgetDevices(tx, person);
  tx.emit(emailChanged, {
    organizationId: null,
    subject: { kind: 'person', id: change.person_id },
    data: {},
  });
  tx.tell(emailWasChanged, {
    to: {
      address: change.old_email,
      name: change.name,
      locale: change.locale as 'id' | 'en',
      timeZone: change.time_zone,
    },
    occurrence: change.id,
    data: { token: tx.vault.open(changeIsBound(change.id), change.undo_sealed), email: change.new_email },
  });
}

/**
 * "This was not me": takes a change back, before or after it, signs every device out and mails the link to a new password to the
 * old address. Errors: `link_used_up`.
 */
export async function undoEmailChange(tx: Tx, token: string): Promise<void> {
  const change = await tx.db
    .updateTable('identity.email_changes')
    .set({ ended_at: tx.now })
    .where('undo_hash', '=', hashToken(token))
    .where('ended_at', 'is', null)
    .where('asked_at', '>', ago(tx.now, undoDays * 24))
    .returning(['person_id', 'old_email', 'new_email', 'confirmed_at'])
    .executeTakeFirst();
  if (!change) throw new Problem(linkUsedUp);
  const person = change.person_id as Id<'person'>;
  if (change.confirmed_at && !(await moveTo(tx, person, change.new_email, change.old_email)))
    throw new Problem(linkUsedUp);
  await endSessions(tx, person);
  tx.emit(emailChangeUndone, { organizationId: null, subject: { kind: 'person', id: person }, data: {} });
  const { token: reset, hours } = await issueProof(tx, person, 'password_reset');
  tx.tell(resetPassword, { to: { person }, occurrence: tx.newId(), data: { token: reset, hours } });
}

/** False when the person has another address by now, or somebody else has that one. */
export async function moveTo(tx: Tx, person: string, from: string, to: string): Promise<boolean> {
  const moved = await tx.db
    .updateTable('identity.people')
    .set((eb) => ({ email: to, version: eb('version', '+', 1) }))
    .where('id', '=', person)
    .where('email', '=', from)
    .where((eb) => eb.not(eb.exists(eb.selectFrom('identity.people as o').where('o.email', '=', to))))
    .executeTakeFirst();
  return moved.numUpdatedRows > 0n;
}
