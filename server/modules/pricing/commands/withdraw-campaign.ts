import { z } from 'zod';
import type { Tx } from '../../../kernel/db/tx.ts';
import { id } from '../../../kernel/http/shapes.ts';
import { defineJob } from '../../../kernel/jobs/define.ts';
import type { Job } from '../../../kernel/jobs/define.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { findMembersWhoMay, findOrganization } from '../../organizations/index.ts';
import { lockService, withdrawPrice } from '../../services/index.ts';
import { lockCampaign, lockMoves, writeCampaign, writeMove } from '../campaign.ts';
import type { Move } from '../campaign.ts';
import { campaignStates, openMoves } from '../domain/states.ts';
import { campaignWithdrawn } from '../events.ts';
import { priceWithdrawn } from '../messages.ts';
import { answerPrices } from '../permissions.ts';

interface Input {
  campaign: Id<'campaign'>;
  /** The client it has come to. */
  after: string;
}

const nobody = '00000000-0000-0000-0000-000000000000';

const turn = 100;

/**
 * Takes a campaign back. Nothing more is announced from now on, and client after client gets the old price back and is told so. A service
 * whose first period at the new price is invoiced keeps the new one. Errors: `not_found`, `wrong_state`.
 */
export async function withdrawCampaign(tx: Tx, campaign: Id<'campaign'>): Promise<void> {
  const { state } = await lockCampaign(tx, campaign);
  campaignStates.assertMove(state, 'withdrawn');
  await writeCampaign(tx, campaign, { state: 'withdrawn', withdrawn_at: tx.now });
  tx.enqueue(takeBackMoves, { campaign, after: nobody }, { key: campaign });
  const subject = { kind: 'campaign', id: campaign };
  tx.emit(campaignWithdrawn, { organizationId: null, subject, data: {} });
}

export const takeBackMoves: Job<Input> = defineJob({
  name: 'pricing.take-back-moves',
  input: z.object({ campaign: id('campaign'), after: z.string() }),
  run: async (ctx, { campaign, after: begin }: Input) => {
    let after = begin;
    for (let done = 0; done < turn; done++) {
      const next = await ctx.transact((tx) => takeBackNext(tx, campaign, after));
      if (next === null) return;
      after = next;
    }
    await ctx.transact(async (tx) => tx.enqueue(takeBackMoves, { campaign, after }, { key: campaign }));
  },
});

/** The client it was done for; null when there is none left after `after`. */
async function takeBackNext(tx: Tx, campaign: Id<'campaign'>, after: string): Promise<string | null> {
  await lockCampaign(tx, campaign, 'share');
  const next = await tx.db
    .selectFrom('pricing.moves')
    .select('organization_id')
    .where('campaign_id', '=', campaign)
    .where('state', 'in', [...openMoves])
    .where('organization_id', '>', after)
    .orderBy('organization_id')
    .limit(1)
    .executeTakeFirst();
  if (!next) return null;
  const organization = next.organization_id as Id<'organization'>;
  const moves = await lockMoves(tx, { organization, campaign, states: openMoves });
  const told = [];
  for (const move of moves) if (await takeBack(tx, move)) told.push(move);
  if (told.length > 0) await tell(tx, organization, campaign, told);
  return organization;
}

/** True when its client had been told of it. */
async function takeBack(tx: Tx, move: Move): Promise<boolean> {
  const { organization, service: id, state } = move;
  const service = await lockService(tx, organization, id);
  const invoiced = service.period !== null && move.on !== null && service.period.to > move.on;
  if (state === 'agreed') {
    if (invoiced && service.coming?.move === move.id) return false;
    await withdrawPrice(tx, { organization, service: id, move: move.id });
  }
  await writeMove(tx, move, { state: 'withdrawn', why: null });
  return state === 'told' || state === 'agreed';
}

async function tell(
  tx: Tx,
  organization: Id<'organization'>,
  campaign: string,
  moves: readonly Move[],
): Promise<void> {
  const [{ slug }, people, names] = await Promise.all([
    findOrganization(tx.db, organization),
    findMembersWhoMay(tx.db, organization, answerPrices),
    tx.db
      .selectFrom('services.services')
      .select(['label', 'names'])
      .where(
        'id',
        'in',
        moves.map(({ service }) => service),
      )
      .orderBy('id')
      .execute(),
  ]);
  const services = names.map((of) =>
    of.label ? { id: of.label, en: of.label } : (of.names as { id: string; en: string }),
  );
  for (const person of people) {
    tx.tell(priceWithdrawn, {
      to: { person },
      organizationId: organization,
      occurrence: campaign,
      data: { services, path: `/o/${slug}/services` },
    });
  }
}
