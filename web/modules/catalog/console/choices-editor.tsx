import type { FieldBinding } from '../../../kernel/forms/use-form.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { FieldError } from '../../../ui/field.tsx';
import { useText } from '../text/index.ts';
import { type Both, BothFields } from './both-fields.tsx';
import { type PriceRow, PricesGrid } from './prices-grid.tsx';
import { usePriceLine } from './use-price-line.ts';

export interface ChoiceValues {
  code: string;
  name: Both;
  prices: PriceRow[];
}

/** The choices of a select, each opening to its names and prices. */
export function ChoicesEditor({ value, onValue, error }: FieldBinding<ChoiceValues[]>) {
  const { fields: words } = useText();
  const format = useFormat();
  const priceLine = usePriceLine();
  const change = (index: number, part: Partial<ChoiceValues>) =>
    onValue(value.map((choice, at) => (at === index ? { ...choice, ...part } : choice)));
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-body font-medium">{words.choices}</legend>
      <FieldError id="choices-error" error={error} />
      {value.map((choice, index) => {
        const name = format.words(choice.name) || words.choice(index + 1);
        return (
          <div key={index} className="flex items-start gap-1 rounded border border-line">
            <details className="min-w-0 grow" open={choice.name.en === ''}>
              <summary className="cursor-pointer px-3 py-2.5 text-body">
                <span className="font-medium">{name}</span>{' '}
                <span className="text-13 text-muted">{priceLine(choice.prices)}</span>
              </summary>
              <div className="flex flex-col gap-4 px-3 pb-4">
                <BothFields
                  name={`choices.${index}.name`}
                  label={words.name}
                  value={choice.name}
                  error={undefined}
                  onValue={(both) => change(index, { name: both })}
                />
                <PricesGrid
                  value={choice.prices}
                  onValue={(prices) => change(index, { prices })}
                  hint={words.choicePriceHint}
                />
              </div>
            </details>
            {value.length > 1 && (
              <IconButton
                icon="trash"
                label={words.removeChoice(name)}
                onClick={() => onValue(value.filter((_, at) => at !== index))}
              />
            )}
          </div>
        );
      })}
      <Button
        weight="secondary"
        icon="plus"
        className="self-start"
        onClick={() => onValue([...value, { code: '', name: { id: '', en: '' }, prices: [] }])}
      >
        {words.addChoice}
      </Button>
    </fieldset>
  );
}
