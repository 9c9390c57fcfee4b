import { useState } from 'react';
import type { StaffMember } from '../../../../server/modules/identity/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useAct } from '../../../kernel/query/use-act.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { MoreMenu } from '../../../ui/more-menu.tsx';
import { useText } from '../text/index.ts';
import { RoleBoxes } from './role-boxes.tsx';

const url = '/api/console/staff';

/** What can be done with one staff member. */
export function StaffActs({ member }: { member: StaffMember }) {
  const { staff } = useText();
  const [open, setOpen] = useState<'roles' | 'remove' | null>(null);
  const close = () => setOpen(null);
  const remove = useAct(() => api.delete(`${url}/${member.id}`), {
    refresh: [url],
    done: () => {
      close();
      toast({ words: staff.removed(member.name) });
    },
  });
  return (
    <>
      <MoreMenu
        label={staff.menu(member.name)}
        groups={[
          [{ label: staff.changeRoles, icon: 'key', run: () => setOpen('roles') }],
          [{ label: staff.remove, icon: 'leave', destructive: true, run: () => setOpen('remove') }],
        ]}
      />
      <Dialog open={open === 'roles'} onClose={close} title={staff.changeRolesOf(member.name)}>
        <RolesForm member={member} onDone={close} />
      </Dialog>
      <ConfirmDialog
        open={open === 'remove'}
        onClose={close}
        title={staff.removeTitle(member.name)}
        effect={staff.removeEffect(member.name)}
        verb={staff.remove}
        destructive
        busy={remove.busy}
        onConfirm={() => void remove.run(undefined)}
      />
    </>
  );
}

function RolesForm({ member, onDone }: { member: StaffMember; onDone: () => void }) {
  const { staff } = useText();
  const form = useForm({
    initial: { roles: member.roles },
    check: ({ roles }) => (roles.length === 0 ? { roles: staff.chooseOne } : {}),
    send: (values) => api.patch<StaffMember>(`${url}/${member.id}`, values, member.version),
    refresh: [url],
    done: () => {
      onDone();
      toast({ words: staff.rolesSaved(member.name) });
    },
  });
  return (
    <Form form={form}>
      <RoleBoxes {...form.field('roles')} />
      <Button type="submit" wide busy={form.busy}>
        {staff.saveRoles}
      </Button>
    </Form>
  );
}
