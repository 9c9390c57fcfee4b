import type { CatalogPlan } from '../../../../server/modules/catalog/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Select, TextField } from '../../../ui/inputs.tsx';
import { useText } from '../text/index.ts';
import type { PriceRow } from './prices-grid.tsx';

type BillDay = CatalogPlan['billDay'];

/** As it is typed; `day` empty: that on which a service begins, 31: the last of the month. */
export interface BillDayRow {
  day: string;
  together: string;
}

export function billDayRow(billDay: BillDay): BillDayRow {
  return { day: String(billDay?.day ?? ''), together: String(billDay?.togetherFrom ?? '') };
}

/** Null: none is wanted; undefined: what is written is none. */
export function billDayOf({ day, together }: BillDayRow): BillDay | undefined {
  if (day === '') return null;
  const from = Number(together);
  if (together.trim() === '') return { day: Number(day), togetherFrom: null };
  return Number.isInteger(from) && from >= 1 && from <= 31
    ? { day: Number(day), togetherFrom: from }
    : undefined;
}

/** On which day of the month a plan is billed, with what somebody pays who orders before it. */
export function BillDayFields({
  value,
  onValue,
  error,
  prices,
}: {
  value: BillDayRow;
  onValue: (billDay: BillDayRow) => void;
  error?: string | undefined;
  prices: readonly PriceRow[];
}) {
  const { billDay: words } = useText();
  const days = Array.from({ length: 28 }, (_, nth) => nth + 1);
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-1 text-body font-medium">{words.title}</legend>
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          name="billDay"
          label={words.day}
          hint={words.hint}
          value={value.day}
          onValue={(day) => onValue({ ...value, day })}
          choices={[
            { value: '', label: words.begins },
            ...days.map((day) => ({ value: String(day), label: words.of(day) })),
            { value: '31', label: words.last },
          ]}
        />
        {value.day !== '' && (
          <TextField
            name="billDayTogether"
            label={words.together}
            hint={words.togetherHint}
            value={value.together}
            onValue={(together) => onValue({ ...value, together })}
            error={error}
            inputMode="numeric"
            optional
          />
        )}
      </div>
      <Example billDay={billDayOf(value)} prices={prices} />
    </fieldset>
  );
}

const millis = 86_400_000;
const textOf = (day: Date) => day.toISOString().slice(0, 10);

/** A day of a month, or its last where it is shorter; months may lie beyond the year. */
function dayIn(year: number, month: number, day: number): Date {
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(day, last)));
}

/** For an order a good week before the day it is billed on next. */
function Example({ billDay, prices }: { billDay: BillDay | undefined; prices: readonly PriceRow[] }) {
  const { billDay: words } = useText();
  const format = useFormat();
  const price = prices.find(({ cycle, recurring }) => cycle === 'monthly' && recurring > 0);
  if (!billDay || !price) return null;
  const now = new Date();
  const at = (months: number, day = billDay.day) =>
    dayIn(now.getUTCFullYear(), now.getUTCMonth() + months, day);
  const [since, until] = [at(1), at(2)];
  const ordered = new Date(until.getTime() - 10 * millis);
  const { togetherFrom } = billDay;
  const from =
    togetherFrom === null ? null : at(2, togetherFrom) < until ? at(2, togetherFrom) : at(1, togetherFrom);
  const together = from !== null && ordered >= from;
  const of = Math.round((until.getTime() - since.getTime()) / millis);
  const part = Math.round((price.recurring * 10) / of);
  const money = (amount: number) => format.money({ amount, currency: price.currency });
  const say = together ? words.exampleTogether : words.example;
  return (
    <p className="text-13">
      {say(
        format.date(textOf(ordered)),
        10,
        of,
        money(together ? part + price.recurring : part),
        money(price.recurring),
        format.date(textOf(together ? at(3) : until)),
      )}
    </p>
  );
}
