import { permission } from '../../kernel/auth/roles.ts';

export const readOffers = permission('offers.read', {
  members: ['owner', 'finance', 'technical', 'viewer', 'approver'],
  whole: true,
  staff: 'all',
});
/** Accepting becomes an order, so whoever orders decides. */
export const answerOffers = permission('offers.answer', {
  members: ['owner', 'finance', 'technical'],
  whole: true,
});
export const writeOffers = permission('offers.write', { staff: ['administrator', 'finance', 'operations'] });
