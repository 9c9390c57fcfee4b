import type { Failure } from '../../../../modules/payments/domain/attempt.ts';
import { declineClass } from '../../../../modules/payments/domain/decline.ts';
import type { Words } from '../../../../modules/payments/gateway.ts';

/** What happens when a card is charged: at once unless `process` (success after some seconds). */
export type CardBehavior =
  | { kind: 'succeed' }
  | { kind: 'succeed_silently' }
  | { kind: 'challenge' }
  | { kind: 'process'; seconds: number }
  /** Declined before that day of the month, in UTC. */
  | { kind: 'from_day'; day: number; failure: Failure }
  | { kind: 'decline'; failure: Failure };

export interface TestCard {
  name: string;
  number: string;
  brand: 'Visa' | 'Mastercard';
  says: Words;
  /** On the payment page. */
  now: CardBehavior;
  /** When a saved card is charged without the payer. */
  later: CardBehavior;
  /** What becomes of refunds; they succeed at once where nothing is said. `slow` ones succeed, `failing` ones fail, both after a minute. */
  refunds?: 'slow' | 'failing';
}

const failure = (code: string, message: string): Failure => ({ class: declineClass(code), code, message });
const decline = (code: string, message: string): CardBehavior => ({
  kind: 'decline',
  failure: failure(code, message),
});

const tooLittle = ['insufficient_funds', 'The account has too little money.'] as const;
const noMoney = decline(...tooLittle);
const expired = decline('expired_card', 'The card has expired.');
const stolen = decline('stolen_card', 'The card was reported stolen.');
const confirmation = decline(
  'authentication_required',
  'The bank wants its customer to confirm the payment.',
);
const succeed: CardBehavior = { kind: 'succeed' };

/** The only card numbers there are: any other is refused, so that no real card is ever typed into a test. */
export const testCards: readonly TestCard[] = [
  {
    name: 'success',
    number: '4242424242424242',
    brand: 'Visa',
    says: { id: 'Berhasil', en: 'Succeeds' },
    now: succeed,
    later: succeed,
  },
  {
    name: 'success_mastercard',
    number: '5555555555554444',
    brand: 'Mastercard',
    says: { id: 'Berhasil', en: 'Succeeds' },
    now: succeed,
    later: succeed,
  },
  {
    name: 'challenge',
    number: '4000000000003220',
    brand: 'Visa',
    says: { id: 'Bank meminta konfirmasi (3-D Secure)', en: 'The bank asks to confirm (3-D Secure)' },
    now: { kind: 'challenge' },
    later: confirmation,
  },
  {
    name: 'insufficient_funds',
    number: '4000000000009995',
    brand: 'Visa',
    says: {
      id: 'Ditolak: saldo kurang, boleh dicoba lagi',
      en: 'Declined: too little money, may be tried again',
    },
    now: noMoney,
    later: noMoney,
  },
  {
    name: 'expired_card',
    number: '4000000000000069',
    brand: 'Visa',
    says: {
      id: 'Ditolak: kartu kedaluwarsa, perlu kartu lain',
      en: 'Declined: card expired, another is needed',
    },
    now: expired,
    later: expired,
  },
  {
    name: 'stolen_card',
    number: '4000000000009979',
    brand: 'Visa',
    says: { id: 'Ditolak: kartu dicuri, jangan dicoba lagi', en: 'Declined: card stolen, never try again' },
    now: stolen,
    later: stolen,
  },
  {
    name: 'declined_later',
    number: '4000000000000341',
    brand: 'Visa',
    says: {
      id: 'Berhasil sekarang, tagihan otomatis nanti ditolak',
      en: 'Succeeds now, automatic charges decline',
    },
    now: succeed,
    later: noMoney,
  },
  {
    name: 'payday',
    number: '4000000000002594',
    brand: 'Visa',
    says: {
      id: 'Berhasil sekarang, tagihan otomatis berhasil mulai tanggal 25',
      en: 'Succeeds now, automatic charges from the 25th on',
    },
    now: succeed,
    later: { kind: 'from_day', day: 25, failure: failure(...tooLittle) },
  },
  {
    name: 'confirm_later',
    number: '4000000000003600',
    brand: 'Visa',
    says: {
      id: 'Berhasil sekarang, tagihan otomatis nanti minta konfirmasi',
      en: 'Succeeds now, automatic charges ask to confirm',
    },
    now: succeed,
    later: confirmation,
  },
  {
    name: 'stolen_later',
    number: '4000000000002784',
    brand: 'Visa',
    says: {
      id: 'Berhasil sekarang, nanti dilaporkan dicuri: jangan dicoba lagi',
      en: 'Succeeds now, reported stolen later: never try again',
    },
    now: succeed,
    later: stolen,
  },
  {
    name: 'slow_success',
    number: '4000000000000077',
    brand: 'Visa',
    says: { id: 'Diproses, berhasil setelah 30 detik', en: 'Processing, succeeds after 30 seconds' },
    now: { kind: 'process', seconds: 30 },
    later: { kind: 'process', seconds: 30 },
  },
  {
    name: 'slow_refund',
    number: '4000000000007726',
    brand: 'Visa',
    says: { id: 'Berhasil, pengembalian dananya makan waktu', en: 'Succeeds, its refunds take a while' },
    now: succeed,
    later: succeed,
    refunds: 'slow',
  },
  {
    name: 'failing_refund',
    number: '4000000000005126',
    brand: 'Visa',
    says: { id: 'Berhasil, pengembalian dananya gagal kemudian', en: 'Succeeds, its refunds fail later' },
    now: succeed,
    later: succeed,
    refunds: 'failing',
  },
  {
    name: 'lost_webhook',
    number: '4000000000000119',
    brand: 'Visa',
    says: { id: 'Berhasil, tetapi kabarnya tidak pernah terkirim', en: 'Succeeds, but its webhook is lost' },
    now: { kind: 'succeed_silently' },
    later: { kind: 'succeed_silently' },
  },
];

export function testCardWithNumber(number: string): TestCard | undefined {
  return testCards.find((card) => card.number === number);
}

export function testCardNamed(name: string): TestCard | undefined {
  return testCards.find((card) => card.name === name);
}
