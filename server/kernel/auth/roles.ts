/**
 * Built-in roles a person can hold in an organization. `technical` sees services and logs, `finance` sees money; neither sees the
 * other's. `viewer` only looks; `approver` decides on orders of others.
 */
export const memberRoles = ['owner', 'finance', 'technical', 'member', 'viewer', 'approver'] as const;
export type MemberRole = (typeof memberRoles)[number];

/** Built-in roles of the business's own people. */
export const staffRoles = ['administrator', 'finance', 'support', 'operations'] as const;
export type StaffRole = (typeof staffRoles)[number];

/** One named right: who holds it by default among members of an organization and among staff. */
export interface Permission {
  readonly name: string;
  readonly members: readonly MemberRole[];
  readonly staff: readonly StaffRole[];
  /** About the organization as a whole: who is a member for chosen services only does not have it, whatever the role. */
  readonly whole: boolean;
}

export function permission(
  name: string,
  holders: { members?: readonly MemberRole[] | 'all'; staff?: readonly StaffRole[] | 'all'; whole?: boolean },
): Permission {
  return {
    name,
    members: holders.members === 'all' ? memberRoles : (holders.members ?? []),
    staff: holders.staff === 'all' ? staffRoles : (holders.staff ?? []),
    whole: holders.whole ?? false,
  };
}
