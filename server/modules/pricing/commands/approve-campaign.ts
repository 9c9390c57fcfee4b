import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { wrongState } from '../../../kernel/values/state-machine.ts';
import { lockCampaign, writeCampaign } from '../campaign.ts';
import { nobodyAffected, notAsShown } from '../contract.ts';
import { campaignStates } from '../domain/states.ts';
import { campaignApproved, campaignPaused, campaignResumed } from '../events.ts';

import { assess, digestOf } from '../queries/assess.ts';
import { sendNotices } from './send-notices.ts';

/**
 * Lets notices go out for exactly what a preview showed: from now on it is settled which services are moved to which price. Errors:
 * `not_found`, `wrong_state`, `not_as_shown` where services or prices have changed since, `nobody_affected`.
 */
export async function approveCampaign(
  tx: Tx,
  { campaign: id, digest, by }: { campaign: Id<'campaign'>; digest: string; by: Id<'person'> },
): Promise<void> {
  const campaign = await lockCampaign(tx, id);
  if (campaign.state !== 'draft') throw new Problem(wrongState, { facts: { reason: 'approved_already' } });
  const assessed = await assess(tx.db, campaign, tx.now);
  const affected = assessed.flatMap(({ after, ...rest }) => (after ? [{ ...rest, after }] : []));
  if (affected.length === 0) throw new Problem(nobodyAffected);
  if (digestOf(assessed) !== digest) throw new Problem(notAsShown);
  const rows = affected.map(({ service, organization, currency, cycle, before, after }) => ({
    organization_id: organization,
    id: tx.newId<'move'>(),
    service_id: service,
    currency,
    cycle,
    before: String(before),
    after: String(after.recurring),
    price_version: after.version,
    choices: after.choices,
  }));
  // One statement, however many there are.
  const insert = sql`
    insert into pricing.moves (organization_id, id, campaign_id, service_id, state, currency, cycle, before, after, price_version, choices, keep_until)
    select organization_id, id, ${id}::uuid, service_id, 'waiting', currency, cycle, before, after, price_version, choices, ${campaign.keepUntil}::date
    from jsonb_populate_recordset(null::pricing.moves, ${JSON.stringify(rows)}::jsonb)`;
  try {
    await insert.execute(tx.db);
  } catch (error) {
    // Somebody else has approved another campaign for one of them at this moment.
    if ((error as { code?: unknown }).code !== '23505') throw error;
    throw new Problem(notAsShown);
  }
  await writeCampaign(tx, id, { state: 'sending', approved_by: by, approved_at: tx.now });
  tx.enqueue(sendNotices, { campaign: id }, { key: id });
  tx.emit(campaignApproved, { ...subject(id), data: { services: rows.length } });
}

/** No further notice goes out; what was told stays. Errors: `not_found`, `wrong_state`. */
export async function pauseCampaign(tx: Tx, id: Id<'campaign'>): Promise<void> {
  const { state } = await lockCampaign(tx, id);
  campaignStates.assertMove(state, 'paused');
  await writeCampaign(tx, id, { state: 'paused' });
  tx.emit(campaignPaused, { ...subject(id), data: {} });
}

/** Errors: `not_found`, `wrong_state`. */
export async function resumeCampaign(tx: Tx, id: Id<'campaign'>): Promise<void> {
  const { state } = await lockCampaign(tx, id);
  if (state !== 'paused') throw new Problem(wrongState, { facts: { reason: 'not_paused' } });
  await writeCampaign(tx, id, { state: 'sending' });
  tx.enqueue(sendNotices, { campaign: id }, { key: id });
  tx.emit(campaignResumed, { ...subject(id), data: {} });
}

const subject = (id: string) => ({ organizationId: null, subject: { kind: 'campaign', id } });
