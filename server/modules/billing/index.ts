export { bookDispute } from './commands/book-dispute.ts';
export type { DisputedPayment } from './commands/book-dispute.ts';
export { readAhead } from './ahead/ground.ts';
export { happeningKinds } from './ahead/happening.ts';
export type {
  Assumption,
  ChargedInvoice,
  ChargingAhead,
  Happening,
  HappeningKind,
} from './ahead/happening.ts';
export { playAhead } from './ahead/play.ts';
export { readerOf, writtenFor } from './ahead/written.ts';
export { applyCredit } from './commands/apply-credit.ts';
export { giveGoodwill } from './commands/give-goodwill.ts';
export { issueCreditNote } from './commands/issue-credit-note.ts';
export type { IssuedCreditNote, NewCreditNote } from './commands/issue-credit-note.ts';
export { bookGatewayFee } from './commands/book-gateway-fee.ts';
export { giveBack, previewGivingBack } from './commands/give-back.ts';
export type { GivenUp } from './commands/give-back.ts';
export { issueInvoice } from './commands/issue-invoice.ts';
export type { IssuedInvoice, NewInvoice } from './commands/issue-invoice.ts';
export type { NewLine } from './invoice-draft.ts';
export { payRefund, returnRefund, settleRefund } from './commands/pay-refund.ts';
export type { LineKind, LineReason } from './domain/line-reason.ts';
export { whyPart } from './domain/part-wording.ts';
export type { UnitCode } from './domain/units.ts';
export { perUnit, withSteps } from './domain/units-of-line.ts';
export { recordPayment } from './commands/record-payment.ts';
export type { ReceivedPayment } from './commands/record-payment.ts';
export { reversePayment } from './commands/reverse-payment.ts';
export { setPaymentPending } from './commands/set-payment-pending.ts';
export { takeBackRenewals } from './commands/take-back-renewals.ts';
export { writeOffInvoice } from './commands/write-off-invoice.ts';
export { voidInvoice } from './commands/void-invoice.ts';
export { describeLeaving, feeForLeaving, leavingLine, whyLeaving } from './leaving-fee.ts';
export type { LeavingFee } from './leaving-fee.ts';
export { linesAt, linesOf } from './domain/charges/charge.ts';
export type { Charge, ChargeLine } from './domain/charges/charge.ts';
export { netOf, settle } from './domain/charges/change.ts';
export type { ChangeLine, PaidPeriod } from './domain/charges/change.ts';
export { daysOf, periodsIn } from './domain/charges/periods.ts';
export type { Period } from './domain/charges/periods.ts';
export { depositTerms } from './queries/credit.ts';
export type { DepositTerms } from './queries/credit.ts';
export { goodwillLimit } from './lot-contract.ts';
export { creditTooSmall, moreThanPaid } from './credit-contract.ts';
export * from './events.ts';
export { findPayable } from './queries/find-payable.ts';
export type { Payable } from './queries/find-payable.ts';
export { transferAccounts } from './queries/transfer-accounts.ts';
export { invoicePreviewer, previewInvoice, previewSettings } from './queries/preview-invoice.ts';
export type { InvoicePreviewer } from './queries/preview-invoice.ts';
export { billingSummary } from './queries/summary.ts';
export { seller } from './settings.ts';
export { holdReasons } from './domain/run-bounds.ts';
export { giveCredit, manageInvoices, readInvoices } from './permissions.ts';
export { invoiceVoid, notNumbered } from './contract.ts';
export { printOfferSheet } from './offer-paper.ts';
export { printSections } from './section-paper.ts';
export type { SectionPaper } from './section-paper.ts';
export type { Section } from './documents/sections.ts';
export { printInvoice, printReceipt } from './papers.ts';
export { printInvoiceToMail, tellOfInvoiceAgain } from './send-again.ts';
export { row as csvRow } from './statement-file.ts';
