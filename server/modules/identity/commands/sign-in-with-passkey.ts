import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import type { Ctx } from '../../../kernel/context.ts';
import { everything } from '../../../kernel/db/scope.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import { wrongPasskey } from '../contract.ts';
import { refuseElsewhere } from '../elsewhere.ts';
import { checkPasskey } from '../passkeys.ts';
import type { Place } from '../sessions.ts';
import { completeSignIn } from './complete-sign-in.ts';
import type { SignIn } from './complete-sign-in.ts';

/** Signs in whoever holds a passkey that knows this site; it says who they are. Errors: `wrong_passkey`, `sso_required`. */
export async function signInWithPasskey(
  ctx: Ctx,
  response: AuthenticationResponseJSON,
  from: Place,
): Promise<SignIn> {
  const outcome = await ctx.within(everything).transact(async (tx) => {
    const person = await checkPasskey(tx, ctx.publicUrl, 'sign_in', null, response);
    if (!person) return null;
    const welcome = await tx.db
      .selectFrom('identity.people')
      .select('id')
      .where('id', '=', person)
      .where('disabled_at', 'is', null)
      .where('email_verified_at', 'is not', null)
      .executeTakeFirst();
    if (!welcome) return null;
    await refuseElsewhere(ctx.product, tx.db, person);
    return completeSignIn(tx, person, ['passkey'], from);
  });
  if (!outcome) throw new Problem(wrongPasskey);
  return outcome;
}
