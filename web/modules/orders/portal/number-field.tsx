import { IconButton } from '../../../ui/button.tsx';
import { Field, type FieldProps, inputClass } from '../../../ui/field.tsx';
import { useText } from '../text/index.ts';

/** A small whole number with steps at both sides. */
export function NumberField({
  name,
  value,
  minimum,
  maximum,
  onValue,
  ...field
}: FieldProps & {
  name: string;
  value: number;
  minimum: number;
  maximum: number;
  onValue: (value: number) => void;
}) {
  const { flow: words } = useText();
  const set = (next: number) => onValue(Math.min(Math.max(next, minimum), maximum));
  return (
    <Field {...field}>
      {(ties) => (
        <span className="flex items-center gap-1">
          <IconButton
            icon="minus"
            label={words.less(field.label)}
            disabled={value <= minimum}
            onClick={() => set(value - 1)}
          />
          <input
            {...ties}
            name={name}
            inputMode="numeric"
            autoComplete="off"
            value={String(value)}
            className={`${inputClass} max-w-20 text-center tabular-nums`}
            onChange={(event) => set(Number(event.target.value.replace(/\D/g, '').slice(0, 7)))}
          />
          <IconButton
            icon="plus"
            label={words.more(field.label)}
            disabled={value >= maximum}
            onClick={() => set(value + 1)}
          />
        </span>
      )}
    </Field>
  );
}
