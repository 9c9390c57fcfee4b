import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, changedMeanwhile, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { wrongState } from '../../../kernel/values/state-machine.ts';
import { lockCampaign } from '../campaign.ts';
import type { CampaignBody } from '../contract.ts';
import { campaignChanged, campaignDrafted } from '../events.ts';

/** Writes a campaign down. Nothing happens before it is approved. Errors: `not_found` for a plan there is not. */
export async function draftCampaign(tx: Tx, body: CampaignBody, by: Id<'person'>): Promise<Id<'campaign'>> {
  await assertPlans(tx, body);
  const id = tx.newId<'campaign'>();
  await tx.db
    .insertInto('pricing.campaigns')
    .values({ id, state: 'draft', ...columnsOf(body), created_by: by, created_at: tx.now })
    .execute();
  tx.emit(campaignDrafted, { organizationId: null, subject: { kind: 'campaign', id }, data: {} });
  return id;
}

/** Errors: `not_found`, `changed_meanwhile`, `wrong_state` once it was approved. */
export async function changeCampaign(
  tx: Tx,
  id: Id<'campaign'>,
  version: number,
  body: CampaignBody,
): Promise<void> {
  const campaign = await lockCampaign(tx, id);
  if (campaign.version !== version) throw new Problem(changedMeanwhile);
  if (campaign.state !== 'draft') throw new Problem(wrongState, { facts: { reason: 'approved_already' } });
  await assertPlans(tx, body);
  await tx.db
    .updateTable('pricing.campaigns')
    .set({ ...columnsOf(body), version: version + 1 })
    .where('id', '=', id)
    .execute();
  tx.emit(campaignChanged, { organizationId: null, subject: { kind: 'campaign', id }, data: {} });
}

async function assertPlans(tx: Tx, { selection: { plans } }: CampaignBody): Promise<void> {
  const found = await tx.db.selectFrom('catalog.plans').select('id').where('id', 'in', plans).execute();
  const known = new Set(found.map(({ id }) => id));
  if (!plans.every((plan) => known.has(plan))) throw new Problem(notFound);
}

function columnsOf({ name, selection, rule, texts, ...rest }: CampaignBody) {
  return {
    name,
    selection: JSON.stringify(selection),
    rule: JSON.stringify(rule),
    texts: JSON.stringify(texts),
    effective_on: rest.effectiveOn,
    notice_days: rest.noticeDays,
    opt_out: rest.optOut,
    keep_until: rest.keepUntil,
  };
}
