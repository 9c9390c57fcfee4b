import type { CatalogPlan } from '../../../../server/modules/catalog/contract.ts';
import { useFormat } from '../../../kernel/format/use-format.ts';
import { Checkbox } from '../../../ui/choices.tsx';
import { Select, TextField } from '../../../ui/inputs.tsx';
import { termIn, useTermWords } from '../../services/shared/term-words.ts';
import { useText } from '../text/index.ts';
import { PriceInput } from './price-input.tsx';
import type { PriceRow } from './prices-grid.tsx';

type Term = CatalogPlan['term'];
type Follows = NonNullable<Term>['follows'];
type Kind = NonNullable<Term>['early']['kind'];

/** A term as it is typed. */
export interface TermRow {
  months: string;
  follows: Follows;
  noticeDays: string;
  kind: Kind;
  percent: string;
  amounts: { currency: string; amount: number }[];
  onDebt: boolean;
}

export function termRow(term: Term): TermRow {
  const early = term?.early ?? { kind: 'percent', percent: 5_000 };
  return {
    months: String(term?.months ?? ''),
    follows: term?.follows ?? 'continues',
    noticeDays: String(term?.noticeDays ?? 30),
    kind: early.kind,
    percent: early.kind === 'percent' ? String(early.percent / 100) : '50',
    amounts: early.kind === 'fixed' ? early.amounts : [],
    onDebt: term?.onDebt ?? false,
  };
}

/** Null: none is wanted; undefined: what is written is none. */
export function termOf({
  months,
  follows,
  noticeDays,
  kind,
  percent,
  amounts,
  onDebt,
}: TermRow): Term | undefined {
  if (months.trim() === '') return null;
  const part = Math.round(Number(percent.replace(',', '.')) * 100);
  const whole = (text: string, from: number, to: number) =>
    Number.isInteger(Number(text)) && Number(text) >= from && Number(text) <= to;
  if (!whole(months, 1, 60) || !whole(noticeDays, 0, 180)) return undefined;
  if (kind === 'percent' && !(part >= 1 && part <= 10_000)) return undefined;
  const early =
    kind === 'percent'
      ? { kind, percent: part }
      : kind === 'fixed'
        ? { kind, amounts: amounts.filter(({ amount }) => amount > 0) }
        : { kind };
  return { months: Number(months), follows, noticeDays: Number(noticeDays), early, onDebt };
}

/** For how long a plan is agreed on, what follows and what leaving early costs, with what buyers read of it. */
export function TermFields({
  value,
  onValue,
  error,
  prices,
  prefix = '',
  required = false,
}: {
  value: TermRow;
  onValue: (term: TermRow) => void;
  error?: string | undefined;
  prices: readonly PriceRow[];
  /** Of the fields' names, where there are several terms on a page. */
  prefix?: string;
  /** There is one in any case. */
  required?: boolean;
}) {
  const { term: words } = useText();
  const set = (part: Partial<TermRow>) => onValue({ ...value, ...part });
  const currencies = [...new Set(prices.map(({ currency }) => currency))];
  const on = required || value.months.trim() !== '';
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-1 text-body font-medium">{words.title}</legend>
      <TextField
        name={`${prefix}termMonths`}
        label={words.months}
        hint={required ? undefined : words.monthsHint}
        value={value.months}
        onValue={(months) => set({ months })}
        error={error}
        inputMode="numeric"
        optional={!required}
      />
      {on && (
        <>
          <div className="grid gap-4 sm:grid-cols-2">
            <Select
              name={`${prefix}termThen`}
              label={words.follows}
              value={value.follows}
              onValue={(follows) => set({ follows: follows as Follows })}
              choices={(['continues', 'renews', 'ends'] as const).map((one) => ({
                value: one,
                label: words.thens[one],
              }))}
            />
            <TextField
              name={`${prefix}termNotice`}
              label={words.notice}
              hint={words.noticeHint}
              value={value.noticeDays}
              onValue={(noticeDays) => set({ noticeDays })}
              inputMode="numeric"
            />
            <Select
              name={`${prefix}termEarly`}
              label={words.early}
              value={value.kind}
              onValue={(kind) => set({ kind: kind as Kind })}
              choices={(['percent', 'fixed', 'not'] as const).map((one) => ({
                value: one,
                label: words.earlies[one],
              }))}
            />
            {value.kind === 'percent' && (
              <TextField
                name={`${prefix}termPercent`}
                label={words.percent}
                value={value.percent}
                onValue={(percent) => set({ percent })}
                inputMode="decimal"
              />
            )}
          </div>
          {value.kind === 'fixed' &&
            currencies.map((currency) => (
              <div key={currency} className="flex items-center gap-3 text-14">
                <span aria-hidden="true">{words.amount(currency)}</span>
                <PriceInput
                  label={words.amount(currency)}
                  currency={currency}
                  amount={value.amounts.find((one) => one.currency === currency)?.amount ?? null}
                  onAmount={(amount) => {
                    const others = value.amounts.filter((one) => one.currency !== currency);
                    set({ amounts: amount === null ? others : [...others, { currency, amount }] });
                  }}
                />
              </div>
            ))}
          {value.kind !== 'not' && (
            <Checkbox
              name={`${prefix}termOnDebt`}
              label={words.onDebt}
              value={value.onDebt}
              onValue={(onDebt) => set({ onDebt })}
            />
          )}
          <Example term={termOf(value)} prices={prices} />
        </>
      )}
    </fieldset>
  );
}

/** What buyers read, and for a term of percents what leaving halfway costs. */
function Example({ term, prices }: { term: Term | undefined; prices: readonly PriceRow[] }) {
  const { term: words } = useText();
  const format = useFormat();
  const { whole } = useTermWords();
  const price = prices.find(({ cycle, recurring }) => cycle === 'monthly' && recurring > 0) ?? prices[0];
  const agreed = term && price && termIn(term, price.cycle, price.currency);
  if (!agreed) return null;
  const left = Math.floor(agreed.months / 2);
  const { currency, recurring, cycle } = price;
  const money = (amount: number) => format.money({ amount, currency });
  const { early } = agreed;
  return (
    <p className="text-13">
      {words.read(whole(agreed, currency))}{' '}
      {early.kind === 'percent' &&
        cycle === 'monthly' &&
        left > 0 &&
        recurring > 0 &&
        words.example(
          left,
          money(recurring * left),
          money(Math.round((recurring * left * early.percent) / 10_000)),
        )}
    </p>
  );
}
