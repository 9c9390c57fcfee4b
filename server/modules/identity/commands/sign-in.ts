import type { Ctx } from '../../../kernel/context.ts';
import { everything } from '../../../kernel/db/scope.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { ssoRequired, wrongCredentials } from '../contract.ts';
import { findElsewhere } from '../elsewhere.ts';
import { signInRefused } from '../events.ts';
import { checkPassword, oneOfFew } from '../passwords.ts';
import { beginTry } from '../failed-tries.ts';
import type { Place } from '../sessions.ts';
import { logSignIn } from '../sign-ins.ts';
import { completeSignIn } from './complete-sign-in.ts';
import type { SignIn } from './complete-sign-in.ts';

/**
 * The first step of signing in, by password. The same answer after the same work, whether the address is unknown, the password wrong or the account shut.
 * The password is checked outside any transaction, since it takes far longer than everything else.
 */
export function signIn(ctx: Ctx, input: { email: string; password: string }, from: Place): Promise<SignIn> {
  return oneOfFew(() => tryToSignIn(ctx, input, from));
}

async function tryToSignIn(
  ctx: Ctx,
  input: { email: string; password: string },
  from: Place,
): Promise<SignIn> {
  const system = ctx.within(everything);
  const attempt = await system.transact((tx) => beginTry(tx, input.email, from));
  if (attempt.refusal) throw attempt.refusal;
  const { found, elsewhere } = await system.read(async (db) => {
    const row = await db
      .selectFrom('identity.people')
      .select(['id', 'password_hash', 'email_verified_at', 'disabled_at'])
      .where('email', '=', input.email)
      .executeTakeFirst();
    const id = (row?.id ?? null) as Id<'person'> | null;
    return { found: row, elsewhere: await findElsewhere(ctx.product, db, input.email, id) };
  });
  const right = await checkPassword(found?.password_hash ?? null, input.password);
  const person = found?.id as Id<'person'> | undefined;
  const why = !right
    ? 'wrong_password'
    : found?.disabled_at
      ? 'disabled'
      : !found?.email_verified_at
        ? 'not_verified'
        : elsewhere === 'elsewhere'
          ? 'elsewhere'
          : null;
  if (person && why === null)
    return system.transact((tx) => {
      attempt.right(tx);
      return completeSignIn(tx, person, ['password'], from);
    });
  // Told of addresses that nobody has too: what is not written would be seen in the time.
  await system.transact(async (tx) => {
    const subject = person ? { kind: 'person', id: person } : { kind: 'address', id: tx.newId() };
    const refused = person ? why! : 'unknown';
    tx.emit(signInRefused, { organizationId: null, subject, data: { why: refused } });
    logSignIn(tx, { id: tx.newId(), person: person ?? null, methods: ['password'], from, refused });
  });
  // Whether the password was right is told of nobody whose domain signs in elsewhere, and who is excepted neither.
  throw new Problem(elsewhere ? ssoRequired : wrongCredentials);
}
