import type { PaymentMethod } from '../../../modules/payments/gateway.ts';
import { type MethodName, methodNames } from './wire.ts';

const minute = 60;
const day = 24 * 60 * minute;

/** In rupiah and in US cents. Push methods know rupiah only. */
export const methods: readonly PaymentMethod[] = [
  {
    id: 'card',
    kind: 'card',
    label: { id: 'Kartu kredit atau debit', en: 'Credit or debit card' },
    flow: 'redirect',
    limits: { IDR: { min: 5_000n, max: 200_000_000n }, USD: { min: 50n, max: 1_000_000n } },
    lifetime: { usual: 60 * minute, longest: day },
    canSave: true,
    canRefund: true,
  },
  {
    id: 'virtual_account',
    kind: 'virtual_account',
    label: { id: 'Rekening virtual Bank Sandbox', en: 'Virtual account at Bank Sandbox' },
    flow: 'push',
    limits: { IDR: { min: 10_000n, max: 1_000_000_000n } },
    lifetime: { usual: day, longest: 30 * day },
    canSave: false,
    canRefund: false,
  },
  {
    id: 'qris',
    kind: 'qris',
    label: { id: 'QRIS', en: 'QRIS' },
    flow: 'push',
    limits: { IDR: { min: 1n, max: 10_000_000n } },
    lifetime: { usual: 30 * minute, longest: 2 * day },
    canSave: false,
    canRefund: true,
  },
  {
    id: 'ewallet',
    kind: 'ewallet',
    label: { id: 'Dompet Sandbox', en: 'Sandbox Wallet' },
    flow: 'redirect',
    limits: { IDR: { min: 100n, max: 20_000_000n } },
    lifetime: { usual: 30 * minute, longest: day },
    canSave: false,
    canRefund: true,
  },
  {
    id: 'checkout',
    kind: 'hosted',
    label: { id: 'Pilih di halaman pembayaran', en: 'Choose on the payment page' },
    flow: 'redirect',
    limits: { IDR: { min: 5_000n, max: 200_000_000n }, USD: { min: 50n, max: 1_000_000n } },
    lifetime: { usual: 60 * minute, longest: day },
    canSave: false,
    canRefund: true,
  },
];

export function methodNamed(name: string): PaymentMethod | undefined {
  return methods.find(({ id }) => id === name);
}

/** Whether `amount` minor units may be paid with the method. */
export function isWithinLimits(name: MethodName, currency: string, amount: bigint): boolean {
  const limit = methodNamed(name)?.limits[currency];
  return limit !== undefined && amount >= limit.min && amount <= limit.max;
}

/** The ways in which this sum can be paid. */
export function methodsFor(currency: string, amount: bigint): MethodName[] {
  return methodNames.filter((name) => isWithinLimits(name, currency, amount));
}
