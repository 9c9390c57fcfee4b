import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useOrganization } from '../../../kernel/session/organization.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { TextField } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';
import { StandingFields, freshStanding, standingBody } from './standing-fields.tsx';

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
  const form = useForm({
    initial: { email: '', ...freshStanding },
    send: (values, key) =>
      api.post(`${base}/invitations`, { email: values.email, ...standingBody(values) }, key),
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
      <StandingFields form={form} />
      <Button type="submit" wide busy={form.busy}>
        {members.inviteAct}
      </Button>
    </Form>
  );
}
