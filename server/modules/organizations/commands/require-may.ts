import type { Membership } from '../../../kernel/auth/actor.ts';
import type { Permission } from '../../../kernel/auth/roles.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import { beyondYou, ownerOnly } from '../contract.ts';
import { mayDecideOn } from '../domain/standing.ts';

/** Errors: `owner_only`, `beyond_you`. */
export function requireMay(
  by: Membership,
  other: Parameters<typeof mayDecideOn>[1],
  known: readonly Permission[],
): void {
  const may = mayDecideOn(by, other, known);
  if (may !== true) throw new Problem(may.no === 'owner_only' ? ownerOnly : beyondYou);
}
