import type { ClientPanel } from '../../../../server/modules/deskacts/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import type { Money } from '../../../kernel/format/money.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { TextArea } from '../../../ui/inputs.tsx';
import { MoneyField } from '../../../ui/money-field.tsx';
import { useText } from '../text/index.ts';

interface Props {
  url: string;
  refresh: readonly string[];
  onDone: () => void;
  credit: NonNullable<ClientPanel['credit']>;
}

/** How much and why; within what one's role may give in a day. */
export function GiveForm({ url, refresh, onDone, credit: { balance, left } }: Props) {
  const { give: words } = useText();
  const format = useFormat();
  const { currency } = balance;
  const form = useForm({
    initial: { amount: null as Money | null, reason: '' },
    check: ({ amount }) => (amount && amount.amount > 0 ? {} : { amount: words.needsAmount }),
    send: ({ amount, reason }, key) =>
      api.post(`${url}/credit`, { currency, amount: amount!.amount, reason }, key),
    refresh,
    done: (_, { amount }) => {
      toast({ words: words.done(format.money(amount!)) });
      onDone();
    },
  });
  const { amount } = form.values;
  return (
    <Form form={form}>
      {left && (
        <p className="text-body">
          {words.left(format.money(left))} <span className="text-muted">{words.above}</span>
        </p>
      )}
      <MoneyField {...form.field('amount')} label={words.amount} currency={currency} />
      <TextArea
        {...form.field('reason')}
        label={words.reason}
        hint={words.reasonHint}
        rows={2}
        maxLength={300}
      />
      <p className="text-13 text-muted">{words.effect(words.client)}</p>
      <Button type="submit" icon="wallet" wide busy={form.busy}>
        {words.verb(amount ? format.money(amount) : '')}
      </Button>
    </Form>
  );
}
