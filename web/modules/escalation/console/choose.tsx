import { Checkbox } from '../../../ui/choices.tsx';
import { FieldSet } from '../../../ui/field.tsx';

/** Any of a few things, with what is wrong with the choice below it. */
export function Choose<Value extends string>({
  name,
  label,
  value: values,
  onValue,
  error,
  choices,
}: {
  name: string;
  label: string;
  value: readonly Value[];
  onValue: (values: Value[]) => void;
  error?: string | undefined;
  choices: readonly { value: Value; label: string }[];
}) {
  return (
    <FieldSet label={label} {...(error && { error })}>
      <div className="grid gap-x-4 gap-y-1 sm:grid-cols-2">
        {choices.map(({ value, label: words }) => (
          <Checkbox
            key={value}
            name={`${name}-${value}`}
            label={words}
            value={values.includes(value)}
            onValue={(on) => onValue(on ? [...values, value] : values.filter((one) => one !== value))}
          />
        ))}
      </div>
    </FieldSet>
  );
}
