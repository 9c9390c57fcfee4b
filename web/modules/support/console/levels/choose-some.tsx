import { Checkbox } from '../../../../ui/choices.tsx';
import { FieldSet } from '../../../../ui/field.tsx';

/** Any of a few things. */
export function ChooseSome<Value extends string>({
  name,
  label,
  error,
  values,
  onValues,
  choices,
}: {
  name: string;
  label: string;
  error?: string | undefined;
  values: readonly Value[];
  onValues: (values: Value[]) => void;
  choices: readonly { value: Value; label: string }[];
}) {
  return (
    <FieldSet label={label} error={error}>
      <div className="grid gap-x-4 gap-y-1 sm:grid-cols-2">
        {choices.map(({ value, label: words }) => (
          <Checkbox
            key={value}
            name={`${name}-${value}`}
            label={words}
            value={values.includes(value)}
            onValue={(on) => onValues(on ? [...values, value] : values.filter((one) => one !== value))}
          />
        ))}
      </div>
    </FieldSet>
  );
}
