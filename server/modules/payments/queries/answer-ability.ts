import type { Ctx } from '../../../kernel/context.ts';
import type { Db } from '../../../kernel/db/types.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { findDispute } from '../dispute-row.ts';
import { disputeAbilities } from '../domain/dispute-abilities.ts';

/** Whether the bank takes an answer to a dispute now, or why not. Errors: `not_found`. */
export async function answerAbility(db: Db, ctx: Ctx, dispute: Id<'dispute'>) {
  const { facts, gateway } = await findDispute(db, dispute);
  const takesAnswers = ctx.ports.gateways.get(gateway)?.disputes !== undefined;
  return disputeAbilities({ ...facts, takesAnswers }, ctx.clock.now()).answer;
}
