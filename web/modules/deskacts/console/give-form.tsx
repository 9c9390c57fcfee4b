import type { ClientPanel } from '../../../../server/modules/deskacts/contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { reasonWords } from '../../../kernel/api/problem-words.ts';
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

/** How much and why; above what one's role may give in a day it asks a colleague. */
export function GiveForm({ url, refresh, onDone, credit: { currency, left, can } }: Props) {
  const { give: words } = useText();
  const format = useFormat();
  const above = (amount: Money | null) => left !== null && (amount?.amount ?? 0) > left.amount;
  const form = useForm({
    initial: { amount: null as Money | null, reason: '' },
    check: ({ amount }) => {
      if (!amount || amount.amount < 1) return { amount: words.needsAmount };
      return above(amount) && can.ask !== true ? { amount: reasonWords(can.ask.no) } : {};
    },
    send: ({ amount, reason }, key) =>
      api.post(
        `${url}/${above(amount) ? 'credit-asks' : 'credit'}`,
        { currency, amount: amount!.amount, reason },
        key,
      ),
    refresh,
    done: (_, { amount }) => {
      const sum = format.money(amount!);
      toast({ words: above(amount) ? words.asked(sum) : words.done(sum) });
      onDone();
    },
  });
  const { amount } = form.values;
  const asks = above(amount);
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
      <p className="text-13 text-muted">{asks ? words.askEffect : words.effect(words.client)}</p>
      <Button type="submit" icon="wallet" wide busy={form.busy}>
        {(asks ? words.askVerb : words.verb)(amount ? format.money(amount) : '')}
      </Button>
    </Form>
  );
}
