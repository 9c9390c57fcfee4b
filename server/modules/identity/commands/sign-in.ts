import type { Ctx } from '../../../kernel/context.ts';
import { everything } from '../../../kernel/db/scope.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { wrongCredentials } from '../contract.ts';
import { signInRefused } from '../events.ts';
import { checkPassword } from '../passwords.ts';
import { startSession } from '../sessions.ts';
import type { StartedSession } from '../sessions.ts';

/**
 * Signs a person in. The same answer after the same work, whether the address is unknown, the password wrong or the account shut.
 * The password is checked outside any transaction, since it takes far longer than everything else.
 */
export async function signIn(
  ctx: Ctx,
  input: { email: string; password: string },
  from: { address: string; userAgent: string },
): Promise<StartedSession> {
  const system = ctx.within(everything);
  const found = await system.read((db) =>
    db
      .selectFrom('identity.people')
      .select(['id', 'password_hash', 'email_verified_at', 'disabled_at'])
      .where('email', '=', input.email)
      .executeTakeFirst(),
  );
  const right = await checkPassword(found?.password_hash ?? null, input.password);
  const person = found?.id as Id<'person'> | undefined;
  const why = !right
    ? 'wrong_password'
    : found?.disabled_at
      ? 'disabled'
      : found?.email_verified_at
        ? null
        : 'not_verified';
  if (person && why === null) return system.transact((tx) => startSession(tx, person, from));
  if (person && why) {
    await system.transact(async (tx) => {
      tx.emit(signInRefused, {
        organizationId: null,
        subject: { kind: 'person', id: person },
        data: { why },
      });
    });
  }
  throw new Problem(wrongCredentials);
}
