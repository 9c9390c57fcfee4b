import type { Failure } from '../../../../../modules/payments/domain/attempt.ts';
import type { DisputeView, MethodName } from '../../wire.ts';
import type { BankAct } from '../disputes.ts';

/** What the pages of the sandbox gateway say. */
export interface PageWords {
  testMode: string;
  payTo: (merchant: string) => string;
  payBefore: (date: string) => string;
  saveCardFor: (merchant: string) => string;
  chooseTitle: string;
  methods: Record<MethodName, { name: string; hint: string }>;
  otherMethod: string;
  cardTitle: string;
  number: string;
  expiry: string;
  expiryHint: string;
  cvc: string;
  cvcHint: string;
  holder: string;
  onlyTestCards: string;
  willBeSaved: (merchant: string) => string;
  pay: (sum: string) => string;
  saveCard: string;
  testCards: string;
  use: string;
  problems: string;
  wrongNumber: string;
  wrongExpiry: string;
  wrongCvc: string;
  wrongHolder: string;
  challengeTitle: string;
  challengeText: string;
  merchant: string;
  sum: string;
  card: string;
  paidWith: string;
  at: string;
  approve: (sum: string) => string;
  approveCard: string;
  refuse: string;
  accountTitle: string;
  bank: string;
  accountNumber: string;
  exactSum: string;
  transferSteps: readonly string[];
  simulate: string;
  simulateTransferText: string;
  simulateTransfer: (sum: string) => string;
  qrTitle: string;
  qrText: string;
  qrLabel: (merchant: string, sum: string) => string;
  simulateScanText: string;
  simulateScan: (sum: string) => string;
  walletTitle: string;
  walletText: (merchant: string) => string;
  backTo: (merchant: string) => string;
  mayLeave: (merchant: string) => string;
  lateTransferText: string;
  lateTransfer: (sum: string) => string;
  checkAgain: string;
  disputeText: string;
  /** What the payer says to the bank; `half` and `all` with their sums. */
  disputes: { all: (sum: string) => string; half: (sum: string) => string; ask: string };
  disputeState: (sum: string, state: DisputeView['status']) => string;
  disputeStates: Record<DisputeView['status'], string>;
  bankDoes: Record<BankAct, string>;
  results: Record<
    'succeeded' | 'saved' | 'processing' | 'failed' | 'expired' | 'canceled' | 'refunded',
    { title: string; text: string }
  >;
  failures: Record<string, string>;
  classes: Record<Failure['class'], string>;
  missingTitle: string;
  missingText: string;
  otherLanguage: string;
  about: string;
}
