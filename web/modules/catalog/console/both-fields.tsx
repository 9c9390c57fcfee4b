import type { FieldBinding } from '../../../kernel/forms/use-form.ts';
import { TextArea, TextField } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';

/** One text in both languages, side by side. */
export interface Both {
  id: string;
  en: string;
}

type Props = FieldBinding<Both> & { label: string; long?: boolean; optional?: boolean };

export function BothFields({ name, value, onValue, error, label, long, optional }: Props) {
  const { both } = useText();
  const Input = long ? TextArea : TextField;
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {(['id', 'en'] as const).map((language) => (
        <Input
          key={language}
          name={`${name}.${language}`}
          label={`${label} · ${both[language]}`}
          optional={optional}
          value={value[language]}
          error={language === 'id' ? error : undefined}
          {...(long ? { rows: 3 } : {})}
          onValue={(text) => onValue({ ...value, [language]: text })}
        />
      ))}
    </div>
  );
}
