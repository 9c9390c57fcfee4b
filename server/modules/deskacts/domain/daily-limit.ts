import type { StaffRole } from '../../../kernel/auth/roles.ts';
import type { DeskLimits } from '../contract.ts';

/** What somebody of these roles may give in a day, by the role that may give most; null: no limit of the desk. Minor units. */
export function dailyLimit(
  { credit }: DeskLimits,
  currency: string,
  { roles, unlimited }: { roles: readonly StaffRole[]; unlimited: boolean },
): bigint | null {
  if (unlimited) return null;
  const own = credit.filter((one) => one.currency === currency && roles.includes(one.role));
  return BigInt(Math.max(0, ...own.map(({ perDay }) => perDay)));
}
