import { z } from 'zod';
import type { Tx } from '../../../kernel/db/tx.ts';
import { id } from '../../../kernel/http/shapes.ts';
import { defineJob } from '../../../kernel/jobs/define.ts';
import type { Job } from '../../../kernel/jobs/define.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { lockCampaign, lockMoves, writeCampaign } from '../campaign.ts';
import { campaignAnnounced } from '../events.ts';
import { tellClient } from './tell-client.ts';

interface Input {
  campaign: Id<'campaign'>;
}

/** How many clients one run tells before it makes room for other work. */
const turn = 100;

/** Tells client after client, each in a transaction of its own, until all are told or somebody pauses it. */
export const sendNotices: Job<Input> = defineJob({
  name: 'pricing.send-notices',
  input: z.object({ campaign: id('campaign') }),
  run: async (ctx, { campaign }: Input) => {
    for (let told = 0; told < turn; told++) {
      if (!(await ctx.transact((tx) => tellNext(tx, campaign)))) return;
    }
    await ctx.transact(async (tx) => tx.enqueue(sendNotices, { campaign }, { key: campaign }));
  },
});

/** False when there is nobody left to tell, or it is not to go on. */
async function tellNext(tx: Tx, id: Id<'campaign'>): Promise<boolean> {
  const campaign = await lockCampaign(tx, id);
  if (campaign.state !== 'sending') return false;
  const next = await tx.db
    .selectFrom('pricing.moves')
    .select('organization_id')
    .where('campaign_id', '=', id)
    .where('state', '=', 'waiting')
    .orderBy('organization_id')
    .limit(1)
    .executeTakeFirst();
  if (next) {
    const of = { organization: next.organization_id, campaign: id, states: ['waiting'] as const };
    await tellClient(tx, campaign, await lockMoves(tx, of));
    return true;
  }
  await writeCampaign(tx, id, { state: 'announced' });
  tx.emit(campaignAnnounced, { organizationId: null, subject: { kind: 'campaign', id }, data: {} });
  return false;
}
