import type { DeskLimits } from '../../../../server/modules/deskacts/contract.ts';
import type { Money } from '../../../kernel/format/money.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { currencyChoices } from '../../../ui/countries.ts';
import { FieldSet } from '../../../ui/field.tsx';
import { Select } from '../../../ui/inputs.tsx';
import { MoneyField } from '../../../ui/money-field.tsx';
import { useText } from '../text/index.ts';

export type Role = DeskLimits['credit'][number]['role'];
export interface Draft {
  key: number;
  role: Role;
  currency: string;
  perDay: Money | null;
}

interface Props {
  role: Role;
  /** Of all roles. */
  lines: readonly Draft[];
  error: string | undefined;
  onChange: (lines: readonly Draft[]) => void;
}

/** What somebody of a role may give in a day, a line for each currency. */
export function LimitLines({ role, lines, error, onChange }: Props) {
  const { limits: words } = useText();
  const change = (line: Draft, now: Partial<Draft>) =>
    onChange(lines.map((one) => (one === line ? { ...line, ...now } : one)));
  const own = lines.filter((line) => line.role === role);
  return (
    <FieldSet label={words.each(words.roles[role])} error={error}>
      {own.length === 0 && <p className="mb-2 text-13 text-muted">{words.none}</p>}
      {own.map((line) => (
        <div key={line.key} className="mb-3 flex items-end gap-2">
          <Select
            className="w-24 shrink-0"
            label={words.currency}
            name={`currency-${line.key}`}
            value={line.currency}
            onValue={(currency) => change(line, { currency, perDay: null })}
            choices={currencyChoices}
          />
          <MoneyField
            key={line.currency}
            className="min-w-0 grow"
            label={words.perDay}
            name={`per-day-${line.key}`}
            currency={line.currency}
            value={line.perDay}
            onValue={(perDay) => change(line, { perDay })}
          />
          <IconButton
            icon="trash"
            label={words.remove(line.currency)}
            onClick={() => onChange(lines.filter((one) => one !== line))}
          />
        </div>
      ))}
      <Button
        weight="secondary"
        icon="plus"
        className="self-start"
        onClick={() =>
          onChange([
            ...lines,
            {
              key: Math.max(-1, ...lines.map(({ key }) => key)) + 1,
              role,
              currency: own.some(({ currency }) => currency === 'IDR') ? 'USD' : 'IDR',
              perDay: null,
            },
          ])
        }
      >
        {words.add}
      </Button>
    </FieldSet>
  );
}
