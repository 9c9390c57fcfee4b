import { useEffect, useState } from 'react';
import type { TaxExamples } from '../../../../server/modules/billing/tax-contract.ts';
import { api } from '../../../kernel/api/client.ts';
import type { Money } from '../../../kernel/format/money.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { MoneyField } from '../../../ui/money-field.tsx';
import { MoneyText } from '../../../ui/money.tsx';
import { useTaxText } from '../text/tax.ts';

interface Terms {
  registered: { from: string; until: string | null }[];
  inclusive: boolean;
  oneStopShop: boolean;
}

/** Milliseconds without typing before the sums are asked for. */
const settle = 300;

/** What a price becomes for different buyers, reckoned by the server as it would be invoiced today. */
export function TaxExamplesTable({ currency, terms }: { currency: string; terms: Terms }) {
  const { settings: words } = useTaxText();
  const format = useFormat();
  const [amount, setAmount] = useState<Money | null>({ amount: 1_000_000, currency });
  const [examples, setExamples] = useState<TaxExamples | null>(null);
  const asked = JSON.stringify({ amount: amount?.amount, currency, terms });
  useEffect(() => {
    let current = true;
    const timer = setTimeout(() => {
      api.post<TaxExamples>('/api/console/tax-examples', JSON.parse(asked), crypto.randomUUID()).then(
        (answer) => current && setExamples(answer),
        () => current && setExamples(null),
      );
    }, settle);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [asked]);
  const sum = (of: number) => <MoneyText value={{ amount: of, currency }} />;
  return (
    <section className="rounded bg-sunken p-4">
      <h3 className="text-14 font-medium">{words.examples}</h3>
      <p className="mb-3 text-13 text-muted">{words.examplesLead}</p>
      <MoneyField
        name="sample"
        label={words.sample}
        value={amount}
        currency={currency}
        onValue={setAmount}
        className="sm:max-w-64"
      />
      {/* As high as its rows while they are on their way, so that nothing below it moves. */}
      <ul
        className="mt-3 grid min-h-80 content-start gap-x-6 gap-y-3 sm:min-h-64 sm:grid-cols-2"
        aria-live="polite"
      >
        {examples?.items.map((item) => (
          <li key={item.who} className="min-w-0 text-13">
            <p className="text-14 font-medium">{words.whom[item.who]}</p>
            <p className="tabular-nums">
              {sum(item.net)} + {sum(item.tax)} = <strong className="font-medium">{sum(item.total)}</strong>
            </p>
            <p className="text-muted">
              {[
                item.code === 'O' ? null : format.words(item.label),
                item.share && `${words.base} ${item.share}: ${format.money({ amount: item.base, currency })}`,
                item.reason && format.words(item.reason),
                item.transactionCode && words.transaction(item.transactionCode),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
