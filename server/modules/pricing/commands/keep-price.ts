import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import { wrongState } from '../../../kernel/values/state-machine.ts';
import type { Ability } from '../../../kernel/values/state-machine.ts';
import { agreePrice, lockService, withdrawPrice } from '../../services/index.ts';
import type { Service, ServiceKey } from '../../services/index.ts';
import { about, lockMoves, writeMove } from '../campaign.ts';
import type { Move } from '../campaign.ts';
import { firstPeriodFrom } from '../domain/new-price.ts';
import { priceKept } from '../events.ts';

/**
 * The client keeps the old price for as long as the campaign allows: the new one begins with the first period after that. Once. Needs a
 * transaction that sees everything. Errors: `not_found` where nothing is announced, `wrong_state`.
 */
export async function keepPrice(tx: Tx, key: ServiceKey): Promise<void> {
  const [move] = await lockMoves(tx, { service: key.service });
  if (!move || move.organization !== key.organization || move.on === null) throw new Problem(notFound);
  const service = await lockService(tx, key.organization, key.service);
  const may = mayKeep(move, service);
  if (may !== true) throw new Problem(wrongState, { facts: { reason: may.no } });
  const on = firstPeriodFrom(service, move.keepUntil!)!;
  const coming = { ...service.coming!, on };
  await withdrawPrice(tx, { ...key, move: move.id });
  await agreePrice(tx, { ...key, coming });
  await writeMove(tx, move, { kept_at: tx.now, begins_on: on });
  tx.emit(priceKept, { ...about(move), data: { campaignId: move.campaign, moveId: move.id, on } });
}

/** Whether the old price may be kept for longer, and if not, why. */
export function mayKeep(
  { keepUntil, keptAt, state, on }: Pick<Move, 'keepUntil' | 'keptAt' | 'state' | 'on'>,
  service: Pick<Service, 'period' | 'coming' | 'nextPeriod' | 'cycle' | 'anchorOn' | 'termEndsOn'>,
): Ability {
  const { period, coming } = service;
  if (keepUntil === null) return { no: 'not_offered' };
  if (keptAt !== null) return { no: 'kept_already' };
  if (state !== 'agreed' || !coming) return { no: 'not_confirmed_yet' };
  if (on !== null && period !== null && period.to > on) return { no: 'already_invoiced' };
  const later = firstPeriodFrom(service, keepUntil);
  // What its term promises is at least as much.
  return on !== null && later !== null && later > on ? true : { no: 'kept_by_term' };
}
