import type { Method } from '../../../kernel/auth/methods.ts';
import { isSecondStep } from '../../../kernel/auth/methods.ts';
import type { StaffRole } from '../../../kernel/auth/roles.ts';

/** Who wants a second step of a person: the business of certain staff roles, an organization of its members. */
export interface Asked {
  /** Staff roles of which the business asks it. */
  ofRoles: readonly string[];
  /** Roles the person has on the staff. */
  roles: readonly StaffRole[];
  byOrganization: boolean;
}

/** Who asks a second step of a person, if anybody does. */
export function whoAsks({ ofRoles, roles, byOrganization }: Asked): 'role' | 'organization' | null {
  if (roles.some((role) => ofRoles.includes(role))) return 'role';
  return byOrganization ? 'organization' : null;
}

/** Whether a session that was opened by `shown` still owes the second step that somebody asks of its person. */
export function owesSecondStep(asked: Asked, shown: readonly Method[]): boolean {
  return whoAsks(asked) !== null && !shown.some(isSecondStep);
}
