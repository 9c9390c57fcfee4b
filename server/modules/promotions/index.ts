export { applyPromotions } from './apply.ts';
export type { PlanDiscounts, PromotedOrder } from './apply.ts';
export { redeem, returnRedemptions } from './commands/redeem.ts';
export type { Redemption } from './commands/redeem.ts';
export { codeAnswer, promotionGone, typedCode } from './contract.ts';
export * from './events.ts';
