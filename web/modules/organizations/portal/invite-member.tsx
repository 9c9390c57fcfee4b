import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { RadioCards } from '../../../ui/choices.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { TextField } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';
import { type Role, useRoleChoices } from './role-choices.ts';

export function InviteMember({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { members } = useText();
  return (
    <Dialog open={open} onClose={onClose} title={members.invite}>
      <InviteForm onDone={onClose} />
    </Dialog>
  );
}

function InviteForm({ onDone }: { onDone: () => void }) {
  const { members } = useText();
  const { api: base } = useOrganization();
  const choices = useRoleChoices();
  const form = useForm({
    initial: { email: '', role: 'member' as Role },
    send: (values, key) => api.post(`${base}/invitations`, values, key),
    refresh: [`${base}/invitations`],
    done: (_, { email }) => {
      onDone();
      toast({ words: members.invited(email) });
    },
  });
  return (
    <Form form={form}>
      <TextField
        {...form.field('email')}
        label={members.email}
        hint={members.emailHint}
        type="email"
        inputMode="email"
        autoComplete="off"
      />
      <RadioCards {...form.field('role')} label={members.role} choices={choices} />
      <Button type="submit" wide busy={form.busy}>
        {members.inviteAct}
      </Button>
    </Form>
  );
}
