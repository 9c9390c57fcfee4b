import { Button, IconButton } from '../../../ui/button.tsx';
import { FieldSet, inputClass } from '../../../ui/field.tsx';
import { useText } from '../text/index.ts';

export interface Line {
  name: string;
  value: string;
}

/** Any number of names with their values. */
export function NamedLines({
  label,
  hint,
  lines,
  onChange,
  secret,
}: {
  label: string;
  hint: string;
  lines: Line[];
  onChange: (lines: Line[]) => void;
  secret?: boolean;
}) {
  const { task: words } = useText();
  const set = (at: number, change: Partial<Line>) =>
    onChange(lines.map((line, index) => (index === at ? { ...line, ...change } : line)));
  return (
    <FieldSet label={label} hint={hint} optional>
      {lines.map((line, at) => (
        <div key={at} className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)_auto] gap-2">
          <input
            aria-label={`${label}: ${words.name} ${at + 1}`}
            placeholder={words.name}
            className={inputClass}
            value={line.name}
            maxLength={40}
            autoComplete="off"
            onChange={(event) => set(at, { name: event.target.value })}
          />
          <input
            aria-label={`${label}: ${words.value} ${at + 1}`}
            placeholder={words.value}
            className={inputClass}
            value={line.value}
            maxLength={500}
            autoComplete="off"
            spellCheck={!secret}
            onChange={(event) => set(at, { value: event.target.value })}
          />
          <IconButton
            icon="close"
            label={words.removeLine}
            disabled={lines.length === 1}
            onClick={() => onChange(lines.filter((_, index) => index !== at))}
          />
        </div>
      ))}
      <p>
        <Button weight="quiet" icon="plus" onClick={() => onChange([...lines, { name: '', value: '' }])}>
          {words.addLine}
        </Button>
      </p>
    </FieldSet>
  );
}
