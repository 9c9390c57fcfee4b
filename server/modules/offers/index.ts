export { acceptOffer, declineOffer } from './commands/answer-offer.ts';
export { giveToGuest } from './commands/take-offer.ts';
export { acceptBody, declineBody, offerOver, offerShape, offerStale } from './contract.ts';
export { findLinked } from './link.ts';
export type { LinkedOffer } from './link.ts';
export { printOffer } from './print-offer.ts';
