import { useState } from 'react';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { usePerson } from '../../../kernel/session/session.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { useText } from '../text/index.ts';
import { EmailField } from './email-field.tsx';

/** The address one signs in with, and the way to another one. */
export function ChangeEmail() {
  const { email: words } = useText();
  const { email } = usePerson();
  const [open, setOpen] = useState(false);
  return (
    <Card title={words.title}>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="min-w-0 text-body [overflow-wrap:anywhere]">{email}</p>
        <Button weight="secondary" onClick={() => setOpen(true)}>
          {words.change}
        </Button>
      </div>
      {open && <Ask onClose={() => setOpen(false)} />}
    </Card>
  );
}

function Ask({ onClose }: { onClose: () => void }) {
  const { email: words } = useText();
  const form = useForm({
    initial: { email: '' },
    send: (values, key) => api.post('/api/me/email', values, key),
    done: (_, { email }) => {
      onClose();
      toast({ words: words.sent(email) });
    },
  });
  return (
    <Dialog open onClose={onClose} title={words.changeTitle}>
      <p className="text-body text-muted">{words.lead}</p>
      <Form form={form}>
        <EmailField {...form.field('email')} autoComplete="email" />
        <Button type="submit" wide busy={form.busy}>
          {words.act}
        </Button>
      </Form>
    </Dialog>
  );
}
