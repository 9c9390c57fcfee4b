export { readChargingAhead } from './ahead.ts';
export { submitEvidence } from './commands/answer-dispute.ts';
export { answerAbility } from './queries/answer-ability.ts';
export type { DisputeReason } from './domain/dispute.ts';
export { refundStates } from './domain/refund.ts';
export type { RefundState } from './domain/refund.ts';
export { cannotAnswer } from './dispute-contract.ts';
export { sameHands } from './refund-contract.ts';
export { handleDisputes } from './permissions.ts';
export { gatewaySilent } from './contract.ts';
export { startPayment } from './commands/start-payment.ts';
export { checkAttempt } from './commands/look-after-attempt.ts';
export {
  alreadyPaid,
  attemptShape,
  methodUnavailable,
  notPayable,
  optionsShape,
  paymentInProgress,
  transferPending,
} from './contract.ts';
export type { PaymentOptions } from './contract.ts';
export * from './events.ts';
export { readPayments } from './permissions.ts';
export { paymentOptions } from './queries/payment-options.ts';
