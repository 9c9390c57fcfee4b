import { useState } from 'react';
import type { StaffTransfer } from '../../../../server/modules/payments/contract.ts';
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
import { useText } from '../text/index.ts';

interface Props {
  open: boolean;
  onClose: () => void;
  transfer: StaffTransfer;
}

/** What was found on the bank account is booked, whatever was reported. */
export function ApproveTransfer({ open, ...rest }: Props) {
  const { desk: words } = useText();
  return (
    <Dialog open={open} onClose={rest.onClose} title={words.approveTitle(rest.transfer.sender)}>
      <ApproveForm {...rest} />
    </Dialog>
  );
}

function ApproveForm({ onClose, transfer }: Omit<Props, 'open'>) {
  const { desk: words } = useText();
  const format = useFormat();
  const [today] = useState(() => dateIn(format.timeZone, new Date()));
  const form = useForm({
    initial: { amount: transfer.amount as Money | null, receivedOn: transfer.paidOn },
    check: ({ amount }) => (amount && amount.amount > 0 ? {} : { amount: words.needsAmount }),
    send: ({ amount, receivedOn }, key) =>
      api.post<void>(
        `/api/console/transfers/${transfer.id}/approve`,
        { amount: amount!.amount, receivedOn },
        key,
      ),
    refresh: ['/api/console/transfers'],
    done: (_, { amount }) => {
      onClose();
      toast({ words: words.approved(format.money(amount!)) });
    },
  });
  const { amount } = form.values;
  return (
    <Form form={form}>
      <p className="text-body text-muted">{words.approveLead}</p>
      <MoneyField
        {...form.field('amount')}
        label={words.receivedAmount}
        currency={transfer.amount.currency}
      />
      <TextField {...form.field('receivedOn')} label={words.receivedOn} type="date" max={today} />
      <Button type="submit" wide busy={form.busy}>
        {amount ? words.approveAct(format.money(amount)) : words.approve}
      </Button>
    </Form>
  );
}
