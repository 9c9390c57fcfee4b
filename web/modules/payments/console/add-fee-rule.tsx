import { useState } from 'react';
import type { FeeRules } from '../../../../server/modules/payments/fee-contract.ts';
import { api } from '../../../kernel/api/client.ts';
import { dateIn } from '../../../kernel/format/dates.ts';
import type { Money } from '../../../kernel/format/money.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { useForm } from '../../../kernel/forms/use-form.ts';
import { toast } from '../../../kernel/toast.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/choices.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Form } from '../../../ui/form.tsx';
import { Select, TextField } from '../../../ui/inputs.tsx';
import { MoneyField } from '../../../ui/money-field.tsx';
import { useFeeText } from '../text/desk-fees.ts';
import { nameOf, url } from './fee-rules.ts';

interface Props {
  open: boolean;
  onClose: () => void;
  rules: FeeRules;
}

/** From a day on a gateway keeps so much, with an example that is reckoned while it is typed. */
export function AddFeeRule({ open, ...rest }: Props) {
  const words = useFeeText();
  return (
    <Dialog open={open} onClose={rest.onClose} title={words.addTitle}>
      <RuleForm {...rest} />
    </Dialog>
  );
}

const all = '';

function RuleForm({ onClose, rules: { gateways } }: Omit<Props, 'open'>) {
  const words = useFeeText();
  const format = useFormat();
  const [today] = useState(() => dateIn(format.timeZone, new Date()));
  const first = gateways[0];
  const form = useForm({
    initial: {
      gateway: first?.gateway ?? '',
      method: all,
      currency: first?.currencies[0] ?? 'IDR',
      share: '',
      fixed: null as Money | null,
      from: today,
      givenBack: false,
    },
    check: ({ share, from }): Record<string, string> => ({
      ...(hundredths(share) === null && { share: words.needsShare }),
      ...(!from && { from: words.needsDay }),
    }),
    send: ({ method, share, fixed, ...rest }, key) =>
      api.post<FeeRules>(
        url,
        { ...rest, method: method || null, share: hundredths(share)!, fixed: fixed?.amount ?? 0 },
        key,
      ),
    refresh: [url],
    done: () => {
      onClose();
      toast({ words: words.added });
    },
  });
  const { gateway, currency, share, fixed } = form.values;
  const chosen = gateways.find((one) => one.gateway === gateway);
  return (
    <Form form={form}>
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          {...form.field('gateway')}
          label={words.gateway}
          choices={gateways.map((one) => ({ value: one.gateway, label: nameOf(one.gateway) }))}
        />
        <Select
          {...form.field('currency')}
          label={words.currency}
          choices={(chosen?.currencies ?? []).map((one) => ({ value: one, label: one }))}
        />
      </div>
      <Select
        {...form.field('method')}
        label={words.method}
        choices={[
          { value: all, label: words.allMethods },
          ...(chosen?.methods ?? []).map(({ id, label }) => ({ value: id, label: format.words(label) })),
        ]}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField {...form.field('share')} label={words.share} inputMode="decimal" />
        <MoneyField {...form.field('fixed')} label={words.fixed} currency={currency} optional />
      </div>
      <Example share={hundredths(share) ?? 0} fixed={fixed?.amount ?? 0} currency={currency} />
      <TextField {...form.field('from')} label={words.from} hint={words.fromHint} type="date" />
      <Checkbox {...form.field('givenBack')} label={words.backOption} />
      <Button type="submit" wide busy={form.busy}>
        {words.addAct}
      </Button>
    </Form>
  );
}

const usual: Record<string, number> = { IDR: 1_000_000 };

/** Reckoned as the server does: the share rounded to the nearest unit, all of it no more than the payment. */
function Example({ share, fixed, currency }: { share: number; fixed: number; currency: string }) {
  const words = useFeeText();
  const format = useFormat();
  const [typed, setTyped] = useState<Money | null>(null);
  const amount = typed?.currency === currency ? typed.amount : (usual[currency] ?? 10_000);
  const fee = Math.min(Math.round((amount * share) / 10_000) + fixed, amount);
  const sum = (of: number) => format.money({ amount: of, currency });
  return (
    <div className="rounded border border-line p-3">
      <MoneyField
        name="example"
        label={words.example}
        currency={currency}
        value={{ amount, currency }}
        onValue={setTyped}
      />
      <p className="mt-2 text-body" aria-live="polite">
        {words.exampleResult(sum(fee), sum(amount - fee))}
      </p>
    </div>
  );
}

/** '2.9' and '2,90' are 290; null for what is no share. */
function hundredths(text: string): number | null {
  const found = /^(\d{1,3})(?:[.,](\d{1,2}))?$/.exec(text.trim());
  if (!found) return null;
  const share = Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'));
  return share <= 10_000 ? share : null;
}
