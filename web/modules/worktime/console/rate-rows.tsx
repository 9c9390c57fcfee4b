import type { Client } from '../../../../server/modules/organizations/contract.ts';
import type { ClientTier } from '../../../../server/modules/organizations/tier-contract.ts';
import { Finder } from '../../../kernel/forms/finder.tsx';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { currencyChoices } from '../../../ui/countries.ts';
import { FieldSet } from '../../../ui/field.tsx';
import { Select } from '../../../ui/inputs.tsx';
import { MoneyField } from '../../../ui/money-field.tsx';
import { useText } from '../text/index.ts';
import type { RateDraft } from './rate-values.ts';

interface Props {
  rates: readonly RateDraft[];
  tiers: readonly ClientTier[];
  error: string | undefined;
  onRates: (rates: readonly RateDraft[]) => void;
}

/** Rates, one below the other: for everybody, for a tier, or for one client. */
export function RateRows({ rates, tiers, error, onRates }: Props) {
  const { rates: words, filters } = useText();
  const next = Math.max(-1, ...rates.map(({ key }) => key)) + 1;
  const add = (rate: Partial<RateDraft>) =>
    onRates([...rates, { key: next, currency: 'IDR', hourly: null, tierId: null, client: null, ...rate }]);
  return (
    <FieldSet label={words.each} hint={words.eachHint} error={error}>
      {rates.length === 0 && <p className="text-13 text-muted">{words.none}</p>}
      <div className="flex flex-col gap-3">
        {rates.map((rate) => (
          <RateRow
            key={rate.key}
            rate={rate}
            tiers={tiers}
            onRate={(changed) => onRates(rates.map((one) => (one === rate ? changed : one)))}
            onRemove={() => onRates(rates.filter((one) => one !== rate))}
          />
        ))}
        <Button weight="secondary" icon="plus" className="self-start" onClick={() => add({})}>
          {words.add}
        </Button>
        <Finder<Client>
          key={next}
          name="rate-client"
          label={words.addFor}
          words={{ change: filters.another, none: filters.none }}
          url="/api/console/clients"
          read={({ id, name, billingEmail }) => ({ id, name, detail: billingEmail })}
          chosen={null}
          error={undefined}
          onChoose={(row) => row && add({ client: { id: row.id, name: row.name }, currency: row.currency })}
        />
      </div>
    </FieldSet>
  );
}

function RateRow(props: {
  rate: RateDraft;
  tiers: readonly ClientTier[];
  onRate: (rate: RateDraft) => void;
  onRemove: () => void;
}) {
  const { rate, tiers, onRate, onRemove } = props;
  const { rates: words } = useText();
  const format = useFormat();
  const tier = tiers.find(({ id }) => id === rate.tierId);
  const whom = rate.client?.name ?? (tier ? words.tier(format.words(tier.titles)) : words.everybody);
  const offered = tiers.filter(({ archived, id }) => !archived || id === rate.tierId);
  return (
    <div className="flex items-end gap-2 rounded border border-line p-3">
      <div className="grid min-w-0 grow gap-3 sm:grid-cols-3">
        {rate.client ? (
          <p className="self-center font-medium [overflow-wrap:anywhere]">{rate.client.name}</p>
        ) : (
          <Select
            label={words.whom}
            name={`whom-${rate.key}`}
            value={rate.tierId ?? ''}
            onValue={(tierId) => onRate({ ...rate, tierId: tierId || null })}
            choices={[
              { value: '', label: words.everybody },
              ...offered.map(({ id, titles }) => ({ value: id, label: words.tier(format.words(titles)) })),
            ]}
          />
        )}
        <Select
          label={words.currency}
          name={`currency-${rate.key}`}
          value={rate.currency}
          onValue={(currency) => onRate({ ...rate, currency, hourly: null })}
          choices={currencyChoices}
        />
        <MoneyField
          key={rate.currency}
          label={words.hourly}
          name={`hourly-${rate.key}`}
          currency={rate.currency}
          value={rate.hourly}
          onValue={(hourly) => onRate({ ...rate, hourly })}
        />
      </div>
      <IconButton icon="trash" label={words.remove(whom)} onClick={onRemove} />
    </div>
  );
}
