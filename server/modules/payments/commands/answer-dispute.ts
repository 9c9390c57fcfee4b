import type { Ctx } from '../../../kernel/context.ts';
import { everything } from '../../../kernel/db/scope.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { gatewaySilent } from '../contract.ts';
import { cannotAnswer } from '../dispute-contract.ts';
import { about, askLater, findDispute, lockDispute } from '../dispute-row.ts';
import type { Dispute } from '../dispute-row.ts';
import { disputeAbilities } from '../domain/dispute-abilities.ts';
import { disputeAccepted, disputeAnswered } from '../events.ts';
import { GatewayRefused, GatewayUnavailable } from '../gateway.ts';
import type { DisputeAnswer, DisputeSnapshot, Disputes } from '../gateway.ts';
import { gatewayNamed } from '../ports.ts';
import { takeDisputeNews } from './take-dispute-news.ts';

type Evidence = Pick<DisputeAnswer, 'evidenceId' | 'statement' | 'file'>;

/**
 * Sends evidence to the bank. What is sent again with the same id arrives once, so after `gateway_silent` it is simply sent again,
 * `isRepeated`. Outside transactions. Errors: `not_found`, `cannot_answer` with its reason, `gateway_silent`.
 */
export async function submitEvidence(
  ctx: Ctx,
  {
    dispute: id,
    evidence,
    by,
    isRepeated,
  }: { dispute: Id<'dispute'>; evidence: Evidence; by: Id<'person'>; isRepeated: boolean },
): Promise<void> {
  // What was sent before may be why the bank takes nothing more: then the gateway knows it by its id.
  const dispute = isRepeated
    ? await ctx.read((db) => findDispute(db, id))
    : await findAnswerable(ctx, id, 'answer');
  const told = await speak(ctx, dispute, (gateway) =>
    gateway.submit({ disputeId: dispute.reference, ...evidence, now: ctx.clock.now() }),
  );
  await ctx.within(everything).transact(async (tx) => {
    const answered = await tx.db
      .updateTable('payments.disputes')
      .set({ submitted_at: tx.now, submitted_by: by })
      .where('id', '=', id)
      .where('submitted_at', 'is', null)
      .executeTakeFirst();
    await takeDisputeNews(tx, dispute.gateway, told);
    if (answered.numUpdatedRows === 0n) return;
    const { fact, data } = about(dispute);
    tx.emit(disputeAnswered, { ...fact, data: { ...data, evidenceId: evidence.evidenceId } });
  });
}

/** Does not contest a dispute: the money stays with the payer. Errors: `not_found`, `cannot_answer`, `gateway_silent`. */
export async function acceptDispute(
  ctx: Ctx,
  { dispute: id, by }: { dispute: Id<'dispute'>; by: Id<'person'> },
): Promise<void> {
  const dispute = await findAnswerable(ctx, id, 'accept');
  const told = await speak(ctx, dispute, (gateway) =>
    gateway.accept({ disputeId: dispute.reference, now: ctx.clock.now() }),
  );
  await ctx.within(everything).transact(async (tx) => {
    const accepted = await tx.db
      .updateTable('payments.disputes')
      .set({ accepted_by: by })
      .where('id', '=', id)
      .where('accepted_by', 'is', null)
      .executeTakeFirst();
    await takeDisputeNews(tx, dispute.gateway, told);
    if (accepted.numUpdatedRows === 0n) return;
    const { fact, data } = about(dispute);
    tx.emit(disputeAccepted, { ...fact, data });
  });
}

/** Asks the gateway what became of a dispute, and takes its answer; silence is asked about again. Errors: `not_found`. */
export async function askAboutDispute(ctx: Ctx, id: Id<'dispute'>): Promise<void> {
  const dispute = await ctx.read((db) => findDispute(db, id));
  const { disputes } = gatewayNamed(ctx.ports, dispute.gateway);
  if (!disputes) return;
  const told = await disputes.find(dispute.reference).catch((error: unknown) => {
    if (!(error instanceof GatewayUnavailable || error instanceof GatewayRefused)) throw error;
    ctx.log.warn({ dispute: id, gateway: dispute.gateway, error: error.message }, 'a gateway did not answer');
    return null;
  });
  await ctx.within(everything).transact(async (tx) => {
    const outcome = told ? await takeDisputeNews(tx, dispute.gateway, told) : null;
    if (outcome !== 'advanced') await askLater(tx, await lockDispute(tx, id));
  });
}

async function findAnswerable(ctx: Ctx, id: Id<'dispute'>, act: 'answer' | 'accept'): Promise<Dispute> {
  const dispute = await ctx.read((db) => findDispute(db, id));
  const takesAnswers = gatewayNamed(ctx.ports, dispute.gateway).disputes !== undefined;
  const may = disputeAbilities({ ...dispute.facts, takesAnswers }, ctx.clock.now())[act];
  if (may !== true) throw new Problem(cannotAnswer, { facts: { reason: may.no } });
  return dispute;
}

/** Errors: `cannot_answer` when the gateway says no, `gateway_silent` when it says nothing usable. */
async function speak(
  ctx: Ctx,
  { id, gateway }: Dispute,
  say: (disputes: Disputes) => Promise<DisputeSnapshot>,
): Promise<DisputeSnapshot> {
  try {
    return await say(gatewayNamed(ctx.ports, gateway).disputes!);
  } catch (error) {
    if (error instanceof GatewayRefused)
      throw new Problem(cannotAnswer, { facts: { reason: 'gateway_refused' } });
    if (!(error instanceof GatewayUnavailable)) throw error;
    ctx.log.warn({ dispute: id, gateway, error: error.message }, 'a gateway did not answer');
    throw new Problem(gatewaySilent);
  }
}
