import type { Permission } from '../../../kernel/auth/roles.ts';
import type { AnyRoute } from '../../../kernel/http/route.ts';

/** A permission that opens something to keys. */
export interface KeyPermission {
  permission: Permission;
  /** Nothing of it changes anything. */
  reads: boolean;
  /** It opens something to personal keys only. */
  personal: boolean;
}

/** What keys can be given: the permissions some route asks of them. */
export function keyPermissions(routes: readonly AnyRoute[]): KeyPermission[] {
  const found = new Map<Permission, KeyPermission>();
  for (const { door, method } of routes) {
    if (door.kind !== 'key' && (door.kind !== 'member' || door.keys === 'none')) continue;
    const { permission } = door;
    const before = found.get(permission) ?? { reads: true, personal: true };
    const reads = before.reads && method === 'GET';
    found.set(permission, {
      permission,
      reads,
      personal: before.personal && door.kind === 'member' && door.keys === 'personal',
    });
  }
  return [...found.values()];
}
