import type { Ctx } from '../../../kernel/context.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import { findAttempt } from '../attempt-row.ts';
import { cannotCancel, gatewaySilent } from '../contract.ts';
import { attemptAbilities } from '../domain/abilities.ts';
import { askGateway, cancelAtGateway } from './ask-gateway.ts';
import type { AttemptKey } from './ask-gateway.ts';

/** Asks the gateway at once, for somebody who waits. Does nothing where there is nothing to learn. Errors: `not_found`. */
export async function checkAttempt(ctx: Ctx, key: AttemptKey): Promise<void> {
  const attempt = await ctx.read((db) => findAttempt(db, key.organization, key.attempt));
  if (attemptAbilities(attempt, ctx.clock.now()).check === true) await askGateway(ctx, key);
}

/** Takes back an attempt that was not paid. Errors: `not_found`, `cannot_cancel`, `gateway_silent`. */
export async function cancelAttempt(ctx: Ctx, key: AttemptKey): Promise<void> {
  const attempt = await ctx.read((db) => findAttempt(db, key.organization, key.attempt));
  if (attemptAbilities(attempt, ctx.clock.now()).cancel !== true) throw new Problem(cannotCancel);
  const { state } = await cancelAtGateway(ctx, attempt);
  if (state.status === 'requires_action') throw new Problem(gatewaySilent);
  if (state.status !== 'canceled' && state.status !== 'expired') throw new Problem(cannotCancel);
}
