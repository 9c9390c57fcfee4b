export { activateService } from './commands/activate-service.ts';
export { addService } from './commands/add-service.ts';
export type { NewService } from './commands/add-service.ts';
export { cancelService, endService, periodKept, keepService } from './commands/cancel-service.ts';
export {
  changeService,
  forgetPrepaid,
  forgetUnpaidPeriod,
  holdForChange,
  scheduleChange,
  withdrawChange,
} from './commands/change-service.ts';
export type { ChangedTerms } from './commands/change-service.ts';
export { beginPause, pauseService } from './commands/pause-service.ts';
export type { AskedPause } from './commands/pause-service.ts';
export { resumeService, setResumeDay, tellOfResumption, withdrawPause } from './commands/resume-service.ts';
export { noteTechnicalState } from './commands/note-technical-state.ts';
export { agreePrice, whyNotRepriced, withdrawPrice } from './commands/reprice-service.ts';
export { setPaidThrough } from './commands/set-paid-through.ts';
export { liftSuspension, suspendService } from './commands/suspend-service.ts';
export { cancelReasons, clientCancelReasons } from './domain/cancel-reasons.ts';
export type { CancelReason } from './domain/cancel-reasons.ts';
export { serviceAbilities } from './domain/service-states.ts';
export type { SuspensionReason } from './domain/service-states.ts';
export { technicalStates } from './domain/technical-states.ts';
export type { TechnicalState } from './domain/technical-states.ts';
export { beginDiscounts, daysOwed, discountsOn, withoutPrepaid } from './domain/discounts.ts';
export type { DiscountPart, PeriodDiscount, ServiceDiscount } from './domain/discounts.ts';
export { isBelowCommitted, isBound, leavingFee, stopsOn, whyNotEarly } from './domain/fixed-term.ts';
export type { FixedTerm } from './domain/fixed-term.ts';
export { paidTime } from './domain/paid-time.ts';
export type { PaidTime } from './domain/paid-time.ts';
export { goesOn, keptDays } from './domain/pause.ts';
export type { Pause, PauseUnused } from './domain/pause.ts';
export { calledBy, namedApart } from './domain/called.ts';
export { billsPeriods, invoiceDay, isMetered, monthsOf, nextInvoiceDay } from './domain/terms.ts';
export { firstWholeFrom, periodFrom } from './domain/terms.ts';
export type { Period } from './domain/terms.ts';
export {
  anchorFor,
  firstPaid,
  isPart,
  piecesOf,
  priceOfDays,
  priceOfPiece,
  shareOf,
  shareOfParts,
} from './domain/bill-day.ts';
export type { Piece } from './domain/bill-day.ts';
export type { ComingPrice, Cycle, Terms } from './domain/terms.ts';
export * from './events.ts';
export { isOrWasMetered } from './queries-of-use.ts';
export { servicesSummary } from './queries.ts';
export {
  claimDueServices,
  countDueServices,
  findDueServices,
  findRunningServices,
  holdBilling,
  isBilled,
  onceChanged,
  onceInvoiced,
  onceResumed,
  oncePaid,
  oncePaused,
  oncePauseOver,
  onceTermOver,
  startPeriods,
} from './renewals.ts';
export type { DueService, RenewalCursor, RunningService } from './renewals.ts';
export { organizationOf as organizationOfService } from './detail.ts';
export { anchorFrom, findService, lockService, termsFrom, todayOf } from './service.ts';
export type { Service, ServiceKey } from './service.ts';
export { canceled as canceledMessage, suspended as suspendedMessage } from './messages.ts';
export { changeServices, manageServices, readServices } from './permissions.ts';
export { serviceRules } from './settings.ts';
export type { ServiceRules } from './settings.ts';
