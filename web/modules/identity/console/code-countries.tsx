import { locale } from '../../../kernel/i18n/locale.ts';
import type { FieldBinding } from '../../../kernel/forms/use-form.ts';
import { chipClass } from '../../../ui/chip.tsx';
import { FieldSet } from '../../../ui/field.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Select } from '../../../ui/inputs.tsx';
import { useTextingText } from '../text/desk-texting.ts';
import { callingCodes, nameOfCode } from './calling-codes.ts';

/** The countries whose numbers may be added, by their calling codes: each can be taken out, more can be added. */
export function CodeCountries({ value, onValue, error }: FieldBinding<string[]>) {
  const words = useTextingText();
  const language = locale.use();
  const named = (code: string) => ({ code, name: nameOfCode(code, language, words.others) });
  const byName = (one: { name: string }, other: { name: string }) =>
    one.name.localeCompare(other.name, language);
  const chosen = value.map(named).toSorted(byName);
  const others = callingCodes
    .filter((code) => !value.includes(code))
    .map(named)
    .toSorted(byName);
  return (
    <FieldSet label={words.countries} hint={words.countriesHint} error={error}>
      {chosen.length > 0 ? (
        <ul className="flex flex-wrap gap-1.5">
          {chosen.map(({ code, name }) => (
            <li key={code}>
              <button
                type="button"
                aria-label={words.remove(name)}
                className={chipClass(true)}
                onClick={() => onValue(value.filter((one) => one !== code))}
              >
                {name}
                <Icon name="close" size={16} />
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-body text-muted">{words.nowhere}</p>
      )}
      <Select
        bare
        name="add"
        label={words.add}
        value=""
        className="max-w-sm"
        onValue={(code) => onValue([...value, code])}
        choices={[
          { value: '', label: words.choose },
          ...others.map(({ code, name }) => ({ value: code, label: name })),
        ]}
      />
    </FieldSet>
  );
}
