import { useFormat } from '../../../kernel/format/use-format.ts';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';
import type { PriceRow } from './prices-grid.tsx';

/** A step as it is typed. */
export interface StepRow {
  months: string;
  percent: string;
}

const most = 6;

/** What a plan costs at first, step by step, with what it comes to in words. */
export function IntroductionFields({
  value,
  onValue,
  error,
  prices,
}: {
  value: readonly StepRow[];
  onValue: (steps: StepRow[]) => void;
  error?: string | undefined;
  prices: readonly PriceRow[];
}) {
  const { fields: words } = useText();
  const change = (index: number, part: Partial<StepRow>) =>
    onValue(value.map((step, nth) => (nth === index ? { ...step, ...part } : step)));
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-1 text-body font-medium">{words.intro}</legend>
      <p className="text-13 text-muted">{words.introHint}</p>
      {value.map((step, index) => (
        <div key={index} className="flex flex-wrap items-end gap-3">
          <TextField
            className="w-28"
            name={`introMonths${index}`}
            label={words.introMonths}
            value={step.months}
            onValue={(months) => change(index, { months })}
            inputMode="numeric"
          />
          <TextField
            className="w-32"
            name={`introPercent${index}`}
            label={words.introPercent}
            value={step.percent}
            onValue={(percent) => change(index, { percent })}
            inputMode="decimal"
          />
          <Button
            weight="secondary"
            aria-label={words.introRemoveOf(index + 1)}
            onClick={() => onValue(value.filter((_, nth) => nth !== index))}
          >
            {words.introRemove}
          </Button>
        </div>
      ))}
      {error && (
        <p role="alert" className="text-13 text-bad">
          {error}
        </p>
      )}
      <Example steps={stepsOf(value)} prices={prices} />
      {value.length < most && (
        <Button
          weight="secondary"
          className="self-start"
          onClick={() => onValue([...value, { months: '', percent: '' }])}
        >
          {words.introAdd}
        </Button>
      )}
    </fieldset>
  );
}

function Example({ steps, prices }: { steps: ReturnType<typeof stepsOf>; prices: readonly PriceRow[] }) {
  const { fields: words } = useText();
  const format = useFormat();
  const price = prices.find(({ cycle, recurring }) => cycle === 'monthly' && recurring > 0);
  if (!steps || steps.length === 0 || !price) return null;
  const money = (percent: number) =>
    format.money({
      amount: price.recurring - Math.round((price.recurring * percent) / 10_000),
      currency: price.currency,
    });
  const until = steps.map((_, nth) => steps.slice(0, nth + 1).reduce((sum, { months }) => sum + months, 0));
  const parts = steps.map(({ months, percent }, nth) =>
    words.introMonth(money(percent), until[nth]! - months + 1, until[nth]!),
  );
  return <p className="text-13">{words.introExample(parts, money(0), until.at(-1)! + 1)}</p>;
}

/** The steps that are written, percent in hundredths of one; undefined where one of them is none. */
export function stepsOf(rows: readonly StepRow[]) {
  const steps = rows
    .filter(({ months, percent }) => months.trim() !== '' || percent.trim() !== '')
    .map(({ months, percent }) => ({
      months: Number(months),
      percent: Math.round(Number(percent.replace(',', '.')) * 100),
    }));
  const right = steps.every(
    ({ months, percent }) => Number.isInteger(months) && months >= 1 && percent >= 1 && percent <= 10_000,
  );
  return right && steps.reduce((sum, { months }) => sum + months, 0) <= 36 ? steps : undefined;
}
