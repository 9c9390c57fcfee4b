import type { ReactNode } from 'react';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useKernelText } from '../../../kernel/text/index.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { TextField } from '../../../ui/inputs.tsx';
import { useDeskText } from '../text/desk.ts';

interface Props {
  open: boolean;
  onClose: () => void;
  /** Where the act is sent, with its reason. */
  url: string;
  title: string;
  effect: ReactNode;
  verb: string;
  /** Said once it is done. */
  done: string;
}

/** An act on an invoice that is not undone, with why it is done. */
export function AskWhy({ open, title, ...rest }: Props) {
  return (
    <Dialog open={open} onClose={rest.onClose} title={title}>
      <Why {...rest} />
    </Dialog>
  );
}

function Why({ onClose, url, effect, verb, done }: Omit<Props, 'open' | 'title'>) {
  const words = useDeskText();
  const text = useKernelText();
  const form = useForm({
    initial: { reason: '' },
    send: (values, key) => api.post<unknown>(url, values, key),
    refresh: ['/api/console/invoices', '/api/console/ageing'],
    done: () => {
      onClose();
      toast({ words: done });
    },
  });
  return (
    <Form form={form}>
      <div className="flex flex-col gap-1 text-body text-muted">{effect}</div>
      <TextField {...form.field('reason')} label={words.voidReason} maxLength={300} />
      <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
        <Button weight="secondary" onClick={onClose}>
          {text.keepIt}
        </Button>
        <Button type="submit" weight="destructive" busy={form.busy}>
          {verb}
        </Button>
      </div>
    </Form>
  );
}
