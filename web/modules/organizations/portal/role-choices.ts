import type { Member } from '../../../../server/modules/organizations/contract.ts';
import type { Choice } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';

export type Role = Member['role'];

const order: Role[] = ['member', 'technical', 'finance', 'owner'];

/** Roles with what each opens, least first. */
export function useRoleChoices(): Choice<Role>[] {
  const { roles, roleHints } = useText();
  return order.map((value) => ({ value, label: roles[value], hint: roleHints[value] }));
}
