import { useEffect, useState } from 'react';
import type { MeterShape } from '../../../../server/modules/catalog/meter-contract.ts';
import { api } from '../../../kernel/api/client.ts';
import type { Money } from '../../../kernel/format/money.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { TextField } from '../../../ui/inputs.tsx';
import { parseDecimal, spoken } from '../shared/decimals.ts';
import { useText } from '../text/desk.ts';
import type { AskedCharge } from './charge-draft.ts';

interface Examples {
  examples: { quantity: string; amount: Money }[];
}

/** So long somebody is taken to go on typing. */
const restingMillis = 300;

/** "1,250 GB cost Rp560,200": asked of what makes the invoice, while prices are typed. */
export function WorkedExample({
  charge,
  currency,
  meter,
}: {
  charge: AskedCharge | null;
  currency: string;
  meter: MeterShape;
}) {
  const { charges: words } = useText();
  const { locale, words: inWords, money } = useFormat();
  const [typed, setTyped] = useState('1250');
  const [found, setFound] = useState<Examples['examples'][number] | null>(null);
  const quantity = parseDecimal(typed, locale);
  const asked = JSON.stringify({ charge, currency, decimals: meter.decimals, quantities: [quantity] });
  const complete = charge !== null && quantity !== null;
  useEffect(() => {
    if (!complete) return setFound(null);
    let stale = false;
    const resting = setTimeout(() => {
      api.post<Examples>('/api/console/usage/examples', JSON.parse(asked), crypto.randomUUID()).then(
        ({ examples }) => !stale && setFound(examples[0] ?? null),
        () => !stale && setFound(null),
      );
    }, restingMillis);
    return () => {
      stale = true;
      clearTimeout(resting);
    };
  }, [asked, complete]);
  return (
    <div className="grid items-end gap-4 sm:grid-cols-2">
      <TextField
        name="example"
        label={words.example}
        hint={words.exampleHint}
        inputMode="decimal"
        optional
        bare
        value={typed}
        onValue={setTyped}
      />
      <p aria-live="polite" className="min-h-6 pb-3 text-body font-medium">
        {found &&
          words.costs(`${spoken(found.quantity, locale)} ${inWords(meter.unit)}`, money(found.amount))}
      </p>
    </div>
  );
}
