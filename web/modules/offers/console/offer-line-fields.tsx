import { IconButton } from '../../../ui/button.tsx';
import { Select, TextField } from '../../../ui/inputs.tsx';
import { MoneyField } from '../../../ui/money-field.tsx';
import { useDeskText } from '../text/desk.ts';
import { OfferTerm } from './offer-term.tsx';
import type { Line } from './offer-values.ts';

interface Props<Kind extends Line['kind']> {
  line: Extract<Line, { kind: Kind }>;
  /** From 1. */
  number: number;
  currency: string;
  errors: Readonly<Record<string, string>>;
  onChange: (line: Line) => void;
}

export function OfferLineFields({
  onRemove,
  name,
  ...props
}: Omit<Props<never>, 'line'> & { line: Line; name: string; onRemove: () => void }) {
  const { form: words } = useDeskText();
  const { line, number } = props;
  return (
    <fieldset className="py-4 first:pt-0">
      <legend className="sr-only">{words.line(number)}</legend>
      <div className="mb-2 flex items-center justify-between gap-3">
        <span className="min-w-0 text-body font-medium break-words">{name}</span>
        <IconButton icon="trash" label={words.removeLine(number)} onClick={onRemove} />
      </div>
      {line.kind === 'plan' ? <PlanFields {...props} line={line} /> : <FreeFields {...props} line={line} />}
    </fieldset>
  );
}

function PlanFields({ line, number, currency, errors, onChange }: Props<'plan'>) {
  const { form: words } = useDeskText();
  const at = `lines.${number - 1}`;
  const error = errors[`${at}.discount`];
  return (
    <div className="grid gap-3 sm:grid-cols-3">
      <Select
        name={`${at}.off`}
        label={words.discount}
        value={line.off}
        onValue={(off) => onChange({ ...line, off })}
        choices={[
          { value: 'none', label: words.noDiscount },
          { value: 'percent', label: words.percentOff },
          { value: 'amount', label: words.amountOff },
        ]}
      />
      {line.off === 'percent' && (
        <TextField
          name={`${at}.percent`}
          label={words.percent}
          inputMode="decimal"
          value={line.percent}
          error={error}
          onValue={(percent) => onChange({ ...line, percent })}
        />
      )}
      {line.off === 'amount' && (
        <MoneyField
          name={`${at}.amount`}
          label={words.amount}
          currency={currency}
          value={line.amount === null ? null : { amount: line.amount, currency }}
          error={error}
          onValue={(sum) => onChange({ ...line, amount: sum?.amount ?? null })}
        />
      )}
      {line.off !== 'none' && line.item.cycle !== 'one_time' && (
        <TextField
          name={`${at}.periods`}
          label={words.periods}
          hint={words.periodsHint}
          inputMode="numeric"
          maxLength={3}
          optional
          value={line.periods}
          onValue={(periods) => onChange({ ...line, periods })}
        />
      )}
      {line.item.cycle !== 'one_time' && (
        <OfferTerm line={line} at={at} currency={currency} error={errors[`${at}.term`]} onChange={onChange} />
      )}
    </div>
  );
}

function FreeFields({ line, number, currency, errors, onChange }: Props<'free'>) {
  const { form: words } = useDeskText();
  const at = `lines.${number - 1}`;
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <TextField
        name={`${at}.id`}
        label={words.descriptionId}
        value={line.id}
        maxLength={300}
        error={errors[`${at}.id`]}
        onValue={(id) => onChange({ ...line, id })}
      />
      <TextField
        name={`${at}.en`}
        label={words.descriptionEn}
        value={line.en}
        placeholder={line.id}
        maxLength={300}
        optional
        onValue={(en) => onChange({ ...line, en })}
      />
      <div className="grid grid-cols-[6rem_1fr] gap-3">
        <TextField
          name={`${at}.quantity`}
          label={words.quantity}
          inputMode="numeric"
          value={line.quantity}
          error={errors[`${at}.quantity`]}
          onValue={(quantity) => onChange({ ...line, quantity })}
        />
        <MoneyField
          name={`${at}.unitPrice`}
          label={words.unitPrice}
          currency={currency}
          value={line.unitPrice === null ? null : { amount: line.unitPrice, currency }}
          error={errors[`${at}.unitPrice`]}
          onValue={(sum) => onChange({ ...line, unitPrice: sum?.amount ?? null })}
        />
      </div>
      <Select
        name={`${at}.category`}
        label={words.category}
        value={line.category}
        onValue={(category) => onChange({ ...line, category })}
        choices={[
          { value: 'standard', label: words.taxed },
          { value: 'outside', label: words.untaxed },
        ]}
      />
    </div>
  );
}
