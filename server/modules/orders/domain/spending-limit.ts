import type { Membership } from '../../../kernel/auth/actor.ts';

/** Whether a sum in minor units goes beyond what somebody may spend on one order. Of another currency every sum does. */
export function isAbove(limit: Membership['limit'], sum: { amount: bigint; currency: string }): boolean {
  if (limit === null) return false;
  return sum.amount > 0n && (sum.currency !== limit.currency || sum.amount > BigInt(limit.amount));
}
