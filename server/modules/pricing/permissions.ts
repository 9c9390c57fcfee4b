import { permission } from '../../kernel/auth/roles.ts';

export const readCampaigns = permission('pricing.campaigns.read', {
  staff: ['administrator', 'finance', 'operations', 'support'],
});
export const prepareCampaigns = permission('pricing.campaigns.prepare', {
  staff: ['administrator', 'finance', 'operations'],
});
/** Announcing new prices to clients, and taking that back. */
export const approveCampaigns = permission('pricing.campaigns.approve', {
  staff: ['administrator', 'finance'],
});
/** Whoever decides about money of a client is told of new prices and answers to them. */
export const answerPrices = permission('pricing.answer', {
  members: ['owner', 'finance', 'technical'],
  whole: true,
});
