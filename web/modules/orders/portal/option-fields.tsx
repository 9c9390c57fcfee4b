import type { StoreProduct } from '../../../../server/modules/catalog/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Checkbox, RadioCards } from '../../../ui/choices.tsx';
import { Select, TextField } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';
import { NumberField } from './number-field.tsx';
import { type Option, type Price, type Selection, addonsFor, choicesFor } from './selection.ts';

/** More choices than this are better in a list than as cards. */
const manyChoices = 5;

/** “+ Rp50.000 / month, Rp10.000 set-up”. */
function useExtra(currency: string) {
  const { flow: words, per } = useText();
  const format = useFormat();
  return ({ recurring, setup, cycle }: Price) => {
    const parts = [
      ...(recurring > 0 ? [`+ ${format.money({ amount: recurring, currency })} ${per[cycle]}`] : []),
      ...(setup > 0 ? [words.setup(format.money({ amount: setup, currency }))] : []),
    ];
    return parts.length > 0 ? parts.join(', ') : words.free;
  };
}

/** One question of a product, by its kind. */
export function OptionField({
  option,
  selection,
  currency,
  error,
  onValue,
}: {
  option: Option;
  selection: Selection;
  currency: string;
  error: string | undefined;
  onValue: (value: string | number | boolean) => void;
}) {
  const { flow: words } = useText();
  const format = useFormat();
  const extra = useExtra(currency);
  const choices = choicesFor(option, selection.cycle);
  const value = selection.options[option.code];
  // Forms without script know only text: the name says what kind it is.
  const field = { name: `option.${option.kind}.${option.code}`, label: format.words(option.name), error };
  if (option.kind === 'text') {
    return (
      <TextField
        {...field}
        optional={!option.required}
        value={typeof value === 'string' ? value : ''}
        maxLength={option.maximum}
        autoComplete="off"
        onValue={onValue}
      />
    );
  }
  const first = choices[0]!;
  if (option.kind === 'checkbox') {
    return (
      <>
        {/* What is disabled is not sent. */}
        {option.required && <input type="hidden" name={field.name} value="on" />}
        <Checkbox
          {...field}
          hint={extra(first.price)}
          value={value === true}
          onValue={onValue}
          disabled={option.required}
        />
      </>
    );
  }
  if (option.kind === 'quantity') {
    return (
      <NumberField
        {...field}
        hint={words.each(extra(first.price))}
        value={typeof value === 'number' ? value : option.minimum}
        minimum={option.minimum}
        maximum={option.maximum}
        onValue={onValue}
      />
    );
  }
  const listed = [
    ...(option.required ? [] : [{ value: '', label: words.none, extra: '' }]),
    ...choices.map((choice) => ({
      value: choice.code,
      label: format.words(choice.name),
      extra: extra(choice.price),
    })),
  ];
  const chosen = typeof value === 'string' ? value : '';
  if (listed.length > manyChoices) {
    return (
      <Select
        {...field}
        value={chosen}
        onValue={onValue}
        choices={listed.map((choice) => ({
          value: choice.value,
          label: choice.extra ? `${choice.label} (${choice.extra})` : choice.label,
        }))}
      />
    );
  }
  return (
    <RadioCards
      {...field}
      value={chosen}
      onValue={onValue}
      columns={2}
      choices={listed.map((choice) => ({ value: choice.value, label: choice.label, hint: choice.extra }))}
    />
  );
}

export function Addons({
  product,
  selection,
  onValue,
}: {
  product: StoreProduct;
  selection: Selection;
  onValue: (addons: string[]) => void;
}) {
  const format = useFormat();
  const extra = useExtra(product.currency);
  const chosen = selection.addons;
  return (
    <div className="flex flex-col gap-2">
      {addonsFor(product, selection.cycle).map(({ code, name, description, price }) => (
        <Checkbox
          key={code}
          name={`addon.${code}`}
          label={<span className="font-medium">{format.words(name)}</span>}
          hint={[format.words(description), extra(price)].filter(Boolean).join(' · ')}
          value={chosen.includes(code)}
          onValue={(on) => onValue(on ? [...chosen, code] : chosen.filter((one) => one !== code))}
        />
      ))}
    </div>
  );
}
