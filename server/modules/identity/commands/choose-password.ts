import type { Ctx } from '../../../kernel/context.ts';
import { everything } from '../../../kernel/db/scope.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import { linkUsedUp } from '../contract.ts';
import { refuseElsewhere } from '../elsewhere.ts';
import { mailboxProven, passwordChanged } from '../events.ts';
import { passwordWasChanged } from '../messages.ts';
import { hashPassword } from '../passwords.ts';
import { useProof } from '../proofs.ts';
import { forgetDevices } from '../remembered-devices.ts';
import { refuseWeakPassword } from '../refuse-weak-password.ts';
import { endSessions } from '../sessions.ts';
import type { Place } from '../sessions.ts';
import { completeSignIn } from './complete-sign-in.ts';
import type { SignIn } from './complete-sign-in.ts';

/**
 * Finishes a sign-up or a password reset: whoever holds the link chooses the password. Choosing it only now means that nobody can
 * prepare an account for somebody else's address. Every earlier session ends.
 */
export async function choosePassword(
  ctx: Ctx,
  input: { token: string; password: string },
  from: Place,
): Promise<SignIn> {
  const hashed = await hashPassword(input.password);
  return ctx.within(everything).transact(async (tx) => {
    const proof = await useProof(tx, input.token);
    if (!proof) throw new Problem(linkUsedUp);
    await refuseElsewhere(ctx.product, tx.db, proof.person);
    await refuseWeakPassword(tx.db, input.password, proof.person);
    const subject = { kind: 'person', id: proof.person };
    await tx.db
      .updateTable('identity.people')
      .set((eb) => ({
        password_hash: hashed,
        email_verified_at: eb.fn.coalesce('email_verified_at', eb.val(tx.now)),
        version: eb('version', '+', 1),
      }))
      .where('id', '=', proof.person)
      .execute();
    await endSessions(tx, proof.person);
    forgetDevices(tx, proof.person);
    tx.emit(mailboxProven, { organizationId: null, subject, data: { purpose: proof.purpose } });
    if (proof.purpose === 'password_reset') {
      tx.emit(passwordChanged, { organizationId: null, subject, data: {} });
      tx.tell(passwordWasChanged, { to: { person: proof.person }, occurrence: tx.newId(), data: {} });
    }
    return completeSignIn(tx, proof.person, ['link'], from);
  });
}
