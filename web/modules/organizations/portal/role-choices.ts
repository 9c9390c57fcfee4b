import type { RoleList } from '../../../../server/modules/organizations/contract.ts';
import { useSideData } from '../../../kernel/query/use-data.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import type { Choice } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';

const builtIn = ['viewer', 'member', 'approver', 'technical', 'finance', 'owner'] as const;

/** The built-in roles with what each opens, least first, then the organization's own. A value is what requests name the role by. */
export function useRoleChoices(): Choice[] {
  const { roles, roleHints, ownRoles } = useText();
  const { api } = useOrganization();
  const { data } = useSideData<RoleList>(`${api}/roles`, 'organizations.role');
  const own = data?.items ?? [];
  return [
    ...builtIn.map((value) => ({ value, label: roles[value], hint: roleHints[value] })),
    ...own.map(({ id, name, permissions }) => ({
      value: id,
      label: name,
      hint: ownRoles.holds(permissions.length),
    })),
  ];
}
