import type { Session } from '../../../kernel/auth/actor.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { everything } from '../../../kernel/db/scope.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import { wrongPassword } from '../contract.ts';
import { passwordChanged } from '../events.ts';
import { passwordWasChanged } from '../messages.ts';
import { checkPassword, hashPassword } from '../passwords.ts';
import { forgetDevices } from '../remembered-devices.ts';
import { refuseWeakPassword } from '../refuse-weak-password.ts';
import { endSessions, renewSession } from '../sessions.ts';
import type { StartedSession } from '../sessions.ts';

/** Changes the password of somebody who knows the current one, and signs them out everywhere else; this session gets a new token. */
export async function changePassword(
  ctx: Ctx,
  session: Session,
  input: { current: string; password: string },
): Promise<StartedSession> {
  const system = ctx.within(everything);
  const person = session.person.id;
  const { password_hash: stored } = await system.read((db) =>
    db
      .selectFrom('identity.people')
      .select('password_hash')
      .where('id', '=', person)
      .executeTakeFirstOrThrow(),
  );
  if (!(await checkPassword(stored, input.current))) {
    throw new Problem(wrongPassword, {
      fields: [{ path: 'current', code: 'wrong_password', message: 'not the current password' }],
    });
  }
  await system.read((db) => refuseWeakPassword(db, input.password, person));
  const hashed = await hashPassword(input.password);
  return system.transact(async (tx) => {
    await tx.db
      .updateTable('identity.people')
      .set((eb) => ({ password_hash: hashed, version: eb('version', '+', 1) }))
      .where('id', '=', person)
      .execute();
    await endSessions(tx, person, session.id);
    forgetDevices(tx, person);
    tx.emit(passwordChanged, { organizationId: null, subject: { kind: 'person', id: person }, data: {} });
    tx.tell(passwordWasChanged, { to: { person }, occurrence: tx.newId(), data: {} });
    return renewSession(tx, session.id, 'password');
  });
}
