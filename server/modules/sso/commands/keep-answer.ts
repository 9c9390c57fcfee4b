import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import { hashToken } from '../../../kernel/crypto.ts';
import { everything } from '../../../kernel/db/scope.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { ssoOver } from '../contract.ts';
import { sealedSecrets } from './begin-sign-in.ts';

export const sealedAnswer = (connection: string, state: string) =>
  `${sealedSecrets(connection, state)}:answer`;

/**
 * Keeps what a SAML provider made a browser post here, sealed, with the sign-in that the state names: the first that comes, and only for
 * one that was begun. Nobody is let in by it. That takes the browser that began, which brings its own cookie next. Errors: `sso_over`.
 */
export async function keepAnswer(
  ctx: Ctx,
  { connection, state, answer }: { connection: Id<'connection'>; state: string; answer: string },
): Promise<void> {
  const kept = await ctx.within(everything).transact(async (tx) => {
    const sealed = tx.vault.seal(sealedAnswer(connection, state), answer);
    const { rows } = await sql`
      update sso.attempts a set answer_sealed = ${sealed} from sso.connections c
      where a.state_hash = ${hashToken(state)} and a.connection_id = ${connection} and a.answer_sealed is null
        and a.expires_at > ${tx.now} and c.organization_id = a.organization_id and c.id = a.connection_id and c.kind = 'saml'
      returning 1 as kept`.execute(tx.db);
    return rows.length > 0;
  });
  if (!kept) throw new Problem(ssoOver);
}
