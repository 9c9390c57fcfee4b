import type { Locale } from '../../../kernel/auth/actor.ts';
import type { StaffRole } from '../../../kernel/auth/roles.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, changedMeanwhile, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { alreadyStaff, lastAdministrator } from '../contract.ts';
import { staffAppointed, staffDismissed, staffRolesChanged } from '../events.ts';
import { invitedToStaff } from '../messages.ts';
import { issueProof } from '../proofs.ts';
import { endSessions } from '../sessions.ts';
import { addPerson } from './sign-up.ts';

/** Takes somebody onto the staff; who has no account yet is mailed the link to choose a password. */
export async function appointStaff(
  tx: Tx,
  input: { name: string; email: string; roles: StaffRole[]; locale: Locale; timeZone: string },
): Promise<Id<'person'>> {
  const { id } = await addPerson(tx, input);
  const added = await tx.db
    .insertInto('identity.staff')
    .values({ person_id: id, roles: input.roles, since: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('person_id')
    .executeTakeFirst();
  if (!added) throw new Problem(alreadyStaff);
  tx.emit(staffAppointed, {
    organizationId: null,
    subject: { kind: 'person', id },
    data: { roles: input.roles },
  });
  const { token, hours } = await issueProof(tx, id, 'sign_up');
  tx.tell(invitedToStaff, { to: { person: id }, occurrence: tx.newId(), data: { token, hours } });
  return id;
}

export async function changeStaffRoles(
  tx: Tx,
  person: Id<'person'>,
  version: number,
  roles: StaffRole[],
): Promise<void> {
  await keepAnAdministrator(tx, person, roles);
  const changed = await tx.db
    .updateTable('identity.staff')
    .set({ roles, version: version + 1 })
    .where('person_id', '=', person)
    .where('version', '=', version)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) throw new Problem(changedMeanwhile);
  tx.emit(staffRolesChanged, {
    organizationId: null,
    subject: { kind: 'person', id: person },
    data: { roles },
  });
}

/** Takes somebody off the staff; their sessions end at once. */
export async function dismissStaff(tx: Tx, person: Id<'person'>): Promise<void> {
  await keepAnAdministrator(tx, person, []);
  await tx.db.deleteFrom('identity.staff').where('person_id', '=', person).execute();
  await endSessions(tx, person);
  tx.emit(staffDismissed, { organizationId: null, subject: { kind: 'person', id: person }, data: {} });
}

/** Locks every administrator's row, so that two who demote each other at once cannot both succeed. */
async function keepAnAdministrator(tx: Tx, person: Id<'person'>, roles: readonly StaffRole[]): Promise<void> {
  const known = await tx.db
    .selectFrom('identity.staff')
    .select('person_id')
    .where('person_id', '=', person)
    .executeTakeFirst();
  if (!known) throw new Problem(notFound);
  const administrators = await tx.db
    .selectFrom('identity.staff')
    .select('person_id')
    .where((eb) => eb(eb.val('administrator'), '=', eb.fn.any('roles')))
    .orderBy('person_id')
    .forUpdate()
    .execute();
  const others = administrators.filter((row) => row.person_id !== person);
  if (others.length === 0 && !roles.includes('administrator')) throw new Problem(lastAdministrator);
}
