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
import { TextArea, TextField } from '../../../ui/inputs.tsx';
import { MoneyField } from '../../../ui/money-field.tsx';
import { useCreditText } from '../text/desk-credit.ts';

interface Props {
  open: boolean;
  onClose: () => void;
  /** Of the client's credit. */
  url: string;
  credit: ClientCredit;
}

/** Staff give a client credit at the business's cost. */
export function GiveGoodwill({ open, ...rest }: Props) {
  const words = useCreditText();
  return (
    <Dialog open={open} onClose={rest.onClose} title={words.giveTitle}>
      <GoodwillForm {...rest} />
    </Dialog>
  );
}

function GoodwillForm({ onClose, url, credit }: Omit<Props, 'open'>) {
  const words = useCreditText();
  const format = useFormat();
  const { currency, goodwill } = credit;
  const [soonest] = useState(() => dateIn(format.timeZone, new Date(Date.now() + 8 * 86_400_000)));
  const form = useForm({
    initial: { amount: null as Money | null, reason: '', expiresOn: '' },
    check: ({ amount }) => (amount && amount.amount > 0 ? {} : { amount: words.needsAmount }),
    send: ({ amount, reason, expiresOn }, key) =>
      api.post<ClientCredit>(
        `${url}/goodwill`,
        { currency, amount: amount!.amount, reason, expiresOn: expiresOn || null },
        key,
      ),
    refresh: [url],
    done: (_, { amount }) => {
      onClose();
      toast({ words: words.given(format.money(amount!)) });
    },
  });
  const { amount } = form.values;
  return (
    <Form form={form}>
      <p className="text-body text-muted">
        {words.giveLead(format.money({ amount: goodwill.left, currency }), goodwill.days)}
      </p>
      <MoneyField {...form.field('amount')} label={words.amount} currency={currency} />
      <TextArea
        {...form.field('reason')}
        label={words.reason}
        hint={words.reasonHint}
        rows={2}
        maxLength={300}
      />
      <TextField
        {...form.field('expiresOn')}
        label={words.expiresOn}
        hint={words.expiresHint}
        type="date"
        min={soonest}
        optional
      />
      <Button type="submit" wide busy={form.busy}>
        {amount ? words.giveAct(format.money(amount)) : words.give}
      </Button>
    </Form>
  );
}
