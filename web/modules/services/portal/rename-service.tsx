import type { ServiceDetail } from '../../../../server/modules/services/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useKernelText } from '../../../kernel/text/index.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form, FormActs } from '../../../ui/form.tsx';
import { TextField } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';

interface Props {
  open: boolean;
  onClose: () => void;
  service: ServiceDetail;
  url: string;
}

export function RenameService({ open, ...rest }: Props) {
  const { renaming: words } = useText();
  return (
    <Dialog open={open} onClose={rest.onClose} title={words.title}>
      <RenameForm {...rest} />
    </Dialog>
  );
}

function RenameForm({ onClose, service, url }: Omit<Props, 'open'>) {
  const { renaming: words } = useText();
  const text = useKernelText();
  const format = useFormat();
  const form = useForm({
    initial: { label: service.label },
    send: (values) => api.patch<ServiceDetail>(url, values, service.version),
    refresh: [url, url.slice(0, url.lastIndexOf('/'))],
    done: () => {
      onClose();
      toast({ words: words.done });
    },
  });
  return (
    <Form form={form}>
      <TextField
        {...form.field('label')}
        label={words.label}
        hint={words.hint(format.words(service.names))}
        maxLength={100}
        autoComplete="off"
        optional
      />
      <FormActs>
        <Button type="submit" busy={form.busy}>
          {text.save}
        </Button>
      </FormActs>
    </Form>
  );
}
