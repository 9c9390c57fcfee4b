import { useState } from 'react';
import type { ClientCredit } from '../../../../server/modules/billing/lot-contract.ts';
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
import { useCreditText } from '../text/desk-credit.ts';

interface Props {
  open: boolean;
  onClose: () => void;
  credit: ClientCredit;
}

/** Money for the credit that staff have seen with their own eyes. */
export function RecordDeposit({ open, ...rest }: Props) {
  const words = useCreditText();
  return (
    <Dialog open={open} onClose={rest.onClose} title={words.depositTitle}>
      <DepositForm {...rest} />
    </Dialog>
  );
}

function DepositForm({ onClose, credit: { client, currency } }: Omit<Props, 'open'>) {
  const words = useCreditText();
  const format = useFormat();
  const [today] = useState(() => dateIn(format.timeZone, new Date()));
  const form = useForm({
    initial: { amount: null as Money | null, method: '', receivedOn: today, note: '' },
    check: ({ amount }) => (amount && amount.amount > 0 ? {} : { amount: words.needsAmount }),
    send: ({ amount, ...rest }, key) =>
      api.post<object>(
        `/api/console/clients/${client.id}/deposits`,
        { amount: amount!.amount, ...rest },
        key,
      ),
    refresh: [`/api/console/clients/${client.id}/credit`, '/api/console/payments'],
    done: (_, { amount }) => {
      onClose();
      toast({ words: words.recorded(format.money(amount!)) });
    },
  });
  const { amount } = form.values;
  return (
    <Form form={form}>
      <p className="text-body text-muted">{words.depositLead}</p>
      <MoneyField {...form.field('amount')} label={words.amount} currency={currency} />
      <TextField {...form.field('method')} label={words.method} hint={words.methodHint} maxLength={60} />
      <TextField {...form.field('receivedOn')} label={words.receivedOn} type="date" max={today} />
      <TextField {...form.field('note')} label={words.note} optional maxLength={500} />
      <Button type="submit" wide busy={form.busy}>
        {amount ? words.depositAct(format.money(amount)) : words.deposit}
      </Button>
    </Form>
  );
}
