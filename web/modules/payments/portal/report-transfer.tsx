import { useState } from 'react';
import { api } from '../../../kernel/api/client.ts';
import { dateIn } from '../../../kernel/format/dates.ts';
import type { Money } from '../../../kernel/format/money.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { Form } from '../../../ui/form.tsx';
import { TextArea, TextField } from '../../../ui/inputs.tsx';
import { MoneyField } from '../../../ui/money-field.tsx';
import { useText } from '../text/index.ts';

interface Props {
  url: string;
  /** Where to transfer to, and what to write. */
  accounts: readonly { label: string; value: string }[];
  hint: string;
  /** Under which name what is typed is kept. */
  draft: string;
  owed: Money;
}

/** Where to transfer to, and telling that it was done. */
export function ReportTransfer(props: Props) {
  const { accounts, hint } = props;
  const { transfer: words } = useText();
  return (
    <>
      <Card title={words.accounts}>
        <dl className="divide-y divide-line text-body">
          {accounts.map(({ label, value }) => (
            <div key={label + value} className="flex items-center justify-between gap-3 py-2 first:pt-0">
              <div className="min-w-0">
                <dt className="text-13 text-muted">{label}</dt>
                <dd className="font-medium [overflow-wrap:anywhere]">{value}</dd>
              </div>
              <CopyButton value={value} what={label} />
            </div>
          ))}
        </dl>
        <p className="mt-2 text-13 text-muted">{hint}</p>
      </Card>
      <Card title={words.report}>
        <ReportForm {...props} />
      </Card>
    </>
  );
}

function ReportForm({ url, draft, owed }: Props) {
  const { transfer: words } = useText();
  const format = useFormat();
  const [today] = useState(() => dateIn(format.timeZone, new Date()));
  const form = useForm({
    initial: { amount: owed as Money | null, paidOn: today, bank: '', sender: '', proof: '', note: '' },
    draft: `transfer:${draft}`,
    check: ({ amount }) => (amount && amount.amount > 0 ? {} : { amount: words.needsAmount }),
    send: ({ amount, ...rest }, key) =>
      api.post<object>(`${url}/transfers`, { ...rest, amount: amount!.amount }, key),
    refresh: [url],
    done: () => toast({ words: words.reported }),
  });
  const { amount } = form.values;
  return (
    <Form form={form}>
      <div className="grid gap-4 sm:grid-cols-2">
        <MoneyField {...form.field('amount')} label={words.amount} currency={owed.currency} />
        <TextField {...form.field('paidOn')} label={words.paidOn} type="date" max={today} />
        <TextField {...form.field('bank')} label={words.bank} hint={words.bankHint} maxLength={80} />
        <TextField {...form.field('sender')} label={words.sender} maxLength={120} autoComplete="name" />
      </div>
      <TextField
        {...form.field('proof')}
        label={words.proof}
        hint={words.proofHint}
        maxLength={200}
        optional
      />
      <TextArea {...form.field('note')} label={words.note} rows={2} maxLength={500} optional />
      <Button type="submit" wide busy={form.busy}>
        {amount ? words.act(format.money(amount)) : words.actUnsure}
      </Button>
    </Form>
  );
}
