import type { RoleItem, RoleList } from '../../../../server/modules/organizations/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/choices.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { FieldSet } from '../../../ui/field.tsx';
import { Form } from '../../../ui/form.tsx';
import { TextField } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';
import { areaOf, areas } from './permission-areas.ts';

export function RoleDialog({
  list,
  role,
  open,
  onClose,
}: {
  list: RoleList;
  role: RoleItem | null;
  open: boolean;
  onClose: () => void;
}) {
  const { ownRoles } = useText();
  return (
    <Dialog open={open} onClose={onClose} title={role ? ownRoles.editOf(role.name) : ownRoles.make}>
      <RoleForm key={role?.id} list={list} role={role} onDone={onClose} />
    </Dialog>
  );
}

function RoleForm({ list, role, onDone }: { list: RoleList; role: RoleItem | null; onDone: () => void }) {
  const { ownRoles: words } = useText();
  const { api: base } = useOrganization();
  const form = useForm({
    initial: { name: role?.name ?? '', permissions: role?.permissions ?? [] },
    send: (values, key) =>
      role
        ? api.put(`${base}/roles/${role.id}`, values, role.version)
        : api.post(`${base}/roles`, values, key),
    refresh: [`${base}/roles`],
    done: (_, { name }) => {
      onDone();
      toast({ words: words.saved(name) });
    },
  });
  return (
    <Form form={form}>
      <TextField {...form.field('name')} label={words.name} hint={words.nameHint} maxLength={60} />
      {areas.map((area) => (
        <AreaFields
          key={area}
          label={words.areas[area]}
          permissions={list.permissions.filter(({ name }) => areaOf(name) === area)}
          held={form.values.permissions}
          onHeld={(permissions) => form.set({ permissions })}
        />
      ))}
      <Button type="submit" wide busy={form.busy}>
        {words.save}
      </Button>
    </Form>
  );
}

function AreaFields({
  label,
  permissions,
  held,
  onHeld,
}: {
  label: string;
  permissions: RoleList['permissions'];
  held: string[];
  onHeld: (held: string[]) => void;
}) {
  const { ownRoles: words, permissions: meaning } = useText();
  if (permissions.length === 0) return null;
  return (
    <FieldSet label={label}>
      {permissions.map(({ name, mine, whole, always }) => {
        const hint = always ? words.always : mine ? (whole ? words.whole : undefined) : words.notYours;
        return (
          <Checkbox
            key={name}
            name={name}
            label={meaning[name as keyof typeof meaning] ?? name}
            {...(hint ? { hint } : {})}
            disabled={always || !mine}
            value={always || held.includes(name)}
            onValue={(on) => onHeld(on ? [...held, name] : held.filter((one) => one !== name))}
          />
        );
      })}
    </FieldSet>
  );
}
