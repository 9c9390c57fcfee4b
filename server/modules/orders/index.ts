export { assessItems, isClient, linesNow } from './assess-items.ts';
export { bookOrder } from './commands/book-order.ts';
export type { AgreedPlan } from './commands/book-order.ts';
export { placeOrder } from './commands/place-order.ts';
export {
  askedItem,
  beyondYourLimit,
  existingClientsOnly,
  priceChanged,
  quoteShape,
  statusBody,
  statusShape,
  termsAnswer,
  termsChanged,
  unknownOrder,
} from './contract.ts';
export type { AskedItem, OrderStatus, Quote, Terms } from './contract.ts';
export { securityCode } from './domain/codes.ts';
export { isAbove } from './domain/spending-limit.ts';
export * from './events.ts';
export type { CanceledWhy } from './messages.ts';
export { findByCode, readStatus } from './queries/show-order.ts';
export { findTerms } from './queries/terms.ts';
export { quotePlans, termOut } from './quote-order.ts';
