import type { StaffMember } from '../../../../server/modules/identity/contract.ts';
import type { FieldBinding } from '../../../kernel/forms/use-form.ts';
import { Checkbox } from '../../../ui/choices.tsx';
import { FieldSet } from '../../../ui/field.tsx';
import { useText } from '../text/index.ts';

type Role = StaffMember['roles'][number];

const roles: Role[] = ['administrator', 'finance', 'support', 'operations'];

/** The roles of a staff member, each with what it opens. */
export function RoleBoxes({ name, value, onValue, error }: FieldBinding<Role[]>) {
  const { staff } = useText();
  return (
    <FieldSet label={staff.roles} error={error}>
      {roles.map((role) => (
        <Checkbox
          key={role}
          name={name}
          label={staff.role[role]}
          hint={staff.roleHint[role]}
          value={value.includes(role)}
          onValue={(on) => onValue(on ? [...value, role] : value.filter((one) => one !== role))}
        />
      ))}
    </FieldSet>
  );
}
