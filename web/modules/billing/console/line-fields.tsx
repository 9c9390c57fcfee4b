import { IconButton } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/choices.tsx';
import { TextField } from '../../../ui/inputs.tsx';
import { MoneyField } from '../../../ui/money-field.tsx';
import { useText } from '../text/index.ts';
import type { Line } from './lines.ts';

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
  const { write: words } = useText();
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
            name={`${at}.taxable`}
            label={words.taxable}
            value={line.taxable}
            onValue={(taxable) => onChange({ taxable })}
          />
          <Checkbox
            name={`${at}.reduction`}
            label={words.reduction}
            value={line.reduction}
            onValue={(reduction) => onChange({ reduction })}
          />
          {onRemove && <IconButton icon="trash" label={words.removeLine(number)} onClick={onRemove} />}
        </div>
      </div>
    </fieldset>
  );
}
