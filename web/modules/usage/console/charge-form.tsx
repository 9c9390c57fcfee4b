import { useState } from 'react';
import type { MeterShape } from '../../../../server/modules/catalog/meter-contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Button } from '../../../ui/button.tsx';
import { Select, TextField } from '../../../ui/inputs.tsx';
import { MoneyField } from '../../../ui/money-field.tsx';
import type { Charge } from '../shared/charge-words.ts';
import { useText } from '../text/desk.ts';
import { type AskedCharge, chargeOf, type Draft, draftOf, models, newDraft } from './charge-draft.ts';
import { ChargeTiers } from './charge-tiers.tsx';
import { WorkedExample } from './worked-example.tsx';

/** What use of one thing costs with one price, and what a quantity would come to. */
export function ChargeForm({
  meters,
  prices,
  price: firstPrice,
  charge,
  onTake,
  onClose,
}: {
  meters: readonly MeterShape[];
  prices: readonly { key: string; name: string; currency: string }[];
  price: string;
  charge: Charge | null;
  onTake: (price: string, charge: AskedCharge) => void;
  onClose: () => void;
}) {
  const { charges: words } = useText();
  const format = useFormat();
  const [priceKey, setPrice] = useState(firstPrice);
  const { currency } = prices.find(({ key }) => key === priceKey)!;
  const [draft, setDraft] = useState<Draft>(() =>
    charge ? draftOf(charge, currency, format.locale) : newDraft(meters[0]!.code),
  );
  const [tried, setTried] = useState(false);
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const asked = chargeOf(draft, currency, format.locale);
  const meter = meters.find(({ code }) => code === draft.meter) ?? null;
  const unit = meter ? format.words(meter.unit) : '';
  const money = (amount: number | null) => (amount === null ? null : { amount, currency });
  const { model } = draft;
  const typed = (name: 'each' | 'size' | 'rate' | 'included', label: string, hint?: string) => (
    <TextField
      name={name}
      label={label}
      hint={hint}
      inputMode="decimal"
      autoComplete="off"
      optional
      bare
      value={draft[name]}
      onValue={(value) => set({ [name]: value })}
    />
  );
  return (
    <div className="flex flex-col gap-4 border-s-2 border-line ps-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          name="price"
          label={words.price}
          value={priceKey}
          onValue={setPrice}
          disabled={charge !== null}
          choices={prices.map(({ key, name }) => ({ value: key, label: name }))}
        />
        <Select
          name="meter"
          label={words.meter}
          value={draft.meter}
          onValue={(code) => set({ meter: code })}
          disabled={charge !== null}
          choices={meters.map(({ code, name }) => ({ value: code, label: format.words(name) }))}
        />
      </div>
      <Select
        name="model"
        label={words.model}
        value={model}
        onValue={(next) => set({ model: next })}
        choices={models.map((value) => ({ value, label: words.models[value] }))}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        {model === 'standard' && typed('each', `${words.each} (${currency} / ${unit})`, words.eachHint)}
        {model === 'package' && (
          <>
            {typed('size', `${words.size} (${unit})`)}
            <MoneyField
              name="packagePrice"
              label={words.packagePrice}
              currency={currency}
              value={money(draft.price)}
              onValue={(sum) => set({ price: sum?.amount ?? null })}
            />
          </>
        )}
        {model === 'percentage' && (
          <>
            {typed('rate', `${words.rate} (%)`)}
            <MoneyField
              name="fee"
              label={words.fee}
              currency={currency}
              value={money(draft.fee)}
              onValue={(sum) => set({ fee: sum?.amount ?? null })}
            />
          </>
        )}
      </div>
      {(model === 'graduated' || model === 'volume' || model === 'graduated_percentage') && (
        <ChargeTiers
          currency={currency}
          unit={unit}
          rates={model === 'graduated_percentage'}
          value={draft.tiers}
          onValue={(tiers) => set({ tiers })}
        />
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        {typed('included', `${words.included} (${unit})`, words.includedHint)}
        <MoneyField
          name="minimum"
          label={words.minimum}
          hint={words.minimumHint}
          currency={currency}
          value={money(draft.minimum)}
          onValue={(sum) => set({ minimum: sum?.amount ?? null })}
        />
      </div>
      {meter && <WorkedExample charge={asked} currency={currency} meter={meter} />}
      {tried && !asked && (
        <p role="alert" className="text-13 text-danger">
          {words.bad}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button
          weight="secondary"
          onClick={() => {
            setTried(true);
            if (asked) onTake(priceKey, asked);
          }}
        >
          {words.take}
        </Button>
        <Button weight="quiet" onClick={onClose}>
          {words.cancel}
        </Button>
      </div>
    </div>
  );
}
