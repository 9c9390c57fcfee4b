import { assert } from '../../kernel/values/errors.ts';
import type { Currency, MoneyJson } from '../../kernel/values/money.ts';
import { toJson } from '../../kernel/values/money.ts';
import type { NextStep } from './gateway.ts';

/** A `NextStep` as it is stored: JSON, times in ISO 8601. */
export type StoredStep =
  | { kind: 'redirect'; url: string }
  | {
      kind: 'transfer';
      bank: string;
      accountNumber: string;
      amount: MoneyJson;
      expiresAt: string;
      pageUrl: string | null;
    }
  | { kind: 'qr'; payload: string; expiresAt: string; pageUrl: string | null };

/** A page of a gateway must be one that a browser may be sent to. */
export function storedStep(step: NextStep, currency: Currency): StoredStep {
  switch (step.kind) {
    case 'redirect':
      return { kind: 'redirect', url: webAddress(step.url) };
    case 'transfer':
      return {
        kind: 'transfer',
        bank: step.bank,
        accountNumber: step.accountNumber,
        amount: toJson({ amount: step.amount, currency }),
        expiresAt: step.expiresAt.toISOString(),
        pageUrl: step.pageUrl === undefined ? null : webAddress(step.pageUrl),
      };
    case 'qr':
      return {
        kind: 'qr',
        payload: step.payload,
        expiresAt: step.expiresAt.toISOString(),
        pageUrl: step.pageUrl === undefined ? null : webAddress(step.pageUrl),
      };
  }
}

function webAddress(url: string): string {
  assert(/^https?:$/.test(new URL(url).protocol), 'a gateway sends payers to web pages');
  return url;
}
