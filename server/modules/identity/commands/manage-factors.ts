import QRCode from 'qrcode';
import type { Session } from '../../../kernel/auth/actor.ts';
import { brand } from '../../../kernel/brand.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { everything } from '../../../kernel/db/scope.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { readSetting } from '../../../kernel/settings.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { lastSecondStep, tooManyFactors, wrongCode } from '../contract.ts';
import { appAddress, matchCode, newSecret } from '../domain/one-time-codes.ts';
import { factorAdded, factorRemoved, factorRenamed } from '../events.ts';
import { factorWasAdded, factorWasRemoved } from '../factor-messages.ts';
import { recoveryCodesIfNone } from '../recovery-codes.ts';
import { forgetDevices } from '../remembered-devices.ts';
import { findSteps, sealedSecret } from '../steps.ts';

export type FactorKind = 'authenticator' | 'passkey' | 'email_code' | 'message_code';
const mostAuthenticators = 5;

/** Makes an authenticator that counts once a first code has confirmed it; an earlier one that never was is forgotten. */
export async function addAuthenticator(
  ctx: Ctx,
  session: Session,
  name: string,
): Promise<{ id: Id<'factor'>; secret: string; picture: string }> {
  const { id: person, email } = session.person;
  const secret = newSecret();
  const { id, issuer } = await ctx.within(everything).transact(async (tx) => {
    const confirmed = await tx.db
      .selectFrom('identity.authenticators')
      .select('id')
      .where('person_id', '=', person)
      .where('confirmed_at', 'is not', null)
      .execute();
    if (confirmed.length >= mostAuthenticators) throw new Problem(tooManyFactors);
    await tx.db
      .deleteFrom('identity.authenticators')
      .where('person_id', '=', person)
      .where('confirmed_at', 'is', null)
      .execute();
    const made = tx.newId<'factor'>();
    await tx.db
      .insertInto('identity.authenticators')
      .values({
        person_id: person,
        id: made,
        name,
        secret_sealed: tx.vault.seal(sealedSecret(person, made), secret),
        added_at: tx.now,
      })
      .execute();
    return { id: made, issuer: (await readSetting(tx.db, brand)).value.name };
  });
  const picture = await QRCode.toString(appAddress(secret, issuer, email), { type: 'svg', margin: 2 });
  return { id, secret, picture };
}

/** Confirms an authenticator with its first code. Returns recovery codes where there were none. Errors: `wrong_code`, `not_found`. */
export async function confirmAuthenticator(
  tx: Tx,
  person: Id<'person'>,
  { id, code }: { id: Id<'factor'>; code: string },
): Promise<string[] | null> {
  const row = await tx.db
    .selectFrom('identity.authenticators')
    .select('secret_sealed')
    .where('person_id', '=', person)
    .where('id', '=', id)
    .where('confirmed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Problem(notFound);
  const step = matchCode(tx.vault.open(sealedSecret(person, id), row.secret_sealed), code, tx.now, 0);
  if (step === null) {
    throw new Problem(wrongCode, { fields: [{ path: 'code', code: 'wrong_code', message: 'not right' }] });
  }
  await tx.db
    .updateTable('identity.authenticators')
    .set({ confirmed_at: tx.now, last_step: BigInt(step), used_at: tx.now })
    .where('person_id', '=', person)
    .where('id', '=', id)
    .execute();
  return noteAdded(tx, person, 'authenticator');
}

/** Turns codes by mail on or off as second step. Returns recovery codes where there were none. Errors: `last_second_step`. */
export async function setMailCodes(tx: Tx, session: Session, on: boolean): Promise<string[] | null> {
  const person = session.person.id;
  const changed = await tx.db
    .updateTable('identity.people')
    .set({ mail_codes_since: on ? tx.now : null })
    .where('id', '=', person)
    .where('mail_codes_since', on ? 'is' : 'is not', null)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) return null;
  if (on) return noteAdded(tx, person, 'email_code');
  await noteRemoved(tx, session, 'email_code');
  return null;
}

const tables = { authenticator: 'identity.authenticators', passkey: 'identity.passkeys' } as const;
type NamedFactor = keyof typeof tables;

export async function renameFactor(
  tx: Tx,
  person: Id<'person'>,
  { kind, id, name }: { kind: NamedFactor; id: Id<'factor'>; name: string },
): Promise<void> {
  const renamed = await tx.db
    .updateTable(tables[kind])
    .set({ name })
    .where('person_id', '=', person)
    .where('id', '=', id)
    .executeTakeFirst();
  if (renamed.numUpdatedRows === 0n) throw new Problem(notFound);
  tx.emit(factorRenamed, { organizationId: null, subject: { kind: 'person', id: person }, data: { kind } });
}

/** Errors: `not_found`, `last_second_step`. */
export async function removeFactor(
  tx: Tx,
  session: Session,
  { kind, id }: { kind: NamedFactor; id: Id<'factor'> },
): Promise<void> {
  const removed = await tx.db
    .deleteFrom(tables[kind])
    .where('person_id', '=', session.person.id)
    .where('id', '=', id)
    .executeTakeFirst();
  if (removed.numDeletedRows === 0n) throw new Problem(notFound);
  await noteRemoved(tx, session, kind);
}

/** The fact, the mail to the person, and recovery codes with the first second step. */
export async function noteAdded(tx: Tx, person: Id<'person'>, kind: FactorKind): Promise<string[] | null> {
  tx.emit(factorAdded, { organizationId: null, subject: { kind: 'person', id: person }, data: { kind } });
  forgetDevices(tx, person);
  tx.tell(factorWasAdded, { to: { person }, occurrence: tx.newId(), data: { kind } });
  return recoveryCodesIfNone(tx, person);
}

/** The fact and the mail. The last second step stays where one is asked of the person. Errors: `last_second_step`. */
export async function noteRemoved(
  tx: Tx,
  { person: { id: person }, secondStepAskedBy: asked }: Session,
  kind: FactorKind,
): Promise<void> {
  tx.emit(factorRemoved, { organizationId: null, subject: { kind: 'person', id: person }, data: { kind } });
  forgetDevices(tx, person);
  tx.tell(factorWasRemoved, { to: { person }, occurrence: tx.newId(), data: { kind } });
  const left = await findSteps(tx.db, person);
  if (left.some((step) => step !== 'recovery_code')) return;
  if (asked !== null) throw new Problem(lastSecondStep, { facts: { reason: `asked_by_${asked}` } });
  // Recovery codes stand in for another step; without one they would be a password that nobody changes.
  await tx.db.deleteFrom('identity.recovery_codes').where('person_id', '=', person).execute();
}
