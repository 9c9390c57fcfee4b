import type { Session } from '../../../kernel/auth/actor.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { everything } from '../../../kernel/db/scope.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { readSetting } from '../../../kernel/settings.ts';
import type { Phone } from '../../../kernel/texting.ts';
import { Problem, invalidInput, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { wrongCode } from '../contract.ts';
import { endingOf } from '../domain/phone-number.ts';
import { phoneChanged } from '../events.ts';
import { phoneWasChanged } from '../factor-messages.ts';
import { findPhone, requireChannel } from '../phones.ts';
import { forgetDevices } from '../remembered-devices.ts';
import { takeCode, textCode } from '../sent-codes.ts';
import type { CodeUse } from '../sent-codes.ts';
import { renewSession } from '../sessions.ts';
import type { StartedSession } from '../sessions.ts';
import { texting } from '../settings.ts';
import { newNumbers } from '../text-allowances.ts';
import { noteAdded, noteRemoved } from './manage-factors.ts';

/** Within a day: to a number that nobody has shown to be theirs yet, and for one person, whatever numbers they try. */
const toNewNumber = 4;
const newNumbersOfPerson = 6;

const useOf = ({ id }: Session): CodeUse => ({ purpose: 'phone', askedBy: id });

/**
 * Sends a code to a number that somebody says is theirs; it counts once the code comes back. Whether others have it is not looked at.
 * Errors: `texting_off`, `invalid_input` for a country that is not served, `too_many_requests`.
 */
export async function askPhone(ctx: Ctx, session: Session, phone: Phone): Promise<void> {
  requireChannel(ctx, phone.channel);
  const person = session.person.id;
  await ctx.within(everything).transact(async (tx) => {
    const { countryCodes, newNumbersPerDay } = (await readSetting(tx.db, texting)).value;
    if (!countryCodes.some((code) => phone.number.startsWith(`+${code}`))) {
      throw new Problem(invalidInput, {
        fields: [
          { path: 'number', code: 'country_not_served', message: 'no codes are sent to that country' },
        ],
      });
    }
    await textCode(tx, person, useOf(session), {
      phone,
      host: ctx.publicUrl.hostname,
      allowances: [
        { what: `new number ${phone.number}`, most: toNewNumber },
        { what: `new numbers of ${person}`, most: newNumbersOfPerson },
        { what: newNumbers, most: newNumbersPerDay },
      ],
    });
  });
}

/**
 * The code came back: the phone is theirs and takes the place of an earlier one. Returns recovery codes where there were none; the
 * session has shown the phone and gets a new token. A wrong code counts. Errors: `wrong_code`.
 */
export async function confirmPhone(
  ctx: Ctx,
  session: Session,
  code: string,
): Promise<{ recoveryCodes: string[] | null; renewed: StartedSession }> {
  const person = session.person.id;
  const outcome = await ctx.within(everything).transact(async (tx) => {
    const taken = await takeCode(tx, person, useOf(session), { kind: 'message_code', code });
    if (!taken?.phone) return null;
    return {
      recoveryCodes: await keepPhone(tx, person, taken.phone),
      renewed: await renewSession(tx, session.id, 'message_code'),
    };
  });
  if (outcome) return outcome;
  throw new Problem(wrongCode, { fields: [{ path: 'code', code: 'wrong_code', message: 'not right' }] });
}

async function keepPhone(tx: Tx, person: Id<'person'>, phone: Phone): Promise<string[] | null> {
  const earlier = await findPhone(tx.db, person);
  const kept = { ...phone, added_at: tx.now, used_at: null };
  await tx.db
    .insertInto('identity.phones')
    .values({ person_id: person, ...kept })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(kept))
    .execute();
  if (!earlier) return noteAdded(tx, person, 'message_code');
  if (earlier.number === phone.number) return null;
  await forgetCodes(tx, person);
  forgetDevices(tx, person);
  tx.emit(phoneChanged, { organizationId: null, subject: { kind: 'person', id: person }, data: {} });
  tx.tell(phoneWasChanged, {
    to: { person },
    occurrence: tx.newId(),
    data: { from: endingOf(earlier.number), to: endingOf(phone.number) },
  });
  return null;
}

/** Errors: `not_found`, `last_second_step`. */
export async function removePhone(tx: Tx, session: Session): Promise<void> {
  const person = session.person.id;
  const removed = await tx.db
    .deleteFrom('identity.phones')
    .where('person_id', '=', person)
    .executeTakeFirst();
  if (removed.numDeletedRows === 0n) throw new Problem(notFound);
  await forgetCodes(tx, person);
  await noteRemoved(tx, session, 'message_code');
}

/** What was sent to a phone that does not count any more. */
async function forgetCodes(tx: Tx, person: Id<'person'>): Promise<void> {
  await tx.db
    .deleteFrom('identity.sent_codes')
    .where('person_id', '=', person)
    .where('kind', '=', 'message_code')
    .where('purpose', '!=', 'phone')
    .execute();
}
