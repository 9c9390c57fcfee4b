import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import { wrongState } from '../../../kernel/values/state-machine.ts';
import { lockCampaign, lockMoves } from '../campaign.ts';
import type { Campaign, Move } from '../campaign.ts';
import { moveAbilities } from '../domain/abilities.ts';
import type { MoveAct } from '../domain/abilities.ts';
import { agree } from './follow-notice.ts';
import { skip, tellClient } from './tell-client.ts';

/**
 * What staff do about a notice that did not arrive: send it anew, with a day that leaves the time of notice again; note that it was delivered
 * in another way; or leave the service at its price. Errors: `not_found`, `wrong_state`.
 */
export async function decideOnMove(
  tx: Tx,
  { campaign: id, move: moveId }: { campaign: string; move: string },
  act: MoveAct,
): Promise<void> {
  const campaign = await lockCampaign(tx, id, 'share');
  const [move] = await lockMoves(tx, { campaign: id, move: moveId });
  if (!move) throw new Problem(notFound);
  const may = moveAbilities({ state: move.state, campaign: campaign.state, told: move.on !== null })[act];
  if (may !== true) throw new Problem(wrongState, { facts: { reason: may.no } });
  await acts[act](tx, campaign, move);
}

const acts: Record<MoveAct, (tx: Tx, campaign: Campaign, move: Move) => Promise<void>> = {
  resend: (tx, campaign, move) => tellClient(tx, campaign, [move]),
  deliver: (tx, campaign, move) => agree(tx, campaign, move, tx.now),
  leave: (tx, _, move) => skip(tx, move, 'left'),
};
