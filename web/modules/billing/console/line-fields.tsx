import { IconButton } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/choices.tsx';
import { Select, TextField } from '../../../ui/inputs.tsx';
import { MoneyField } from '../../../ui/money-field.tsx';
import { useText } from '../text/desk-write.ts';
import type { Line, TaxCategory } from './lines.ts';

/** The values of an object of words, as choices. */
const choicesOf = <Value extends string>(words: Partial<Record<Value, string>>) =>
  (Object.entries(words) as [Value, string][]).map(([value, label]) => ({ value, label }));

export function LineFields({
  line,
  number,
  currency,
  errors,
  onChange,
  onRemove,
}: {
  line: Line;
  number: number;
  currency: string;
  errors: Readonly<Record<string, string>>;
  onChange: (change: Partial<Line>) => void;
  onRemove: (() => void) | null;
}) {
  const words = useText();
  const at = `lines.${number - 1}`;
  return (
    <fieldset className="flex flex-col gap-3 py-4 first:pt-0">
      <legend className="float-left mb-1 text-13 text-muted">{words.line(number)}</legend>
      <div className="grid clear-both gap-3 sm:grid-cols-2">
        <TextField
          name={`${at}.id`}
          label={words.inIndonesian}
          value={line.id}
          maxLength={300}
          error={line.id.trim() === '' ? errors[`${at}.id`] : undefined}
          onValue={(id) => onChange({ id })}
        />
        <TextField
          name={`${at}.en`}
          label={words.inEnglish}
          value={line.en}
          maxLength={300}
          placeholder={line.id}
          hint={words.sameInBoth}
          optional
          onValue={(en) => onChange({ en })}
        />
      </div>
      <div className="grid grid-cols-[6rem_1fr] gap-3 sm:grid-cols-[6rem_12rem_1fr]">
        <TextField
          name={`${at}.quantity`}
          label={words.quantity}
          inputMode="numeric"
          value={line.quantity}
          error={errors[`${at}.quantity`]}
          onValue={(quantity) => onChange({ quantity })}
        />
        <MoneyField
          name={`${at}.unitPrice`}
          label={words.unitPrice}
          currency={currency}
          value={line.unitPrice && { ...line.unitPrice, currency }}
          error={line.unitPrice === null ? errors[`${at}.unitPrice`] : undefined}
          onValue={(unitPrice) => onChange({ unitPrice })}
        />
        <div className="col-span-2 flex flex-wrap items-center gap-x-5 sm:col-span-1 sm:pt-6">
          <Checkbox
            name={`${at}.reduction`}
            label={words.reduction}
            value={line.reduction}
            onValue={(reduction) => onChange({ reduction })}
          />
          {onRemove && <IconButton icon="trash" label={words.removeLine(number)} onClick={onRemove} />}
        </div>
      </div>
      <details>
        <summary className="inline-flex min-h-6 cursor-pointer items-center text-13 text-muted underline decoration-dotted underline-offset-2">
          {words.more}
        </summary>
        <div className="grid gap-3 pt-2 sm:grid-cols-3">
          <Select
            name={`${at}.taxCategory`}
            label={words.tax}
            value={line.tax}
            choices={choicesOf<TaxCategory>(words.categories)}
            onValue={(tax) => onChange({ tax })}
          />
          <Select
            name={`${at}.taxIncluded`}
            label={words.taxIncluded}
            value={line.taxIncluded}
            choices={choicesOf<Line['taxIncluded']>(words.taxIncludes)}
            onValue={(taxIncluded) => onChange({ taxIncluded })}
          />
          <Select
            name={`${at}.unit`}
            label={words.unit}
            value={line.unit}
            choices={choicesOf<Line['unit']>({ '': words.usualUnit, ...words.units })}
            onValue={(unit) => onChange({ unit })}
          />
        </div>
      </details>
    </fieldset>
  );
}
