import type { FieldBinding } from '../../../kernel/forms/use-form.ts';
import { TextField } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';

export interface Both {
  id: string;
  en: string;
}

/** One line in both languages, side by side. */
export function BothFields({
  name,
  value,
  onValue,
  error,
  label,
  optional,
  maxLength,
}: FieldBinding<Both> & { label: string; optional?: boolean; maxLength: number }) {
  const { languages } = useText();
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {(['id', 'en'] as const).map((language) => (
        <TextField
          key={language}
          name={`${name}.${language}`}
          label={`${label} · ${languages[language]}`}
          lang={language}
          optional={optional}
          maxLength={maxLength}
          value={value[language]}
          error={language === 'id' ? error : undefined}
          onValue={(text) => onValue({ ...value, [language]: text })}
        />
      ))}
    </div>
  );
}
