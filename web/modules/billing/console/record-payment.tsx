import { useState } from 'react';
import type { StaffInvoice } from '../../../../server/modules/billing/contract.ts';
import type { PaymentView } from '../../../../server/modules/payments/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { dateIn } from '../../../kernel/format/dates.ts';
import type { Money } from '../../../kernel/format/money.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { TextField } from '../../../ui/inputs.tsx';
import { MoneyField } from '../../../ui/money-field.tsx';
import { useDeskText } from '../text/desk.ts';
import { useText } from '../text/index.ts';
import { useText as useWriteText } from '../text/desk-write.ts';

interface Props {
  open: boolean;
  onClose: () => void;
  invoice: StaffInvoice;
}

/** Money that staff have seen with their own eyes: in cash, or on the bank account. */
export function RecordPayment({ open, ...rest }: Props) {
  const words = useDeskText();
  const { unnumbered } = useText();
  return (
    <Dialog open={open} onClose={rest.onClose} title={words.recordTitle(rest.invoice.number ?? unnumbered)}>
      <PaymentForm {...rest} />
    </Dialog>
  );
}

function PaymentForm({ onClose, invoice }: Omit<Props, 'open'>) {
  const words = useDeskText();
  const { needsPrice } = useWriteText();
  const format = useFormat();
  const [today] = useState(() => dateIn(format.timeZone, new Date()));
  const form = useForm({
    initial: { amount: invoice.balance as Money | null, method: '', receivedOn: today, note: '' },
    check: ({ amount }) => (amount && amount.amount > 0 ? {} : { amount: needsPrice }),
    send: ({ amount, ...rest }, key) =>
      api.post<PaymentView>(
        '/api/console/payments',
        { invoice: invoice.id, amount: amount!.amount, ...rest },
        key,
      ),
    refresh: ['/api/console/invoices', '/api/console/ageing', '/api/console/payments'],
    done: (_, { amount }) => {
      onClose();
      toast({ words: words.recorded(format.money(amount!)) });
    },
  });
  const { amount } = form.values;
  return (
    <Form form={form}>
      <p className="text-body text-muted">{words.recordLead}</p>
      <MoneyField {...form.field('amount')} label={words.received} currency={invoice.total.currency} />
      <TextField {...form.field('method')} label={words.method} hint={words.methodHint} maxLength={60} />
      <TextField {...form.field('receivedOn')} label={words.receivedOn} type="date" max={today} />
      <TextField {...form.field('note')} label={words.note} optional maxLength={500} />
      <Button type="submit" wide busy={form.busy}>
        {amount ? words.recordAct(format.money(amount)) : words.record}
      </Button>
    </Form>
  );
}
