import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useKernelText } from '../../../kernel/text/index.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { TextArea } from '../../../ui/inputs.tsx';

interface Props {
  open: boolean;
  onClose: () => void;
  /** Where `{ reason }` is sent. */
  url: string;
  refresh: readonly string[];
  title: string;
  effect: string;
  label: string;
  hint?: string;
  verb: string;
  done: string;
  destructive?: boolean;
}

/** An act that is done with a reason, with its effect said before. */
export function ReasonDialog(props: Props) {
  return (
    <Dialog open={props.open} onClose={props.onClose} title={props.title}>
      <ReasonForm {...props} />
    </Dialog>
  );
}

function ReasonForm({ onClose, url, refresh, effect, label, hint, verb, done, destructive }: Props) {
  const text = useKernelText();
  const form = useForm({
    initial: { reason: '' },
    send: (values, key) => api.post<unknown>(url, values, key),
    refresh,
    done: () => {
      onClose();
      toast({ words: done });
    },
  });
  return (
    <Form form={form}>
      <p className="text-body text-muted">{effect}</p>
      <TextArea {...form.field('reason')} label={label} hint={hint} rows={2} maxLength={300} />
      <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end max-sm:[&_button]:w-full">
        <Button weight="secondary" onClick={onClose}>
          {text.cancel}
        </Button>
        <Button type="submit" weight={destructive ? 'destructive' : 'primary'} busy={form.busy}>
          {verb}
        </Button>
      </div>
    </Form>
  );
}
