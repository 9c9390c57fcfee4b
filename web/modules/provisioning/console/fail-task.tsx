import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { TextArea } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';

interface Props {
  open: boolean;
  onClose: () => void;
  url: string;
  stale: readonly string[];
}

export function FailTask({ open, ...rest }: Props) {
  const { task: words } = useText();
  return (
    <Dialog open={open} onClose={rest.onClose} title={words.failTitle}>
      <FailForm {...rest} />
    </Dialog>
  );
}

function FailForm({ onClose, url, stale }: Omit<Props, 'open'>) {
  const { task: words } = useText();
  const form = useForm({
    initial: { note: '' },
    send: (values, key) => api.post(`${url}/fail`, values, key),
    refresh: stale,
    done: () => {
      onClose();
      toast({ words: words.failed });
    },
  });
  return (
    <Form form={form}>
      <p className="text-body text-muted">{words.failEffect}</p>
      <TextArea {...form.field('note')} label={words.failNote} rows={3} maxLength={2000} />
      <FormActs>
        <Button type="submit" weight="destructive" busy={form.busy}>
          {words.failAct}
        </Button>
      </FormActs>
    </Form>
  );
}
