import type { RoleItem } from '../../../../server/modules/organizations/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { Select } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';
import { useRoleChoices } from './role-choices.ts';

export function DeleteRole({ role, onClose }: { role: RoleItem; onClose: () => void }) {
  const { ownRoles: words } = useText();
  const { api: base } = useOrganization();
  const others = useRoleChoices().filter(({ value }) => value !== role.id);
  const form = useForm({
    initial: { instead: 'viewer' },
    send: (values, key) => api.post(`${base}/roles/${role.id}/delete`, role.used > 0 ? values : {}, key),
    refresh: [`${base}/roles`, `${base}/members`, `${base}/invitations`],
    done: () => {
      onClose();
      toast({ words: words.deleted(role.name) });
    },
  });
  return (
    <Dialog open onClose={onClose} title={words.deleteOf(role.name)}>
      <Form form={form}>
        <p className="text-body text-muted">{role.used > 0 ? words.deleteEffect : words.deleteUnused}</p>
        {role.used > 0 && (
          <Select
            {...form.field('instead')}
            label={words.instead}
            choices={others.map(({ value, label }) => ({ value, label }))}
          />
        )}
        <Button type="submit" wide weight="destructive" busy={form.busy}>
          {words.delete}
        </Button>
      </Form>
    </Dialog>
  );
}
