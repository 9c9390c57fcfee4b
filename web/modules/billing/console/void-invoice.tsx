import type { StaffInvoice } from '../../../../server/modules/billing/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { useKernelText } from '../../../kernel/text/index.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { TextField } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';

interface Props {
  open: boolean;
  onClose: () => void;
  url: string;
  invoice: StaffInvoice;
}

export function VoidInvoice({ open, ...rest }: Props) {
  const { desk: words, unnumbered } = useText();
  return (
    <Dialog open={open} onClose={rest.onClose} title={words.voidTitle(rest.invoice.number ?? unnumbered)}>
      <VoidForm {...rest} />
    </Dialog>
  );
}

function VoidForm({ onClose, url, invoice }: Omit<Props, 'open'>) {
  const { desk: words } = useText();
  const text = useKernelText();
  const format = useFormat();
  const form = useForm({
    initial: { reason: '' },
    send: (values, key) => api.post<StaffInvoice>(`${url}/void`, values, key),
    refresh: ['/api/console/invoices', '/api/console/ageing'],
    done: () => {
      onClose();
      toast({ words: words.voided });
    },
  });
  return (
    <Form form={form}>
      <div className="text-body text-muted">
        <p>{words.voidEffect}</p>
        {invoice.paid.amount > 0 && <p className="mt-1">{words.voidPaid(format.money(invoice.paid))}</p>}
      </div>
      <TextField {...form.field('reason')} label={words.voidReason} maxLength={300} />
      <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
        <Button weight="secondary" onClick={onClose}>
          {text.keepIt}
        </Button>
        <Button type="submit" weight="destructive" busy={form.busy}>
          {words.voidAct}
        </Button>
      </div>
    </Form>
  );
}
