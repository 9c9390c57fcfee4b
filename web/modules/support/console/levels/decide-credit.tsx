import type { BreachCredit } from '../../../../../server/modules/support/credit-contract.ts';
import { api } from '../../../../kernel/api/client.ts';
import type { Money } from '../../../../kernel/format/money.ts';
import { useFormat } from '../../../../kernel/format/use-format.ts';
import { useForm } from '../../../../kernel/forms/use-form.ts';
import { toast } from '../../../../kernel/toast.ts';
import { Button } from '../../../../ui/button.tsx';
import { RadioCards } from '../../../../ui/choices.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import { Form } from '../../../../ui/form.tsx';
import { TextArea } from '../../../../ui/inputs.tsx';
import { MoneyField } from '../../../../ui/money-field.tsx';
import { useDeskCredits } from '../../text/desk-credits.ts';

const base = '/api/console/service-levels/credits';

/** Staff give what was drafted, another sum, or nothing. */
export function DecideCredit({ credit, onClose }: { credit: BreachCredit; onClose: () => void }) {
  const words = useDeskCredits();
  const format = useFormat();
  const form = useForm({
    initial: {
      how: 'give' as 'give' | 'dismiss',
      amount: credit.amount as Money | null,
      reason: '',
    },
    check: ({ how, amount }) =>
      how === 'give' && !(amount && amount.amount > 0) ? { amount: words.needsAmount } : {},
    send: ({ how, amount, reason }, key) =>
      how === 'give'
        ? api.post(`${base}/${credit.id}/give`, { amount: amount!.amount, reason }, key)
        : api.post(`${base}/${credit.id}/dismiss`, { reason }, key),
    refresh: [base],
    done: (_, { how, amount }) => {
      onClose();
      toast({ words: how === 'give' ? words.given(format.money(amount!)) : words.dismissed });
    },
  });
  const { how, amount } = form.values;
  return (
    <Dialog open onClose={onClose} title={words.decideTitle(credit.client.name)}>
      <Form form={form}>
        <p className="text-body text-muted">{words.decideLead(credit.ticket.number)}</p>
        <RadioCards
          name="how"
          label={words.how}
          value={how}
          onValue={(value) => form.set({ how: value })}
          choices={(['give', 'dismiss'] as const).map((value) => ({ value, label: words.ways[value] }))}
        />
        {how === 'give' && (
          <MoneyField {...form.field('amount')} label={words.amount} currency={credit.amount.currency} />
        )}
        <TextArea
          {...form.field('reason')}
          label={words.reason}
          hint={how === 'give' ? words.clientReads : words.staffRead}
          rows={2}
          maxLength={300}
        />
        <Button type="submit" wide busy={form.busy}>
          {how === 'dismiss' ? words.dismiss : amount ? words.give(format.money(amount)) : words.ways.give}
        </Button>
      </Form>
    </Dialog>
  );
}
