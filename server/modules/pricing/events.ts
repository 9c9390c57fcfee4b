import { z } from 'zod';
import { defineEvent } from '../../kernel/events/define.ts';

const id = z.string();
const day = z.iso.date();
const ofCampaign = { audience: 'staff', data: z.object({}) } as const;

export const campaignDrafted = defineEvent('pricing.campaign-drafted', ofCampaign);
export const campaignChanged = defineEvent('pricing.campaign-changed', ofCampaign);
/** From now on notices go out, to the owners of so many services. */
export const campaignApproved = defineEvent('pricing.campaign-approved', {
  audience: 'staff',
  data: z.object({ services: z.int() }),
});
export const campaignPaused = defineEvent('pricing.campaign-paused', ofCampaign);
export const campaignResumed = defineEvent('pricing.campaign-resumed', ofCampaign);
export const campaignAnnounced = defineEvent('pricing.campaign-announced', ofCampaign);
export const campaignWithdrawn = defineEvent('pricing.campaign-withdrawn', ofCampaign);

/** A notice is on its way to a client. `after` in minor units for each period from `on` on. */
export const priceTold = defineEvent('pricing.price-told', {
  data: z.object({
    campaignId: id,
    moveId: id,
    on: day,
    before: z.int(),
    after: z.int(),
    currency: z.string(),
  }),
});
/** The notice did not arrive, so the old price stays until staff decide. */
export const noticeUndelivered = defineEvent('pricing.notice-undelivered', {
  audience: 'staff',
  data: z.object({ campaignId: id, moveId: id, why: z.string() }),
});
/** The client keeps the old price for longer: the new one begins on `on`. */
export const priceKept = defineEvent('pricing.price-kept', {
  data: z.object({ campaignId: id, moveId: id, on: day }),
});
/** The price of this service does not change in this campaign. */
export const moveSkipped = defineEvent('pricing.move-skipped', {
  audience: 'staff',
  data: z.object({ campaignId: id, moveId: id, why: z.string() }),
});
