import { path } from '../../../kernel/paths.ts';

/** What the mailed link of somebody without an account opens, and where its forms go without script. */
export const guestOfferPath = () => path('/offer');
export const guestOfferForm = (act: 'accept' | 'decline' | 'document') => path(`/offer/${act}`);
