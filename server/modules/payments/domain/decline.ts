import type { DeclineClass } from './attempt.ts';

/**
 * What gateways and banks call a refusal, and what it means for the next try. An adapter translates its gateway's own words into
 * these. Banks hide much behind general ones, so what is not listed may be tried again, as rarely as everything may.
 */
const classes: Readonly<Record<string, DeclineClass>> = {
  insufficient_funds: 'retry',
  limit_exceeded: 'retry',
  do_not_honor: 'retry',
  issuer_unavailable: 'retry',
  processing_error: 'retry',
  try_again_later: 'retry',

  authentication_required: 'needs_customer',
  authentication_failed: 'needs_customer',
  call_issuer: 'needs_customer',
  currency_not_supported: 'needs_customer',
  expired_card: 'needs_customer',
  incorrect_cvc: 'needs_customer',
  refused_by_payer: 'needs_customer',
  transaction_not_allowed: 'needs_customer',

  account_closed: 'never',
  fraudulent: 'never',
  invalid_account: 'never',
  lost_card: 'never',
  no_such_card: 'never',
  pickup_card: 'never',
  restricted_card: 'never',
  revoked: 'never',
  stolen_card: 'never',
};

export function declineClass(code: string): DeclineClass {
  return Object.hasOwn(classes, code) ? classes[code]! : 'retry';
}

/** The charge never reached the bank: nobody has declined anything. */
export function neverReached(code: string): boolean {
  return code === 'unreachable' || code === 'never_began';
}
