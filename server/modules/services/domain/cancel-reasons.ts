/** What a client may give as the reason for leaving. */
export const clientCancelReasons = [
  'too_expensive',
  'missing_features',
  'low_quality',
  'customer_service',
  'too_complex',
  'unused',
  'switched_service',
  'other',
] as const;

/** Reasons that are not the client's wish. */
const ownCancelReasons = [
  'non_payment',
  'abuse',
  'order_canceled',
  'trial_ended',
  'term_ended',
  'staff',
] as const;

export const cancelReasons = [...clientCancelReasons, ...ownCancelReasons] as const;
export type CancelReason = (typeof cancelReasons)[number];
