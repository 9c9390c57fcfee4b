import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { Select, TextArea } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';

interface Props {
  open: boolean;
  onClose: () => void;
  url: string;
}

export function SuspendDialog({ open, ...rest }: Props) {
  const { desk: words } = useText();
  return (
    <Dialog open={open} onClose={rest.onClose} title={words.suspendTitle}>
      <SuspendForm {...rest} />
    </Dialog>
  );
}

function SuspendForm({ onClose, url }: Omit<Props, 'open'>) {
  const { desk: words } = useText();
  const form = useForm({
    initial: { reason: 'manual' as 'manual' | 'abuse' | 'security', note: '' },
    send: ({ reason, note }, key) =>
      api.post(`${url}/suspend`, { reason, ...(note.trim() === '' ? {} : { note }) }, key),
    refresh: ['/api/console/services'],
    done: () => {
      onClose();
      toast({ words: words.suspended });
    },
  });
  const reasons = Object.entries(words.suspendReasons) as ['manual' | 'abuse' | 'security', string][];
  return (
    <Form form={form}>
      <p className="text-body text-muted">{words.suspendEffect}</p>
      <Select
        {...form.field('reason')}
        label={words.reason}
        choices={reasons.map(([value, label]) => ({ value, label }))}
      />
      <TextArea {...form.field('note')} label={words.note} rows={3} maxLength={2000} optional />
      <FormActs>
        <Button type="submit" weight="destructive" busy={form.busy}>
          {words.suspendAct}
        </Button>
      </FormActs>
    </Form>
  );
}
