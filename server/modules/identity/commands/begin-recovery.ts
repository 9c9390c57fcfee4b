import type { Locale, Session } from '../../../kernel/auth/actor.ts';
import { hashToken, randomToken } from '../../../kernel/crypto.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { readSetting } from '../../../kernel/settings.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { nothingToRecover, ownRecovery, recoveryUnderWay } from '../contract.ts';
import { recoveryBegun } from '../events.ts';
import { findPersonToRecover } from '../recoveries.ts';
import { recoveryHasBegun, recoveryNeedsApproval, recoveryUnderWayNotice } from '../recovery-messages.ts';
import { recoveryDelay } from '../settings.ts';
import { findSteps } from '../steps.ts';

/** Addresses given up for this long still hear of a recovery: who took the account over may have changed it first. */
const formerDays = 30;

/**
 * Begins to let somebody in again who lost the second step. Nothing changes until the delay is over; until then everybody who may
 * be the person is told and can stop it. Errors: `own_recovery`, `not_found`, `nothing_to_recover`, `recovery_under_way`.
 */
export async function beginRecovery(
  tx: Tx,
  by: Session['person'],
  input: { person: Id<'person'>; reason: string; vouchedBy: string },
): Promise<void> {
  if (input.person === by.id) throw new Problem(ownRecovery);
  const person = await findPersonToRecover(tx.db, input.person);
  if (!person) throw new Problem(notFound);
  if ((await findSteps(tx.db, input.person)).length === 0) throw new Problem(nothingToRecover);
  const { delayHours: hours } = (await readSetting(tx.db, recoveryDelay)).value;
  const dueAt = new Date(tx.now.getTime() + hours * 3_600_000);
  const token = randomToken();
  const id = tx.newId();
  const added = await tx.db
    .insertInto('identity.recoveries')
    .values({
      id,
      person_id: input.person,
      reason: input.reason,
      vouched_by: input.vouchedBy,
      began_by: by.id,
      began_at: tx.now,
      due_at: dueAt,
      stop_hash: hashToken(token),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added) throw new Problem(recoveryUnderWay);
  tx.emit(recoveryBegun, {
    organizationId: null,
    subject: { kind: 'person', id: input.person },
    data: { recoveryId: id, dueAt: dueAt.toISOString(), needsApproval: person.administrator },
  });
  const { name, locale, time_zone: timeZone } = person;
  for (const address of new Set([person.email, ...(await formerAddresses(tx, input.person))])) {
    tx.tell(recoveryHasBegun, {
      to: { address, name, locale: locale as Locale, timeZone },
      occurrence: id,
      data: { token, hours },
    });
  }
  tx.tell(recoveryUnderWayNotice, { to: { person: input.person }, occurrence: id, data: { hours } });
  if (person.administrator) await askOthers(tx, id, { by, person: { id: input.person, name } });
}

/** What the person was written to at lately. Of a change that was taken back, the other address was never theirs. */
async function formerAddresses(tx: Tx, person: Id<'person'>): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('identity.email_changes')
    .select('old_email')
    .where('person_id', '=', person)
    .where('confirmed_at', '>=', new Date(tx.now.getTime() - formerDays * 86_400_000))
    .where('ended_at', 'is', null)
    .execute();
  return rows.map((row) => row.old_email);
}

async function askOthers(
  tx: Tx,
  occurrence: string,
  { by, person }: { by: Session['person']; person: { id: Id<'person'>; name: string } },
): Promise<void> {
  const others = await tx.db
    .selectFrom('identity.staff')
    .select('person_id')
    .where((eb) => eb(eb.val('administrator'), '=', eb.fn.any('roles')))
    .where('person_id', 'not in', [by.id, person.id])
    .execute();
  for (const { person_id } of others) {
    tx.tell(recoveryNeedsApproval, {
      to: { person: person_id as Id<'person'> },
      occurrence,
      data: { person: person.name, by: by.name },
    });
  }
}
