import type { Session } from '../../../kernel/auth/actor.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, changedMeanwhile, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { acts } from '../contract.ts';
import { macroApplied } from '../events.ts';
import { readAbout } from '../queries/about-ticket.ts';
import { doActs } from './do-acts.ts';

/**
 * All that the macro says, or nothing of it. Errors: `not_found`; `changed_meanwhile` when it is not the macro that was shown; those of
 * `doActs`.
 */
export async function applyMacro(
  tx: Tx,
  session: Session,
  { ticket, macro }: { ticket: Id<'ticket'>; macro: Id<'macro'> },
  asked: { version: number; seen?: Id<'message'> | undefined },
): Promise<void> {
  const about = await readAbout(tx.db, ticket, session.person.name);
  const row = await tx.db
    .selectFrom('automation.macros')
    .select(['owner_id', 'acts', 'version'])
    .where('id', '=', macro)
    .executeTakeFirst();
  if (!row || (row.owner_id !== null && row.owner_id !== session.person.id)) throw new Problem(notFound);
  if (row.version !== asked.version) throw new Problem(changedMeanwhile);
  await doActs(tx, session, ticket, about, acts.parse(row.acts), asked.seen);
  tx.emit(macroApplied, {
    organizationId: about.organization,
    subject: { kind: 'ticket', id: ticket },
    data: { macroId: macro },
  });
}
