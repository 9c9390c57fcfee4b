import type { StaffMember } from '../../../../server/modules/identity/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { locale } from '../../../kernel/i18n/locale.ts';
import { useKernelText } from '../../../kernel/text/index.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { Select, TextField } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';
import { RoleBoxes } from './role-boxes.tsx';

export function AddStaff({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { staff } = useText();
  return (
    <Dialog open={open} onClose={onClose} title={staff.add}>
      <AddStaffForm onDone={onClose} />
    </Dialog>
  );
}

function AddStaffForm({ onDone }: { onDone: () => void }) {
  const { staff, fields } = useText();
  const text = useKernelText();
  const form = useForm({
    initial: { name: '', email: '', roles: [] as StaffMember['roles'], locale: locale.get() },
    check: ({ roles }) => (roles.length === 0 ? { roles: staff.chooseOne } : {}),
    send: (values, key) => api.post<StaffMember>('/api/console/staff', values, key),
    refresh: ['/api/console/staff'],
    done: ({ name }) => {
      onDone();
      toast({ words: staff.added(name) });
    },
  });
  return (
    <Form form={form}>
      <TextField {...form.field('name')} label={staff.name} autoComplete="off" />
      <TextField
        {...form.field('email')}
        label={fields.email}
        type="email"
        inputMode="email"
        autoComplete="off"
      />
      <RoleBoxes {...form.field('roles')} />
      <Select
        {...form.field('locale')}
        label={staff.language}
        choices={(['id', 'en'] as const).map((value) => ({ value, label: text.languages[value] }))}
      />
      <Button type="submit" wide busy={form.busy}>
        {staff.addAct}
      </Button>
    </Form>
  );
}
